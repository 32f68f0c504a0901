package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class PerturbedRowTests {

  private static final LogitRow LOGITS = new LogitRow(2, 0, 4);
  private static final PerturbedRow ROW = row(LOGITS, 0.5, 3, -4);

  private static PerturbedRow row(LogitRow logits, double step, double... direction) {
    return new PerturbedRow(logits, direction, step);
  }

  private static void assertRejected(ThrowingCallable action, String message) {
    assertThatIllegalArgumentException().isThrownBy(action).withMessage(message);
  }

  @Test
  void itPrintsAsItsData() {
    assertThat(ROW).hasToString("logits = (0, 4), T = 2, v ∝ (3, -4), ε = 0.5");
    assertThat(ROW.shape()).containsExactly(2);
    assertThat(ROW.numbers()).containsExactly(0, 4, 2, 3, -4, 0.5);
    assertThat(ROW.row()).isEqualTo(LOGITS);
    assertThat(ROW.step()).isEqualTo(0.5);
  }

  @Test
  void fieldsAreNamedInOrder() {
    assertThat(ROW.fields().keySet()).containsExactly("logits", "temperature", "direction", "step");
    assertThat((double[]) ROW.fields().get("direction")).containsExactly(3, -4);
    assertThat(ROW.fields()).containsEntry("step", 0.5);
  }

  @Test
  void theStepIsAlongTheUnitVector() {
    double[] after = row(LOGITS, 10, 3, -4).weightsAfter(Arithmetic.BINARY64).values();

    assertThat(after)
        .containsExactly(new LogitRow(2, 6, -4).weights(Arithmetic.BINARY64).values(), within());
    assertThat(row(LOGITS, 10, 6e100, -8e100).weightsAfter(Arithmetic.BINARY64).values())
        .containsExactly(after, within());
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-15);
  }

  @Test
  void otherNumbersAreRowDirectionAndStep() {
    assertThat(ROW.withNumbers(1, 2, 3, 4, 5, 6)).isEqualTo(row(new LogitRow(3, 1, 2), 6, 4, 5));
    assertRejected(() -> ROW.withNumbers(1), "numbers must be as many as before, 6: 1");
    assertRejected(() -> ROW.withNumbers(1, 2, 3, 0, 0, 6), "direction must not be zero");
  }

  @Test
  void smallerRowsLackATokenAndItsComponent() {
    assertThat(ROW.smaller())
        .containsExactly(row(new LogitRow(2, 4), 0.5, -4), row(new LogitRow(2, 0), 0.5, 3));
    assertThat(row(LOGITS, 0.5, 3, 0).smaller()).containsExactly(row(new LogitRow(2, 0), 0.5, 3));
    assertThat(row(new LogitRow(1, 0), 1, 1).smaller()).isEmpty();
  }

  @Test
  void largerRowsHaveATokenAndItsComponentTwice() {
    assertThat(ROW.larger())
        .containsExactly(
            row(new LogitRow(2, 0, 4, 0), 0.5, 3, -4, 3),
            row(new LogitRow(2, 0, 4, 4), 0.5, 3, -4, -4));
  }

  @Test
  void aShiftedRowIsEquivalent() {
    assertThat(ROW.equivalent())
        .containsExactly(
            row(new LogitRow(2, 0, 4), 0.5, 3, -4), row(new LogitRow(2, -4, 0), 0.5, 3, -4));
  }

  @Test
  void rowsDifferByTheirData() {
    assertThat(ROW)
        .isEqualTo(row(new LogitRow(2, 0, 4), 0.5, 3, -4))
        .hasSameHashCodeAs(row(new LogitRow(2, 0, 4), 0.5, 3, -4))
        .isNotEqualTo(row(LOGITS, 0.5, 3, 4))
        .isNotEqualTo(row(LOGITS, 0.25, 3, -4))
        .isNotEqualTo(row(new LogitRow(1, 0, 4), 0.5, 3, -4))
        .isNotEqualTo(LOGITS);
    assertThat(row(LOGITS, 1, 1, -0.0)).isEqualTo(row(LOGITS, 1, 1, 0.0));
  }

  @Test
  void arraysAreNotShared() {
    double[] direction = {3, -4};
    PerturbedRow row = new PerturbedRow(LOGITS, direction, 0.5);
    direction[0] = 9;
    ((double[]) row.fields().get("direction"))[0] = 9;
    row.numbers()[3] = 9;

    assertThat(row).isEqualTo(ROW);
  }

  @Test
  void badDirectionsAreNamed() {
    assertRejected(
        () -> row(LOGITS, 1, 1), "direction must have as many components as tokens, 2: 1");
    assertRejected(() -> row(LOGITS, 1, 0, -0.0), "direction must not be zero");
    assertRejected(
        () -> row(LOGITS, 1, 0, Double.NaN), "component of the direction 1 must be finite: NaN");
    assertRejected(
        () -> row(LOGITS, 1, Double.POSITIVE_INFINITY, 0),
        "component of the direction 0 must be finite: Infinity");
  }

  @Test
  void badStepsAreNamed() {
    for (double step : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRejected(() -> row(LOGITS, step, 1, 0), "step must be positive and finite: " + step);
    }
  }
}
