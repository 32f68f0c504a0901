package org.attentionlimits.theory.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Tolerance;

/** The kernels beside enclosures of forty digits. */
@Domain(AttentionDomain.class)
class RowKernelProperties {

  private static final Arithmetic FORTY = Arithmetic.exact(40);

  private static final Tolerance EXPONENTIAL = new Tolerance(1.1, 0.94);
  private static final Tolerance EXPONENTIAL_SINGLE = new Tolerance(1.1, 0.96);
  private static final Tolerance SINGLE_WEIGHT = new Tolerance(6, 4.7);
  private static final Tolerance WEIGHT = new Tolerance(4, 1.6);

  private final RowKernel kernel = RowKernel.scalar();

  private static double ulps(double computed, BigDecimal exact, double ulp) {
    return new BigDecimal(computed).subtract(exact).abs().doubleValue() / ulp;
  }

  @Property
  void exponentialsAreWithinAnUlp(@ForAll @DoubleRange(min = -745, max = 0) double x) {
    BigDecimal exact = FORTY.input(x).exp().upper();
    double computed = Exponential.exp(x);

    assertThat(ulps(computed, exact, Math.ulp(computed)))
        .as("%s", x)
        .isLessThanOrEqualTo(EXPONENTIAL.asserted());
  }

  @Property
  void exponentialsInSinglePrecisionAreWithinAnUlp(
      @ForAll @DoubleRange(min = -103, max = 0) double wide) {
    float x = (float) wide;
    BigDecimal exact = FORTY.input(x).exp().upper();
    float computed = Exponential.exp(x);

    assertThat(ulps(computed, exact, Math.ulp(computed)))
        .as("%s", x)
        .isLessThanOrEqualTo(EXPONENTIAL_SINGLE.asserted());
  }

  /** The row's temperature, or the nearest that the kernel takes. */
  private static double temperature(LogitRow row) {
    return Math.min(1e290, Math.max(1e-290, row.temperature()));
  }

  /** The quotient of exact exponentials of the rounded exponents and their sum. */
  private static Vec exactWeights(LogitRow row) {
    double[] logits = row.logits();
    double largest =
        IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).max().orElseThrow();
    double[] exponents =
        IntStream.range(0, logits.length)
            .mapToDouble(i -> Math.max((logits[i] - largest) / temperature(row), -1e4))
            .toArray();
    Vec exponentials = FORTY.inputs(exponents).exp();
    return exponentials.dividedBy(exponentials.sum());
  }

  @Property(tries = 200)
  void weightsAreTheQuotientOfExactExponentials(@ForAll LogitRow row) {
    double[] weights = new double[row.tokens()];
    kernel.softmax(row.logits(), temperature(row), weights);
    Vec exact = exactWeights(row);

    for (int i = 0; i < weights.length; i++) {
      assertThat(ulps(weights[i], exact.get(i).upper(), Math.ulp(weights[i])))
          .as("token %s of %s", i, row)
          .isLessThanOrEqualTo(WEIGHT.asserted());
    }
  }

  @Property
  void aLargerLogitHasNoSmallerWeight(@ForAll LogitRow row) {
    double[] logits = row.logits();
    double[] weights = new double[logits.length];
    kernel.softmax(logits, temperature(row), weights);
    int[] order = row.top(logits.length);

    for (int k = 1; k < order.length; k++) {
      assertThat(weights[order[k]]).as("%s", row).isLessThanOrEqualTo(weights[order[k - 1]]);
    }
  }

  @Property
  void theSpectralNormIsThatOfTheEnclosure(@ForAll LogitRow row) {
    double[] weights = new double[row.tokens()];
    kernel.softmax(row.logits(), 1, weights);
    Real norm =
        new SoftmaxJacobian(Arithmetic.exact(40).inputs(weights), temperature(row)).spectralNorm();
    double computed = kernel.spectralNorm(weights, temperature(row));

    assertThat(Math.abs(computed - norm.value()))
        .as("%s for %s of %s", computed, norm, row)
        .isLessThanOrEqualTo(1e-12 * norm.value() + norm.radius() + Double.MIN_NORMAL);
  }

  /** Weights in single precision beside double precision at the same rounded exponents. */
  @Property(tries = 100)
  void weightsInSinglePrecisionAreWithinSixUlp(
      @ForAll @IntRange(min = 1, max = 20_000) int tokens,
      @ForAll @DoubleRange(min = -4, max = 4) double magnitude,
      @ForAll long seed) {
    double scale = Math.exp(magnitude);
    SplittableRandom random = new SplittableRandom(seed);
    float[] logits = new float[tokens];
    double[] exponents = new double[tokens];
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < tokens; i++) {
      logits[i] = (float) (scale * random.nextGaussian());
      largest = Math.max(largest, logits[i]);
    }
    for (int i = 0; i < tokens; i++) {
      exponents[i] = logits[i] - largest;
    }
    float[] weights = new float[tokens];
    double[] exact = new double[tokens];
    kernel.softmax(logits, 1, weights);
    kernel.softmax(exponents, 1, exact);

    for (int i = 0; i < tokens; i++) {
      assertThat(Math.abs(weights[i] - exact[i]) / Math.ulp(weights[i]))
          .as("token %s of %s", i, tokens)
          .isLessThanOrEqualTo(SINGLE_WEIGHT.asserted());
    }
  }

  @Property
  void theProductIsThatOfTheStructuredJacobian(@ForAll LogitRow row, @ForAll long seed) {
    double[] weights = new double[row.tokens()];
    kernel.softmax(row.logits(), temperature(row), weights);
    double[] v = new SplittableRandom(seed).doubles(row.tokens(), -1, 1).toArray();
    double[] product = new double[v.length];
    kernel.jacobianProduct(weights, 1, v, product);
    Vec exact = new SoftmaxJacobian(FORTY.inputs(weights), 1).apply(FORTY.inputs(v));

    for (int i = 0; i < v.length; i++) {
      assertThat(product[i]).as("%s", row).isCloseTo(exact.get(i).value(), within(1e-15));
    }
  }

  @Property(tries = 200)
  void theEntropyIsThatOfTheWeights(@ForAll LogitRow row) {
    double[] weights = new double[row.tokens()];
    double entropy = kernel.softmaxWithEntropy(row.logits(), temperature(row), weights);
    Vec exact = exactWeights(row);
    double expected =
        IntStream.range(0, exact.size())
            .mapToObj(exact::get)
            .filter(weight -> weight.lower().signum() > 0)
            .mapToDouble(weight -> weight.times(weight.log()).negated().value())
            .sum();

    assertThat(entropy).as("%s", row).isCloseTo(expected, within(1e-13 * (1 + expected)));
  }
}
