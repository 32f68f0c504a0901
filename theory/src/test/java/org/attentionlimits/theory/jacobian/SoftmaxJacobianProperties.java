package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Coverage;

@Domain(AttentionDomain.class)
class SoftmaxJacobianProperties {

  private static final Arithmetic EXACT = Arithmetic.exact(60);

  private static SoftmaxJacobian at(LogitRow row, Arithmetic arithmetic) {
    return new SoftmaxJacobian(row.weights(arithmetic), row.temperature());
  }

  /** {@code T‖J‖₂} to sixty digits, rounded; NaN if they do not tell. */
  private static double norm(LogitRow row) {
    Real norm = new SoftmaxJacobian(row.weights(EXACT), 1).spectralNorm();
    return norm.radius() <= 1e-15 * norm.value() ? norm.value() : Double.NaN;
  }

  @Property
  void theEnclosuresOfTheNormOverlap(@ForAll LogitRow row) {
    Real fast = at(row, Arithmetic.BINARY64).spectralNorm();
    Real precise = at(row, EXACT).spectralNorm();

    assertOverlap(row, fast, precise);
    Coverage.check("sharp", fast.radius() <= 1e-9 * Math.abs(fast.value()), 95);
  }

  @Property(tries = 300)
  void theEnclosuresOfTheFullMatrixAndOfTheSecularEquationOverlap(@ForAll LogitRow row) {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      Vec weights = row.weights(arithmetic);
      Real dense =
          new DenseJacobian(weights)
              .largestEigenvalue()
              .dividedBy(arithmetic.input(row.temperature()));
      assertOverlap(row, at(row, arithmetic).spectralNorm(), dense);
    }
  }

  private static void assertOverlap(LogitRow row, Real a, Real b) {
    if (a.isBounded() && b.isBounded()) {
      assertThat(a.lower()).as("%s: %s, %s", row, a, b).isLessThanOrEqualTo(b.upper());
      assertThat(a.upper()).as("%s: %s, %s", row, a, b).isGreaterThanOrEqualTo(b.lower());
    }
  }

  @Property
  void sixtyDigitsTellTheNormUnlessWeightsVanish(@ForAll LogitRow row) {
    boolean told = !Double.isNaN(norm(row));

    assertThat(told || row.weights(EXACT).min().value() < 1e-290).as("%s", row).isTrue();
    Coverage.check("told", told, 95);
  }

  @Property
  void theNormIsTheLargestEigenvalueThatCommonsMathFinds(@ForAll LogitRow row) {
    double[][] matrix = dense(row);
    double trace = IntStream.range(0, matrix.length).mapToDouble(i -> matrix[i][i]).sum();
    if (trace > 1e-200) {
      double norm = norm(row);
      for (double[] line : matrix) {
        Arrays.setAll(line, j -> Math.abs(line[j]) > 1e-30 * trace ? line[j] / trace : 0);
      }
      OptionalDouble largest = largestEigenvalue(matrix);
      Coverage.check("commons-math3 converges", largest.isPresent(), 99);
      largest.ifPresent(
          found -> assertThat(Math.abs(norm / trace - found)).as("%s", row).isLessThan(1e-12));
    }
  }

  /** Empty where the iteration of commons-math3 gives up, on one row in thousands. */
  private static OptionalDouble largestEigenvalue(double[][] matrix) {
    try {
      RealMatrix symmetric = new Array2DRowRealMatrix(matrix);
      return Arrays.stream(new EigenDecomposition(symmetric).getRealEigenvalues()).max();
    } catch (MaxCountExceededException notConverged) {
      return OptionalDouble.empty();
    }
  }

  /** {@code diag α − αα^T}, its diagonal free of cancellation. */
  private static double[][] dense(LogitRow row) {
    double[] a = row.weights(Arithmetic.BINARY64).values();
    double[][] matrix = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        matrix[i][j] -= i == j ? 0 : a[i] * a[j];
        matrix[i][i] += i == j ? 0 : a[i] * a[j];
      }
    }
    return matrix;
  }

  @Property
  void applyingIsMultiplyingByTheFullMatrix(@ForAll LogitRow row) {
    double[] v = IntStream.range(0, row.tokens()).mapToDouble(i -> Math.sin(3 * i + 1)).toArray();
    double[] image = at(row, Arithmetic.BINARY64).apply(Arithmetic.BINARY64.inputs(v)).values();
    double[][] matrix = dense(row);
    for (int i = 0; i < v.length; i++) {
      double expected = 0;
      for (int j = 0; j < v.length; j++) {
        expected += matrix[i][j] * v[j];
      }
      boolean known =
          Double.isFinite(image[i])
              || Arrays.stream(row.logits()).anyMatch(x -> Math.abs(x) > 1e290);
      assertThat(known).as("%s", row).isTrue();
      assertThat(Math.abs(image[i] * row.temperature() - expected) > 1e-15).isFalse();
    }
  }

  @Property
  void applyingIsTheDerivativeOfSoftmax(@ForAll LogitRow row) {
    double t = row.temperature();
    double[] z = Arrays.stream(row.logits()).map(x -> x / t).toArray();
    if (Arrays.stream(z).anyMatch(x -> Math.abs(x) > 1e3)) {
      return;
    }
    Softmax softmax = new Softmax(1);
    double h = 0x1p-17;
    double[] v = IntStream.range(0, z.length).mapToDouble(i -> Math.cos(5 * i)).toArray();
    double[] up = softmax.weights(plus(z, v, h));
    double[] down = softmax.weights(plus(z, v, -h));
    double[] image = at(row, Arithmetic.BINARY64).apply(Arithmetic.BINARY64.inputs(v)).values();
    for (int i = 0; i < z.length; i++) {
      // Truncation h²/6 and rounding 2u|z|/h, u|z| being the error of z itself.
      assertThat(Math.abs((up[i] - down[i]) / (2 * h) - t * image[i])).isLessThan(1e-7);
    }
  }

  private static double[] plus(double[] z, double[] v, double h) {
    return IntStream.range(0, z.length).mapToDouble(i -> z[i] + h * v[i]).toArray();
  }

  @Property
  void theTopEigenvectorIsOne(@ForAll LogitRow row) {
    double norm = norm(row);
    if (!(norm > 1e-300) || Arrays.stream(row.logits()).anyMatch(x -> Math.abs(x) > 1e290)) {
      return;
    }
    double[] weights = row.weights(Arithmetic.BINARY64).values();
    double[] v = at(row, Arithmetic.BINARY64).topEigenvector();
    double[] image = image(weights, v);
    double lambda = IntStream.range(0, v.length).mapToDouble(i -> v[i] * image[i]).sum();
    double residual =
        IntStream.range(0, v.length)
            .mapToDouble(i -> Math.abs(image[i] - lambda * v[i]))
            .max()
            .orElseThrow();

    assertThat(Math.abs(Arrays.stream(v).map(x -> x * x).sum() - 1)).isLessThan(1e-14);
    assertThat(residual).as("%s: %s", row, Arrays.toString(v)).isLessThan(1e-12 * norm + 1e-300);
    assertThat(Math.abs(lambda - norm))
        .as("%s: %s", row, Arrays.toString(v))
        .isLessThan(1e-12 * norm + 1e-300);
  }

  /** {@code (Av)_i = α_i Σ_j α_j (v_i − v_j)}, free of cancellation. */
  private static double[] image(double[] weights, double[] v) {
    double[] image = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        image[i] += weights[i] * weights[j] * (v[i] - v[j]);
      }
    }
    return image;
  }

  @Property
  void theNormIsBetweenTheTwoLargestWeightsAndWithinGershgorinsBound(@ForAll LogitRow row) {
    double norm = norm(row);
    if (norm >= 0 && row.tokens() > 1) {
      double[] sorted = row.weights(EXACT).values();
      Arrays.sort(sorted);
      double bound = at(row, EXACT).gershgorinBound().times(EXACT.input(row.temperature())).value();
      double slack = 1 + 1e-14;
      double subnormal = 1e-320; // below 2e-308 doubles are spaced by 5e-324
      assertThat(norm).isLessThanOrEqualTo(sorted[sorted.length - 1] * slack + subnormal);
      assertThat(norm).isGreaterThanOrEqualTo(sorted[sorted.length - 2] / slack - subnormal);
      assertThat(norm).isLessThanOrEqualTo(bound * slack + subnormal);
    }
  }
}
