package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.ReferenceInstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every planted claim against reference values of 45 digits. */
class PlantedReferenceTests {

  private static final String FILE = "planted.csv";
  private static final List<Reference> ROWS = Reference.rows(FILE);

  /** Of the sides, or of one where they are less: the factors of the slips are rounded. */
  private static final double ULPS = 32;

  /** Relative difference of reference sides that are equal. */
  private static final BigDecimal SAME = BigDecimal.ONE.scaleByPowerOfTen(-40);

  static List<Planted<?>> planted() {
    return PowerSuite.claims();
  }

  @Test
  void theFileSaysWhatMadeIt() {
    assertThat(Reference.origin(FILE)).startsWith("# planted.py, mpmath 1.3.0, 60 digits");
  }

  @Test
  void theFileIsAboutAllPlantedClaims() {
    assertThat(ROWS.stream().map(row -> row.text("claim")).distinct())
        .containsExactlyInAnyOrderElementsOf(
            planted().stream().map(planted -> planted.claim().id()).toList());
  }

  @ParameterizedTest
  @MethodSource("planted")
  void sidesAreThoseOfTheSlip(Planted<?> planted) {
    rows(planted)
        .forEach(
            row -> {
              Evaluation sides = evaluate(planted.claim(), row);
              assertClose(row, "left", sides.left());
              assertClose(row, "right", sides.right());
            });
  }

  private static void assertClose(Reference row, String side, Real actual) {
    BigDecimal expected = row.decimal(side);
    assertThat(actual.isBounded()).isTrue();
    assertThat(new BigDecimal(actual.value()).subtract(expected).abs())
        .as("error of the %s side at %s: %s, not %s", side, row, actual, expected)
        .isLessThanOrEqualTo(BigDecimal.valueOf(ULPS * Accuracy.ulp(expected, 1)));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void itIsFalseAndSeenToBeWhereItsSidesSaySo(Planted<?> planted) {
    List<Outcome> outcomes =
        rows(planted)
            .filter(PlantedReferenceTests::isFalse)
            .map(row -> evaluate(planted.claim(), row).outcome())
            .toList();
    assertThat(outcomes).isNotEmpty().containsOnly(Outcome.VIOLATED);
  }

  private static Stream<Reference> rows(Planted<?> planted) {
    return ROWS.stream().filter(row -> row.text("claim").equals(planted.claim().id()));
  }

  private static <I extends Instance<I>> Evaluation evaluate(Claim<I> claim, Reference row) {
    return claim.evaluate(ReferenceInstances.of(claim.type(), row));
  }

  /** Whether the left side is the larger one. */
  private static boolean isFalse(Reference row) {
    BigDecimal left = row.decimal("left");
    return left.subtract(row.decimal("right")).compareTo(left.multiply(SAME)) > 0;
  }
}
