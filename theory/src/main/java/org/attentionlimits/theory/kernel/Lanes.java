package org.attentionlimits.theory.kernel;

/**
 * Passes over the elements of arrays from one index to another, of which there are two
 * implementations with the same results bit for bit.
 *
 * <p>A sum is given as partial sums, to which a pass adds: element i to the partial sum {@code i
 * mod partials.length}. Their number is a power of two, {@value #PARTIALS} or more.
 */
public interface Lanes {

  /** Number of partial sums. */
  int PARTIALS = 32;

  /** Lanes of loops, which every virtual machine can run. */
  static Lanes scalar() {
    return new ScalarLanes();
  }

  /** What computes them, in words. */
  String description();

  /** The largest of some elements and another number. */
  double max(double[] x, int from, int to, double other);

  /** The largest of some elements and another number. */
  float max(float[] x, int from, int to, float other);

  /** {@code e_i = exp(z_i)} of the exponents z of logits x, and their sum. */
  void exponentials(
      double[] x, int from, int to, Exponents exponents, double[] e, double[] partials);

  /** {@code e_i = exp(z_i)} of the exponents z of logits x, and their sum. */
  void exponentials(
      float[] x, int from, int to, Exponents.Single exponents, float[] e, float[] partials);

  /** Divides by a number from 1e-290 to 1e290, correctly rounded unless a quotient is subnormal. */
  void divide(double[] x, int from, int to, double divisor);

  /** Divides by a number from 1e-30 to 1e30, correctly rounded unless a quotient is subnormal. */
  void divide(float[] x, int from, int to, float divisor);

  /** {@code Σ x_i}. */
  void sum(double[] x, int from, int to, double[] partials);

  /** {@code Σ a_i b_i}. */
  void products(double[] a, double[] b, int from, int to, double[] partials);

  /** {@code Σ e_i z_i} of the exponents z of logits x. */
  void exponents(double[] x, int from, int to, Exponents exponents, double[] e, double[] partials);

  /** {@code p_i = α_i (v_i − mean)·factor}. */
  void deviations(
      double[] weights, double[] v, int from, int to, double mean, double factor, double[] product);

  /**
   * {@code Σ w_i²/(w_i − ρ)} and {@code Σ (w_i/(w_i − ρ))²}, the denominator being computed as
   * {@code offset − (origin − w_i)}.
   */
  void poles(
      double[] w,
      int from,
      int to,
      double origin,
      double offset,
      double[] partials,
      double[] slopes);
}
