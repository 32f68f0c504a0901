package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;

class SoftmaxJacobianTests {

  private static final Arithmetic B = Arithmetic.BINARY64;
  private static final Arithmetic EXACT = Arithmetic.exact(60);

  private static SoftmaxJacobian at(Arithmetic arithmetic, double temperature, double... logits) {
    LogitRow row = new LogitRow(temperature, logits);
    return new SoftmaxJacobian(row.weights(arithmetic), temperature);
  }

  private static Real norm(Arithmetic arithmetic, double temperature, double... logits) {
    return at(arithmetic, temperature, logits).spectralNorm();
  }

  @Test
  void ofTwoTiedTokensTheNormIsHalfTheInverseTemperature() {
    assertThat(norm(B, 1, 0, 0).value()).isEqualTo(0.5);
    assertThat(norm(B, 8, 3, 3).value()).isEqualTo(0.0625);
    assertThat(norm(EXACT, 0.25, 3, 3).upper()).isEqualByComparingTo("2");
    assertThat(norm(EXACT, 0.25, 3, 3).lower()).isEqualByComparingTo("2");
  }

  @Test
  void ofTiedTokensTheNormIsTheirWeight() {
    for (int n = 2; n <= 32; n++) {
      Real norm = norm(EXACT, 1, new double[n]);
      double expected = n == 2 ? 0.5 : 1.0 / n;
      assertThat(norm.value()).as("n = %d", n).isCloseTo(expected, within(1e-16));
      assertThat(norm(B, 1, new double[n]).value()).isCloseTo(expected, within(1e-15));
    }
  }

  @Test
  void aSingleTokenHasNoJacobian() {
    assertThat(norm(B, 1, 5).value()).isZero();
    assertThat(at(B, 1, 5).gershgorinBound().value()).isZero();
    assertThat(at(B, 1, 5).topEigenvector()).containsExactly(1);
    assertThat(at(B, 1, 5).apply(B.inputs(3)).values()).containsExactly(0);
  }

  @Test
  void gershgorinsBoundIsAttainedByTwoTokens() {
    for (double difference : new double[] {0, 1e-8, 0.5, 3, 40, 300}) {
      Real norm = norm(EXACT, 2, difference, 0);
      Real bound = at(EXACT, 2, difference, 0).gershgorinBound();
      assertThat(norm.dividedBy(bound).value()).isCloseTo(1, within(1e-15));
    }
  }

  @Test
  void theNormOfASaturatedRowIsTwiceTheSmallerWeight() {
    double tiny = Math.exp(-300);

    assertThat(norm(B, 1, 300, 0).value() / tiny).isCloseTo(2, within(1e-13));
    assertThat(norm(B, 1, 300, 0, 0).value() / tiny).isCloseTo(3, within(1e-13));
    assertThat(norm(EXACT, 1, 1000, 0, 0).lower().signum()).isPositive();
  }

  @Test
  void theNormOfAnUnderflowingRowIsEnclosedFromZero() {
    Real norm = norm(B, 1, 1e6, 0, -1e6);

    assertThat(norm.lower().signum()).isNotPositive();
    assertThat(norm.upper().signum()).isPositive();
  }

  @Test
  void theTopEigenvectorOfTiesIsTheirDifference() {
    double half = Math.sqrt(0.5);

    assertThat(at(B, 1, 0, 0).topEigenvector())
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(half, -half);
    assertThat(at(B, 1, -5, 0, 0, -9).topEigenvector())
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(0, half, -half, 0);
  }

  @Test
  void theTopEigenvectorOfTwoTokensIsTheirDifference() {
    for (double difference : new double[] {1e-15, 0.5, 3, 30, 300, 700}) {
      double[] vector = at(B, 1, difference, 0).topEigenvector();
      assertThat(Math.abs(vector[0])).isCloseTo(Math.sqrt(0.5), within(1e-12));
      assertThat(vector[0] + vector[1]).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void applyingToAConstantGivesZero() {
    double[] image = at(B, 1, 0.3, -2, 5).apply(B.inputs(4, 4, 4)).values();

    for (double x : image) {
      assertThat(x).isCloseTo(0, within(1e-15));
    }
  }

  @Test
  void weightsWhoseSquaresUnderflowHaveANarrowNorm() {
    Real norm = norm(B, 1, 0, -400, -401);
    assertThat(norm.radius()).isLessThan(1e-12 * norm.value());
    assertThat(norm.value() / norm(EXACT, 1, 0, -400, -401).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theNormOfARowSaturatedBeyondAnyExponentIsStillSmall() {
    assertThat(norm(EXACT, 1, 0, -3e9, -3e9).value()).isLessThan(0.25);
  }

  @Test
  void weightsThatAreExactlyZeroAreNoTrouble() {
    assertThat(new SoftmaxJacobian(B.inputs(1, 0, 0), 1).spectralNorm().value()).isZero();
    assertThat(new SoftmaxJacobian(B.inputs(0.5, 0.5, 0), 1).spectralNorm().value()).isEqualTo(0.5);
  }

  /** On this row the eigendecomposition of commons-math3 does not converge. */
  @Test
  void theDenseMatrixNeedsNoConvergence() {
    LogitRow row =
        new LogitRow(
            6.338152370779959,
            3092.8143508035246,
            -10.257622451128267,
            -3.7848366929631942,
            -2035.3747833007426,
            656.435907554281,
            -550.3256840021013,
            -1623.426844417279,
            -1283.3194232503108,
            113.30797610522666,
            637.4909493858272,
            -4514.352195700358,
            -1334.0580543021067,
            2311.2993330898184,
            2241.5091701185193,
            47.977532585430154,
            1590.7901364146524,
            1673.5576374050781,
            565.6622620618465,
            1131.0240348812479,
            -1493.6563876850626,
            1029.7042752659859,
            780.8632044494079,
            107.36146013116203,
            1154.2240192972265,
            1786.5768564912514,
            -2544.3709619303872,
            14.46352703804078,
            2246.771536969754,
            -634.0295918261625,
            -194.72562729779477,
            413.75202627202594,
            267.74523033442597);
    Real dense = new DenseJacobian(row.weights(EXACT)).largestEigenvalue();
    Real secular = new SoftmaxJacobian(row.weights(EXACT), 1).spectralNorm();
    assertThat(dense.dividedBy(secular).value()).isCloseTo(1, within(1e-9));
  }
}
