package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.ReferenceInstances;
import org.attentionlimits.theory.testing.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every claim of the catalogue against reference values of 45 digits. */
class ClaimReferenceTests {

  private static final String FILE = "claims.csv";
  private static final List<Reference> ROWS = Reference.rows(FILE);

  /** Relative difference of reference sides that are equal. */
  private static final BigDecimal SAME = BigDecimal.ONE.scaleByPowerOfTen(-40);

  /** Claims of which a side is an eigenvalue of a full matrix, known to thirteen digits. */
  private static final Set<String> DENSE =
      Set.of(
          "jacobian-exact",
          "lemma-2",
          "lemma-2-sharp",
          "jacobian-by-log-slope",
          "prose-vanishing-minimum",
          "sparse-norm",
          "controlled",
          "controlled-below",
          "controlled-above",
          "controlled-by-size",
          "controlled-above-normalized",
          "output-by-logits");

  /** Claims of which double precision knows nothing, the null model's tests having its numbers. */
  private static final Set<String> DRAWN = Set.of("prose-eighty-percent-ideal");

  static List<Claim<?>> claims() {
    return Catalogue.claims().stream()
        .filter(claim -> !DRAWN.contains(claim.id()))
        .collect(Collectors.toList());
  }

  @Test
  void theFileSaysWhatMadeIt() {
    assertThat(Reference.origin(FILE)).startsWith("# claims.py, mpmath 1.3.0, 60 digits");
  }

  @ParameterizedTest
  @MethodSource("claims")
  void everyClaimHasReferenceValues(Claim<?> claim) {
    assertThat(ROWS)
        .as("rows of %s: add some to claims.py", claim)
        .anyMatch(
            row ->
                row.text("claim").equals(claim.id())
                    && claim.admitted(ReferenceInstances.of(claim.type(), row)).isPresent());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void sidesAreWithinTheirUlps(Claim<?> claim) {
    checkSides(claim, Arithmetic.BINARY64);
  }

  /** In units of one where they are less: some are differences. */
  private static void checkSides(Claim<?> claim, Arithmetic arithmetic) {
    Accuracy sides = new Accuracy(claim.id());
    forEach(
        claim,
        arithmetic,
        (row, evaluation) -> {
          sides.check(row, evaluation.left(), row.decimal("left"), unit(row, "left"));
          sides.check(row, evaluation.right(), row.decimal("right"), unit(row, "right"));
        });
    sides.assertUnbounded(0);
    sides.assertWithin(Tolerance.ulps(8).observed(3.88), Tolerance.ulps(600).observed(272));
  }

  private static double unit(Reference row, String side) {
    return Accuracy.ulp(row.decimal(side), 1);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void outcomesAndRatiosAreThoseOfTheSides(Claim<?> claim) {
    forEach(claim, Arithmetic.BINARY64, ClaimReferenceTests::checkVerdict);
  }

  private static void checkVerdict(Reference row, Evaluation evaluation) {
    BigDecimal left = row.decimal("left");
    BigDecimal right = row.decimal("right");
    BigDecimal excess = left.subtract(right);
    if (excess.abs().compareTo(left.multiply(SAME)) > 0) {
      assertThat(evaluation.outcome())
          .as("%s: %s", row, evaluation)
          .isEqualTo(excess.signum() > 0 ? Outcome.VIOLATED : Outcome.HOLDS);
    } else {
      assertThat(evaluation.outcome()).isNotEqualTo(Outcome.VIOLATED);
    }
    if (left.signum() == 0) {
      assertThat(evaluation.ratio()).as("%s: zero, or not known", row).isIn(0.0, 1.0, Double.NaN);
    } else if (right.signum() > 0) {
      double ratio = left.divide(right, MathContext.DECIMAL64).doubleValue();
      assertThat(evaluation.ratio()).as("%s", row).isCloseTo(ratio, within(1e-9 * ratio));
    }
  }

  /** Claims about growing rows apart, which take long. */
  @ParameterizedTest
  @MethodSource("claims")
  void sixtyDigitsAreRightToForty(Claim<?> claim) {
    if (DENSE.contains(claim.id())) {
      checkSides(claim, Arithmetic.exact(Claim.CERTIFYING_DIGITS));
    } else if (claim.type() != GrowingRow.TYPE) {
      forEach(
          claim,
          Arithmetic.exact(Claim.CERTIFYING_DIGITS),
          (row, evaluation) -> {
            Accuracy.checkDigits(row, evaluation.left(), row.decimal("left"));
            Accuracy.checkDigits(row, evaluation.right(), row.decimal("right"));
          });
    }
  }

  private static <I extends Instance<I>> void forEach(
      Claim<I> claim, Arithmetic arithmetic, BiConsumer<Reference, Evaluation> check) {
    for (Reference row : ROWS) {
      if (row.text("claim").equals(claim.id())) {
        claim
            .admitted(ReferenceInstances.of(claim.type(), row))
            .ifPresent(instance -> check.accept(row, claim.evaluate(instance, arithmetic)));
      }
    }
  }
}
