package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

class SingularValueTests {

  /** Enclosed to a relative 1e-12; what is expected may be wrong by its last bits. */
  private static void assertLargest(double expected, double[]... columns) {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, Arithmetic.exact(60)}) {
      Real largest =
          SingularValue.largest(Arrays.stream(columns).map(arithmetic::inputs).toArray(Vec[]::new));
      BigDecimal slack = new BigDecimal(1e-15 * expected);
      assertThat(largest.lower()).isLessThanOrEqualTo(new BigDecimal(expected).add(slack));
      assertThat(largest.upper()).isGreaterThanOrEqualTo(new BigDecimal(expected).subtract(slack));
      assertThat(largest.radius()).isLessThanOrEqualTo(1e-12 * expected);
    }
  }

  @Test
  void itIsKnownOfPlainMatrices() {
    assertLargest(3, new double[] {-3});
    assertLargest(5, new double[] {3, 4}, new double[] {0, 0});
    assertLargest(0, new double[] {0, 0}, new double[] {0, 0});
    assertLargest(1, new double[] {0, 1}, new double[] {-1, 0});
  }

  @Test
  void ofAShearItIsTheGoldenRatio() {
    assertLargest((1 + Math.sqrt(5)) / 2, new double[] {1, 0}, new double[] {1, 1});
  }

  @Test
  void ofRankOneItIsTheProductOfTheNorms() {
    assertLargest(
        15, new double[] {3 * 1, 4 * 1}, new double[] {3 * 2, 4 * 2}, new double[] {3 * 2, 4 * 2});
  }
}
