package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class SphericalRowTests {

  private static final LogitRow LOGITS = new LogitRow(2, 0, 4, 1);
  private static final SphericalRow ROW = row(LOGITS, 2, 5);

  private static SphericalRow row(LogitRow logits, int selected, int dimension) {
    return new SphericalRow(logits, selected, dimension, 1.5, 0.5, 0.25);
  }

  private static void assertRejected(
      int selected, int dimension, double radius, double separation, double ball, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SphericalRow(LOGITS, selected, dimension, radius, separation, ball))
        .withMessage(message);
  }

  @Test
  void itPrintsAsItsData() {
    assertThat(ROW)
        .hasToString("logits = (0, 4, 1), T = 2, N = 2, d = 5, M = 1.5, δ = 0.5, r = 0.25");
    assertThat(ROW.shape()).containsExactly(3, 2, 5);
    assertThat(ROW.numbers()).containsExactly(0, 4, 1, 2, 1.5, 0.5, 0.25);
    assertThat(ROW.row()).isEqualTo(LOGITS);
    assertThat(ROW.fields().keySet())
        .containsExactly(
            "logits", "temperature", "selected", "dimension", "radius", "separation", "ball");
  }

  @Test
  void weightsOfTheTopTokensComeLargestFirst() {
    double[] weights = LOGITS.weights(Arithmetic.BINARY64).values();

    assertThat(ROW.weights(Arithmetic.BINARY64).selected().values())
        .containsExactly(weights[1], weights[2]);
    assertThat(ROW.weights(Arithmetic.BINARY64).others().values()).containsExactly(weights[0]);
    assertThat(row(LOGITS, 3, 1).weights(Arithmetic.BINARY64).others().size()).isZero();
  }

  @Test
  void otherNumbersAreRowRadiusSeparationAndBall() {
    assertThat(ROW.withNumbers(1, 2, 3, 4, 5, 6, 7))
        .isEqualTo(new SphericalRow(new LogitRow(4, 1, 2, 3), 2, 5, 5, 6, 7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROW.withNumbers(1))
        .withMessage("numbers must be as many as before, 7: 1");
  }

  @Test
  void smallerRowsLackATokenASelectionOrDimensions() {
    assertThat(ROW.smaller())
        .containsExactlyInAnyOrder(
            row(new LogitRow(2, 4, 1), 1, 5),
            row(new LogitRow(2, 4, 1), 2, 5),
            row(new LogitRow(2, 0, 1), 1, 5),
            row(new LogitRow(2, 0, 1), 2, 5),
            row(new LogitRow(2, 0, 4), 1, 5),
            row(new LogitRow(2, 0, 4), 2, 5),
            row(LOGITS, 1, 5),
            row(LOGITS, 2, 3),
            row(LOGITS, 2, 4));
    assertThat(row(new LogitRow(1, 0), 1, 1).smaller()).isEmpty();
    assertThat(row(new LogitRow(1, 0), 1, 1 << 20).smaller().map(SphericalRow::dimension))
        .hasSize(20)
        .contains(1 << 19, 3 << 18, (1 << 20) - 1);
    assertThat(row(new LogitRow(1, 0), 1, 2).smaller())
        .containsExactly(row(new LogitRow(1, 0), 1, 1));
  }

  @Test
  void largerRowsHaveATokenTwiceASelectionOrADimensionMore() {
    assertThat(ROW.larger())
        .containsExactlyInAnyOrder(
            row(new LogitRow(2, 0, 4, 1, 0), 2, 5),
            row(new LogitRow(2, 0, 4, 1, 4), 2, 5),
            row(new LogitRow(2, 0, 4, 1, 1), 2, 5),
            row(LOGITS, 3, 5),
            row(LOGITS, 2, 6));
    assertThat(row(new LogitRow(1, 0), 1, 1).larger())
        .containsExactlyInAnyOrder(row(new LogitRow(1, 0, 0), 1, 1), row(new LogitRow(1, 0), 1, 2));
  }

  @Test
  void aShiftedRowIsEquivalent() {
    assertThat(ROW.equivalent())
        .containsExactly(
            row(new LogitRow(2, 0, 4, 1), 2, 5), row(new LogitRow(2, -4, 0, -3), 2, 5));
  }

  @Test
  void rowsDifferByTheirData() {
    assertThat(ROW)
        .isEqualTo(row(new LogitRow(2, 0, 4, 1), 2, 5))
        .hasSameHashCodeAs(row(new LogitRow(2, 0, 4, 1), 2, 5))
        .isNotEqualTo(row(LOGITS, 1, 5))
        .isNotEqualTo(row(LOGITS, 2, 4))
        .isNotEqualTo(ROW.withNumbers(0, 4, 1, 2, 1.5, 0.5, 0.5))
        .isNotEqualTo(LOGITS);
    assertThat(new SphericalRow(LOGITS, 1, 1, 1, -0.0, 1))
        .isEqualTo(new SphericalRow(LOGITS, 1, 1, 1, 0, 1));
  }

  @Test
  void badLawsAreNamed() {
    assertRejected(4, 1, 1, 0, 1, "N must be from 1 to n = 3: 4");
    assertRejected(1, 0, 1, 0, 1, "dimension must be at least 1: 0");
    assertRejected(1, 1, 0, 0, 1, "radius of the sphere must be positive and finite: 0.0");
    assertRejected(1, 1, Double.NaN, 0, 1, "radius of the sphere must be positive and finite: NaN");
    assertRejected(1, 1, 1, -1, 1, "separation must be finite and not negative: -1.0");
    assertRejected(1, 1, 1, Double.NaN, 1, "separation must be finite and not negative: NaN");
    assertRejected(
        1,
        1,
        1,
        0,
        Double.POSITIVE_INFINITY,
        "radius of the ball must be positive and finite: Infinity");
  }
}
