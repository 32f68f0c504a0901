package org.attentionlimits.theory.kernel;

import java.util.Arrays;
import org.attentionlimits.theory.jacobian.SecularRoot;
import org.attentionlimits.theory.normalize.Softmax;

/**
 * Kernels of one row of n tokens, in arrays of the caller. Nothing is allocated for a row that is
 * no longer than an earlier one, but for a few words. One thread at a time may use a kernel;
 * another is cheap to make.
 *
 * <p>With {@code u = 2⁻⁵³}, z the correctly rounded {@code (ℓ − max ℓ)/T}, and weights that are no
 * subnormal numbers:
 *
 * <ul>
 *   <li>a weight differs from the quotient of correctly rounded exponentials of z and their sum by
 *       at most 4 ulp in double precision (1.6 were seen), and by at most 6 in single precision
 *       (4.7);
 *   <li>a larger logit has no smaller weight;
 *   <li>a logit of −∞ is that of a masked token, whose weight is zero; a row of NaN gives NaN.
 * </ul>
 */
public final class RowKernel {

  /** Elements whose exponentials' partial sums are added before more are. */
  private static final int BLOCK = 8 * Lanes.PARTIALS;

  private static final int SINGLE_PARTIALS = 2 * Lanes.PARTIALS;
  private static final int SINGLE_BLOCK = 8 * SINGLE_PARTIALS;

  private static final double LEAST = 1e-290;
  private static final double MOST = 1e290;
  private static final double LEAST_SINGLE = 1e-30;
  private static final double MOST_SINGLE = 1e30;

  /** Below this, the second largest weight's multiples are computed of larger numbers. */
  private static final double SMALL = 1e-150;

  private static final double LARGE = 0x1p600;

  private final Lanes lanes;
  private final double[] partials = new double[Lanes.PARTIALS];
  private final double[] slopes = new double[Lanes.PARTIALS];
  private final float[] singles = new float[SINGLE_PARTIALS];
  private double[] others = new double[0];

  /** A kernel on given lanes. */
  RowKernel(Lanes lanes) {
    this.lanes = lanes;
  }

  /**
   * A kernel on the fastest lanes of this virtual machine: vector instructions if the module
   * jdk.incubator.vector was added to it ({@code --add-modules jdk.incubator.vector}), else loops.
   */
  public static RowKernel fastest() {
    return new RowKernel(LanesOfMachine.fastest());
  }

  /** A kernel on loops. */
  public static RowKernel scalar() {
    return new RowKernel(Lanes.scalar());
  }

  /** What computes it, in words. */
  public String description() {
    return lanes.description();
  }

  /**
   * {@code α_i = exp((ℓ_i − max ℓ)/T)/Σ_j exp((ℓ_j − max ℓ)/T)}.
   *
   * @param logits ℓ, [n], n ≥ 1
   * @param temperature T
   * @param weights α, [n], set
   * @return {@code ln Σ_j exp(ℓ_j/T)}
   * @throws IllegalArgumentException if T is not from 1e-290 to 1e290, the arrays are not of the
   *     same length, or no token is visible
   */
  public double softmax(double[] logits, double temperature, double[] weights) {
    double largest = largest(logits, temperature, weights);
    double sum = exponentials(logits, largest, temperature, weights);
    lanes.divide(weights, 0, weights.length, sum);
    return largest / temperature + StrictMath.log(sum);
  }

  /**
   * The weights, as {@link #softmax(double[], double, double[])}, and their entropy.
   *
   * @return {@code −Σ_i α_i ln α_i}
   */
  public double softmaxWithEntropy(double[] logits, double temperature, double[] weights) {
    double largest = largest(logits, temperature, weights);
    double sum = exponentials(logits, largest, temperature, weights);
    Arrays.fill(partials, 0);
    lanes.exponents(
        logits, 0, logits.length, Exponents.of(largest, temperature), weights, partials);
    lanes.divide(weights, 0, weights.length, sum);
    return StrictMath.log(sum) - total(partials) / sum;
  }

  /**
   * The weights in single precision; their sum is kept to about one ulp.
   *
   * @param logits ℓ, [n], n ≥ 1
   * @param temperature T
   * @param weights α, [n], set
   * @throws IllegalArgumentException if T is not from 1e-30 to 1e30, or else as in double precision
   */
  public void softmax(float[] logits, float temperature, float[] weights) {
    requireTemperature(temperature, LEAST_SINGLE, MOST_SINGLE);
    requireSize(logits.length, weights.length);
    float largest = lanes.max(logits, 0, logits.length, Float.NEGATIVE_INFINITY);
    requireVisible(largest);
    Exponents.Single exponents = Exponents.Single.of(largest, temperature);
    double sum = 0;
    for (int from = 0; from < logits.length; from += SINGLE_BLOCK) {
      int to = Math.min(from + SINGLE_BLOCK, logits.length);
      Arrays.fill(singles, 0);
      lanes.exponentials(logits, from, to, exponents, weights, singles);
      sum += total(singles);
    }
    lanes.divide(weights, 0, weights.length, (float) sum);
  }

