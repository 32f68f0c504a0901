package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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

/** Both sides of every mutant against reference values of 45 digits. */
class MutantReferenceTests {

  private static final String FILE = "mutants.csv";
  private static final List<Reference> ROWS = Reference.rows(FILE);

  /** Of the sides, or of one where they are less: the factors of the slips are rounded. */
  private static final double ULPS = 32;

  /** Relative difference of reference sides that are equal. */
  private static final BigDecimal SAME = BigDecimal.ONE.scaleByPowerOfTen(-40);

  static List<String> names() {
    return Mutants.names();
  }

  @Test
  void theFileSaysWhatMadeIt() {
    assertThat(Reference.origin(FILE)).startsWith("# mutants.py, mpmath 1.3.0, 60 digits");
  }

  @Test
  void theFileIsAboutAllMutants() {
    assertThat(ROWS.stream().map(row -> row.text("claim")).distinct())
        .containsExactlyInAnyOrderElementsOf(names());
  }

  @Test
  void everyMutantIsFalseSomewhere() {
    assertThat(ROWS.stream().filter(MutantReferenceTests::isFalse).map(row -> row.text("claim")))
        .containsAll(names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void sidesAreThoseOfTheSlip(String name) {
    Claim<?> claim = Mutants.named(name).claim();
    ROWS.stream()
        .filter(row -> row.text("claim").equals(name))
        .forEach(row -> assertSides(row, evaluate(claim, row)));
  }

  private static void assertSides(Reference row, Evaluation sides) {
    assertClose(row, "left", sides.left());
    assertClose(row, "right", sides.right());
    assertThat(sides.outcome() == Outcome.VIOLATED)
        .as("violation at %s: %s", row, sides)
        .isEqualTo(isFalse(row));
  }

  private static void assertClose(Reference row, String side, Real actual) {
    BigDecimal expected = row.decimal(side);
    assertThat(actual.isBounded()).isTrue();
    assertThat(new BigDecimal(actual.value()).subtract(expected).abs())
        .as("error of the %s side at %s: %s, not %s", side, row, actual, expected)
        .isLessThanOrEqualTo(BigDecimal.valueOf(ULPS * Accuracy.ulp(expected, 1)));
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
