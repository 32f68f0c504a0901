package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Coverage;

@Domain(AttentionDomain.class)
class NormalizerJacobianProperties {

  private static final Arithmetic EXACT = Arithmetic.exact(60);
  private static final int MOST_TOKENS = 16;

  /** Scaled logits up to this lose little more than their own rounding in double precision. */
  private static final double EVERYDAY = 30;

  private static NormalizerJacobian at(FunctionRow row, Arithmetic arithmetic) {
    return new NormalizerJacobian(row.values(arithmetic), row.slopes(arithmetic));
  }

  private static boolean isEveryday(FunctionRow row) {
    double[] x = row.scaled(Arithmetic.BINARY64).values();
    return x.length <= MOST_TOKENS && Arrays.stream(x).allMatch(e -> Math.abs(e) <= EVERYDAY);
  }

  @Property
  void theNormIsTheLargestSingularValueOfTheFullMatrix(@ForAll FunctionRow row) {
    Assume.that(isEveryday(row));
    double[] x = row.scaled(Arithmetic.BINARY64).values();
    double expected = norm(full(row.function(), x));
    double actual = at(row, EXACT).spectralNorm().value();

    assertThat(Math.abs(actual - expected))
        .as("%s: %s but %s", row, actual, expected)
        .isLessThanOrEqualTo(1e-13 * largestColumn(row.function(), x) + 1e-100);
    for (PositiveFunction function : PositiveFunction.values()) {
      Coverage.check(function.name(), row.function() == function, 24);
    }
  }

  /** {@code T·J}, {@code J_ij = (δ_ij − α_i) F'_j/S}, without cancellation in {@code 1 − α_i}. */
  private static double[][] full(PositiveFunction function, double... x) {
    double[] f = Arrays.stream(x).map(e -> value(function, e)).toArray();
    double sum = Arrays.stream(f).sum();
    double[][] matrix = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        double share = i == j ? sumWithout(f, i) / sum : -f[i] / sum;
        matrix[i][j] = share * slope(function, x[j]) / sum;
      }
    }
    return matrix;
  }

  private static double sumWithout(double[] f, int i) {
    double sum = 0;
    for (int k = 0; k < f.length; k++) {
      sum += k == i ? 0 : f[k];
    }
    return sum;
  }

  /** {@code max_j |F'_j|/S}, not below the largest entry. */
  private static double largestColumn(PositiveFunction function, double... x) {
    double sum = Arrays.stream(x).map(e -> value(function, e)).sum();
    return Arrays.stream(x).map(e -> Math.abs(slope(function, e))).max().orElseThrow() / sum;
  }

  private static double value(PositiveFunction function, double x) {
    return switch (function) {
      case EXPONENTIAL -> Math.exp(x);
      case LOGISTIC -> 1 / (1 + Math.exp(-x));
      case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case QUADRATIC -> 1 + x * x;
    };
  }

  private static double slope(PositiveFunction function, double x) {
    return switch (function) {
      case EXPONENTIAL -> Math.exp(x);
      case LOGISTIC -> 1 / (2 + Math.exp(x) + Math.exp(-x));
      case SOFTPLUS -> 1 / (1 + Math.exp(-x));
      case QUADRATIC -> 2 * x;
    };
  }

  /** The decomposition is spared tiny entries: with subnormal ones it is wrong by 1e-3. */
  private static double norm(double[]... matrix) {
    for (double[] line : matrix) {
      Arrays.setAll(line, j -> Math.abs(line[j]) > 1e-100 ? line[j] : 0);
    }
    return new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getNorm();
  }

  @Property(tries = 300)
  void theFullMatrixIsTheDerivativeOfTheWeights(@ForAll FunctionRow row) {
    Assume.that(isEveryday(row));
    double[] x = row.scaled(Arithmetic.BINARY64).values();
    double[][] expected = full(row.function(), x);
    double[][] quotients = differences(row.function(), x);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        assertThat(Math.abs(quotients[i][j] - expected[i][j])).as("%s", row).isLessThan(1e-10);
      }
    }
    double actual = at(row, EXACT).spectralNorm().value();
    assertThat(Math.abs(norm(quotients) - actual)).as("%s", row).isLessThan(1e-9);
  }

  /** Central quotients of the weights; a sixth of the squared step truncates them by 1e-12. */
  private static double[][] differences(PositiveFunction function, double... x) {
    double[][] quotients = new double[x.length][x.length];
    for (int j = 0; j < x.length; j++) {
      double[] above = x.clone();
      double[] below = x.clone();
      above[j] += 0x1p-20;
      below[j] -= 0x1p-20;
      double[] quotient =
          weights(function, above)
              .minus(weights(function, below))
              .dividedBy(EXACT.input(above[j] - below[j]))
              .values();
      for (int i = 0; i < x.length; i++) {
        quotients[i][j] = quotient[i];
      }
    }
    return quotients;
  }

  private static Vec weights(PositiveFunction function, double... x) {
    return new FunctionRow(function, new LogitRow(1, x)).weights(EXACT);
  }

  @Property(tries = 300)
  void theEnclosuresOfTheNormOverlap(@ForAll FunctionRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    assertOverlap(row, at(row, Arithmetic.BINARY64).spectralNorm(), at(row, EXACT).spectralNorm());
  }

  @Property(tries = 300)
  void ofTheExponentialTheNormIsThatOfSoftmax(@ForAll LogitRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    FunctionRow exponential = new FunctionRow(PositiveFunction.EXPONENTIAL, row);
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      Real softmax = new SoftmaxJacobian(row.weights(arithmetic), 1).spectralNorm();
      assertOverlap(exponential, at(exponential, arithmetic).spectralNorm(), softmax);
    }
  }

  private static void assertOverlap(FunctionRow row, Real a, Real b) {
    if (a.isBounded() && b.isBounded()) {
      assertThat(a.lower()).as("%s: %s, %s", row, a, b).isLessThanOrEqualTo(b.upper());
      assertThat(a.upper()).as("%s: %s, %s", row, a, b).isGreaterThanOrEqualTo(b.lower());
    }
  }

  @Property
  void theTriangleBoundIsThatOfTheFormula(@ForAll FunctionRow row) {
    Assume.that(isEveryday(row));
    PositiveFunction function = row.function();
    double[] x = row.scaled(Arithmetic.BINARY64).values();
    double sum = Arrays.stream(x).map(e -> value(function, e)).sum();
    double squares = Arrays.stream(x).map(e -> Math.pow(value(function, e) / sum, 2)).sum();
    double slopes = Arrays.stream(x).map(e -> Math.pow(slope(function, e), 2)).sum();
    double expected = largestColumn(function, x) + Math.sqrt(squares) * Math.sqrt(slopes) / sum;
    double actual = at(row, EXACT).triangleBound().value();

    assertThat(Math.abs(actual - expected))
        .as("%s", row)
        .isLessThanOrEqualTo(1e-13 * expected + 1e-150);
  }
}