  /**
   * {@code Jv = α∘(v − α·v)/T}. The Jacobian is symmetric: it is {@code J^T v} too.
   *
   * @param weights α, [n]
   * @param temperature T
   * @param v [n]
   * @param product [n], set; v itself is allowed
   * @throws IllegalArgumentException if T is not from 1e-290 to 1e290, or the arrays are not of the
   *     same length
   */
  public void jacobianProduct(double[] weights, double temperature, double[] v, double[] product) {
    requireTemperature(temperature, LEAST, MOST);
    requireSize(weights.length, v.length);
    requireSize(weights.length, product.length);
    Arrays.fill(partials, 0);
    lanes.products(weights, v, 0, v.length, partials);
    lanes.deviations(weights, v, 0, v.length, total(partials), 1 / temperature, product);
  }

  /**
   * {@code ‖J‖₂ = λ/T} with λ the root of the secular equation, by Newton's steps.
   *
   * <ul>
   *   <li>a single token, or one that has all the weight: 0;
   *   <li>two largest weights that are equal: λ is that weight.
   * </ul>
   *
   * @param weights α, [n], n ≥ 1, summing to one
   * @param temperature T
   * @throws IllegalArgumentException if T is not from 1e-290 to 1e290, or there is no weight
   */
  public double spectralNorm(double[] weights, double temperature) {
    requireTemperature(temperature, LEAST, MOST);
    requireSize(Math.max(1, weights.length), weights.length);
    double largest = lanes.max(weights, 0, weights.length, Double.NEGATIVE_INFINITY);
    int argmax = indexOf(largest, weights);
    double second =
        lanes.max(weights, argmax + 1, weights.length, lanes.max(weights, 0, argmax, 0));
    if (second == 0 || second == largest) {
      return second / temperature;
    }
    int count = weights.length - 1;
    others = others.length < count ? new double[weights.length] : others;
    System.arraycopy(weights, 0, others, 0, argmax);
    System.arraycopy(weights, argmax + 1, others, argmax, count - argmax);
    if (second < SMALL) {
      lanes.divide(others, 0, count, 1 / LARGE);
    }
    lanes.divide(others, 0, count, second < SMALL ? second * LARGE : second);
    Arrays.fill(partials, 0);
    lanes.sum(others, 0, count, partials);
    SecularRoot.Poles poles = (origin, offset, sums) -> poles(count, origin, offset, sums);
    double root = new SecularRoot(largest, second, total(partials), poles).inUnits();
    return (count == 1 ? 2 * largest * second : second * root) / temperature;
  }

  private static int indexOf(double largest, double... weights) {
    int index = 0;
    while (index < weights.length - 1 && weights[index] != largest) {
      index++;
    }
    return index;
  }

  private void poles(int count, double origin, double offset, double[] sums) {
    Arrays.fill(partials, 0);
    Arrays.fill(slopes, 0);
    lanes.poles(others, 0, count, origin, offset, partials, slopes);
    sums[0] = total(partials);
    sums[1] = total(slopes);
  }

  private double largest(double[] logits, double temperature, double[] weights) {
    requireTemperature(temperature, LEAST, MOST);
    requireSize(logits.length, weights.length);
    double largest = lanes.max(logits, 0, logits.length, Double.NEGATIVE_INFINITY);
    requireVisible(largest);
    return largest;
  }

  /** Sets the exponentials; their sum, the blocks' sums being added with what rounding loses. */
  private double exponentials(double[] logits, double largest, double temperature, double[] e) {
    Exponents exponents = Exponents.of(largest, temperature);
    double sum = 0;
    double lost = 0;
    for (int from = 0; from < logits.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, logits.length);
      Arrays.fill(partials, 0);
      lanes.exponentials(logits, from, to, exponents, e, partials);
      double block = total(partials);
      double longer = sum + block;
      double part = longer - sum;
      lost += (sum - (longer - part)) + (block - part);
      sum = longer;
    }
    return sum + lost;
  }

  private static void requireTemperature(double temperature, double least, double most) {
    Softmax.requireTemperature(temperature);
    if (temperature < least || temperature > most) {
      throw new IllegalArgumentException(
          "temperature must be from " + least + " to " + most + ": " + temperature);
    }
  }

  private static void requireSize(int expected, int size) {
    if (size != expected || size == 0) {
      throw new IllegalArgumentException(
          "array must have " + Math.max(1, expected) + " elements: " + size);
    }
  }

  private static void requireVisible(double largest) {
    if (largest == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException("all tokens are masked");
    }
  }

  /** The sum of partial sums, in pairs; they are used up. */
  private static double total(double... partials) {
    for (int half = partials.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        partials[i] += partials[half + i];
      }
    }
    return partials[0];
  }

  /** The sum of partial sums, in pairs; they are used up. */
  private static float total(float... partials) {
    for (int half = partials.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        partials[i] += partials[half + i];
      }
    }
    return partials[0];
  }
}
