package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;

/** Weights that are known within wide intervals only. */
class WideWeightsTests {

  private static final Arithmetic B = Arithmetic.BINARY64;

  private static Real between(double lower, double upper) {
    return B.input(lower).hull(B.input(upper));
  }

  private static SoftmaxJacobian jacobian(Real... weights) {
    return new SoftmaxJacobian(B.vector(weights), 1);
  }

  /** From the second weight on, to Gershgorin's bound 2·0.6·0.45. */
  @Test
  void whereNoRootIsProvenTheNormIsBetweenTheSecondWeightAndItsBounds() {
    Real norm = jacobian(between(0.4, 0.6), between(0.25, 0.35), B.input(0.1)).spectralNorm();

    assertThat(norm.lower().doubleValue()).isCloseTo(0.25, within(1e-12));
    assertThat(norm.upper().doubleValue()).isCloseTo(0.54, within(1e-12));
  }

  /** The second weight may be 0.39, though its midpoint is not the largest. */
  @Test
  void theLargestEntryMayBeThatOfAnyWeight() {
    Real entry = jacobian(B.input(0.3), between(0.2, 0.39), B.input(0.31)).largestEntry();

    assertThat(entry.upper().doubleValue()).isGreaterThanOrEqualTo(0.39 * 0.61);
  }

  @Test
  void aSingularValueIsNotNegativeAndNoLargerThanItsColumn() {
    Real largest = SingularValue.largest(B.vector(new Real[] {between(-0.1, 0.1)}));

    assertThat(largest.lower()).isZero();
    assertThat(largest.upper().doubleValue()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void theNormOfSparsemaxIsThatOfAProjectionOverTheTemperature() {
    SparsemaxJacobian jacobian = new SparsemaxJacobian(B.inputs(1, 1, 0), 4);

    assertThat(jacobian.spectralNorm().value()).isCloseTo(0.25, within(1e-13));
    assertThat(jacobian.selected().value()).isEqualTo(2);
  }

  @Test
  void ofASingleTokenTheOnlyDirectionIsItsOwn() {
    assertThat(jacobian(B.of(1)).topEigenvector()).containsExactly(1);
  }
}
