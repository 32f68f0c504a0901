package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;

class DenseSymmetricTests {

  private static final Arithmetic[] ARITHMETICS = {Arithmetic.BINARY64, Arithmetic.exact(60)};

  private static Real largest(Arithmetic arithmetic, double[]... rows) {
    Real[][] matrix =
        Arrays.stream(rows)
            .map(row -> Arrays.stream(row).mapToObj(arithmetic::input).toArray(Real[]::new))
            .toArray(Real[][]::new);
    return new DenseSymmetric(arithmetic, matrix).largestEigenvalue();
  }

  /** Enclosed to a relative 1e-12; what is expected may itself be wrong by a relative error. */
  private static void assertLargest(double expected, double error, double[]... rows) {
    for (Arithmetic arithmetic : ARITHMETICS) {
      Real largest = largest(arithmetic, rows);
      BigDecimal slack = new BigDecimal(error * expected);
      assertThat(largest.lower()).isLessThanOrEqualTo(new BigDecimal(expected).add(slack));
      assertThat(largest.upper()).isGreaterThanOrEqualTo(new BigDecimal(expected).subtract(slack));
      assertThat(largest.radius()).isLessThanOrEqualTo(1e-12 * expected);
    }
  }

  private static double[][] diagonal(double... entries) {
    double[][] rows = new double[entries.length][entries.length];
    for (int i = 0; i < entries.length; i++) {
      rows[i][i] = entries[i];
    }
    return rows;
  }

  @Test
  void ofADiagonalMatrixItIsTheLargestEntry() {
    assertLargest(7, 0, diagonal(7));
    assertLargest(7, 0, diagonal(3, 7, 0, 5));
    assertLargest(1, 0, diagonal(1, 1, 1));
    assertLargest(1e-300, 0, diagonal(1e-300, 1e-301));
    assertLargest(1e200, 0, diagonal(1, 1e200, 1e-200));
  }

  @Test
  void entriesOfUncertainSignProveNothing() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      Real wide = arithmetic.input(0.9).hull(arithmetic.input(1.1));
      Real[][] matrix = {{wide, arithmetic.of(0)}, {arithmetic.of(0), arithmetic.input(0.25)}};
      Real largest = new DenseSymmetric(arithmetic, matrix).largestEigenvalue();

      assertThat(largest.lower().doubleValue()).isBetween(0.25, 0.9);
      assertThat(largest.upper().doubleValue()).isBetween(1.1, 1.75);
    }
  }

  @Test
  void ofAPairItIsTheRootOfTheQuadratic() {
    assertLargest(3, 0, new double[][] {{2, 1}, {1, 2}});
    assertLargest(3, 0, new double[][] {{2, -1}, {-1, 2}});
    assertLargest(2, 0, new double[][] {{1, 1}, {1, 1}});
    assertLargest(1.5 + Math.sqrt(1.25), 1e-15, new double[][] {{1, 1}, {1, 2}});
  }

  @Test
  void ofRankOneItIsTheSquaredNorm() {
    double[] v = {1, -2, 0, 3, 0.5};
    double[][] rows = new double[v.length][v.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        rows[i][j] = v[i] * v[j];
      }
    }
    assertLargest(14.25, 0, rows);
  }

  /** {@code 2 − 2cos(nπ/(n+1))}. */
  @Test
  void ofSecondDifferencesItIsKnown() {
    for (int n = 2; n <= 16; n++) {
      double[][] rows = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          rows[i][j] = i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0;
        }
      }
      double root = 2 * Math.sin(n * Math.PI / (2 * (n + 1)));
      assertLargest(root * root, 1e-15, rows);
    }
  }

  @Test
  void ofHilbertsMatrixItIsKnown() {
    double[][] rows = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rows[i][j] = 1.0 / (i + j + 1);
      }
    }
    assertLargest(1.408318927123654, 1e-15, rows);
  }

  @Test
  void ofZeroItIsZero() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      Real largest = largest(arithmetic, diagonal(0, 0));
      assertThat(largest.value()).isZero();
      assertThat(largest.radius()).isZero();
    }
  }

  @Test
  void entriesFarBeyondTheKnownPartOfTheTraceAreSurvived() {
    Arithmetic exact = Arithmetic.exact(60);
    Real tiny = exact.of(-2000).exp();
    Real[][] matrix = {{tiny.hull(exact.of(1)), exact.of(1)}, {exact.of(1), tiny}};
    Real largest = new DenseSymmetric(exact, matrix).largestEigenvalue();

    assertThat(largest.upper()).isGreaterThanOrEqualTo(BigDecimal.ONE);
  }

  @Test
  void entriesThatAreNotKnownLeaveItBetweenZeroAndTheTrace() {
    Arithmetic b = Arithmetic.BINARY64;
    Real wide = b.of(0).hull(b.of(1));
    Real largest = new DenseSymmetric(b, new Real[][] {{wide}}).largestEigenvalue();

    assertThat(largest.lower()).isLessThanOrEqualTo(BigDecimal.ZERO);
    assertThat(largest.upper()).isGreaterThanOrEqualTo(BigDecimal.ONE);
  }
}
