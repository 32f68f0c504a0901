package org.attentionlimits.theory.kernel;

/** Lanes of loops. */
final class ScalarLanes implements Lanes {

  @Override
  public String description() {
    return "scalar loops";
  }

  @Override
  public double max(double[] x, int from, int to, double other) {
    double largest = other;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, x[i]);
    }
    return largest;
  }

  @Override
  public float max(float[] x, int from, int to, float other) {
    float largest = other;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, x[i]);
    }
    return largest;
  }

  @Override
  public void exponentials(
      double[] x, int from, int to, Exponents exponents, double[] e, double[] partials) {
    int last = partials.length - 1;
    for (int i = from; i < to; i++) {
      e[i] = Exponential.exp(exponents.of(x[i]));
      partials[i & last] += e[i];
    }
  }

  @Override
  public void exponentials(
      float[] x, int from, int to, Exponents.Single exponents, float[] e, float[] partials) {
    int last = partials.length - 1;
    for (int i = from; i < to; i++) {
      e[i] = Exponential.exp(exponents.of(x[i]));
      partials[i & last] += e[i];
    }
  }

  @Override
  public void divide(double[] x, int from, int to, double divisor) {
    double inverse = 1 / divisor;
    for (int i = from; i < to; i++) {
      x[i] = Exponential.quotient(x[i], divisor, inverse);
    }
  }

  @Override
  public void divide(float[] x, int from, int to, float divisor) {
    float inverse = 1 / divisor;
    for (int i = from; i < to; i++) {
      x[i] = Exponential.quotient(x[i], divisor, inverse);
    }
  }

  @Override
  public void sum(double[] x, int from, int to, double[] partials) {
    int last = partials.length - 1;
    for (int i = from; i < to; i++) {
      partials[i & last] += x[i];
    }
  }

  @Override
  public void products(double[] a, double[] b, int from, int to, double[] partials) {
    int last = partials.length - 1;
    for (int i = from; i < to; i++) {
      partials[i & last] = Math.fma(a[i], b[i], partials[i & last]);
    }
  }

  @Override
  public void exponents(
      double[] x, int from, int to, Exponents exponents, double[] e, double[] partials) {
    int last = partials.length - 1;
    for (int i = from; i < to; i++) {
      partials[i & last] = Math.fma(e[i], exponents.of(x[i]), partials[i & last]);
    }
  }

  @Override
  public void deviations(
      double[] weights,
      double[] v,
      int from,
      int to,
      double mean,
      double factor,
      double[] product) {
    for (int i = from; i < to; i++) {
      product[i] = weights[i] * (v[i] - mean) * factor;
    }
  }

  @Override
  public void poles(
      double[] w,
      int from,
      int to,
      double origin,
      double offset,
      double[] partials,
      double[] slopes) {
    int last = partials.length - 1;
    for (int i = from; i < to; i++) {
      double ratio = w[i] / (offset - (origin - w[i]));
      partials[i & last] = Math.fma(w[i], ratio, partials[i & last]);
      slopes[i & last] = Math.fma(ratio, ratio, slopes[i & last]);
    }
  }
}
