package org.attentionlimits.empirical.kernel;

/**
 * How far softmax moves over a step, {@code g(T, ε) = ‖softmax((ℓ+εv)/T) − softmax(ℓ/T)‖₂/ε}, of
 * one row after another, direction, temperature and step.
 *
 * <p>With {@code u_i = e^{ε(v_i − v_a)/T} − 1}, a the token of the largest weight, and {@code ū =
 * Σ_i α_i u_i}, the change of weight i is {@code α_i (u_i − ū)/(1 + ū)}: nothing cancels, neither
 * for small steps nor where one weight is almost one. Where an exponent exceeds {@link
 * Exponentials#LARGEST} the two softmaxes are subtracted. Relative error below 1e-9; a change below
 * 1e-140 may come out as zero.
 */
public final class RowSensitivity {

  private final double[] logits;
  private final double[] direction;
  private final double[] weights;
  private final double[] terms;
  private final double[] scratch;
  private int tokens;
  private int largest;
  private double range;
  private double span;
  private double temperature;

  public RowSensitivity(int length) {
    this.logits = new double[length];
    this.direction = new double[length];
    this.weights = new double[length];
    this.terms = new double[length];
    this.scratch = new double[length];
  }

  /** Begins with the row of n logits that starts at a place of an array. */
  public void row(float[] all, int start, int count) {
    tokens = count;
    largest = 0;
    float least = all[start];
    for (int i = 1; i < count; i++) {
      largest = all[start + i] > all[start + largest] ? i : largest;
      least = Math.min(least, all[start + i]);
    }
    for (int i = 0; i < count; i++) {
      logits[i] = (double) all[start + i] - all[start + largest];
    }
    range = (double) all[start + largest] - least;
  }

  /** Sets the temperature, and with it the weights. */
  public void temperature(double t) {
    temperature = t;
    softmax(logits, range, weights);
  }

  /** {@code softmax(x/T)} of x ≤ 0 of at most a magnitude. */
  private void softmax(double[] x, double magnitude, double[] result) {
    double inverse = 1 / temperature;
    for (int i = 0; i < tokens; i++) {
      result[i] = x[i] * inverse;
    }
    Exponentials.exp(result, tokens, magnitude * inverse);
    System.arraycopy(result, 0, scratch, 0, tokens);
    double factor = 1 / Exponentials.sum(scratch, tokens);
    for (int i = 0; i < tokens; i++) {
      result[i] *= factor;
    }
  }

  /** The weights at the temperature; the first n elements count. */
  public double[] weights() {
    return weights;
  }

  /** The token of the largest weight, the first of equals. */
  public int largest() {
    return largest;
  }

  /**
   * The root of the mean of {@code ‖Jv‖²} over all unit vectors v of a dimension, {@code
   * ‖J‖_F/√dimension}: what g(T, ε) comes to for ε towards 0. With a the token of the largest
   * weight, {@code T²‖J‖_F² = Σ_i α_i²(1 − α_i)² + 2α_a² s + s² − Σ_{i≠a} α_i⁴}, {@code s = Σ_{i≠a}
   * α_i²}, and {@code 1 − α_a} is the sum of the others: nothing cancels.
   *
   * @param dimension of v, at least the number of tokens
   */
  public double rootMeanSquare(int dimension) {
    double others = 0;
    double squares = 0;
    double fourths = 0;
    double diagonal = 0;
    for (int i = 0; i < tokens; i++) {
      if (i != largest) {
        double square = weights[i] * weights[i];
        double rest = 1 - weights[i];
        others += weights[i];
        squares += square;
        fourths += square * square;
        diagonal += square * rest * rest;
      }
    }
    double top = weights[largest] * weights[largest];
    double offDiagonal = 2 * top * squares + Math.max(0, squares * squares - fourths);
    double total = diagonal + top * others * others + offDiagonal;
    return Math.sqrt(total / dimension) / temperature;
  }

  /** Sets the direction v; the first n elements count. */
  public void direction(double[] v) {
    double reference = v[largest];
    span = 0;
    for (int i = 0; i < tokens; i++) {
      direction[i] = v[i] - reference;
      span = Math.max(span, Math.abs(direction[i]));
    }
  }

  /** {@code g(T, ε)} for the row, the temperature and the direction; ε may be negative. */
  public double at(double step) {
    double bound = Math.abs(step) * span / temperature;
    if (bound <= Exponentials.LARGEST) {
      near(step, bound);
    } else {
      far(step);
    }
    for (int i = 0; i < tokens; i++) {
      terms[i] *= terms[i];
    }
    return Math.sqrt(Exponentials.sum(terms, tokens)) / Math.abs(step);
  }

  private void near(double step, double bound) {
    double factor = step / temperature;
    for (int i = 0; i < tokens; i++) {
      terms[i] = direction[i] * factor;
    }
    Exponentials.expm1(terms, tokens, bound);
    for (int i = 0; i < tokens; i++) {
      scratch[i] = weights[i] * terms[i];
    }
    double mean = Exponentials.sum(scratch, tokens);
    double scale = 1 / (1 + mean);
    for (int i = 0; i < tokens; i++) {
      terms[i] = weights[i] * ((terms[i] - mean) * scale);
    }
  }

  private void far(double step) {
    double top = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tokens; i++) {
      terms[i] = logits[i] + step * direction[i];
      top = Math.max(top, terms[i]);
      bottom = Math.min(bottom, terms[i]);
    }
    for (int i = 0; i < tokens; i++) {
      terms[i] -= top;
    }
    softmax(terms, top - bottom, terms);
    for (int i = 0; i < tokens; i++) {
      terms[i] -= weights[i];
    }
    terms[largest] = 0;
    System.arraycopy(terms, 0, scratch, 0, tokens);
    terms[largest] = -Exponentials.sum(scratch, tokens);
  }
}
