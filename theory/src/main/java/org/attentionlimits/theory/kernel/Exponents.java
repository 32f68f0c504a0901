package org.attentionlimits.theory.kernel;

/**
 * How logits become exponents: {@code z = max((ℓ − largest), least)/t}. The quotient is the
 * correctly rounded one, by products: with {@code q = a·inverse}, Markstein's correction {@code q +
 * (a − qt)·inverse} (IBM Journal of Research and Development 34 (1990), doi:10.1147/rd.341.0111).
 *
 * @param largest logit
 * @param least difference, whose exponential is zero
 * @param t the temperature, from 1e-290 to 1e290
 * @param inverse {@code 1/t}, correctly rounded
 */
public record Exponents(double largest, double least, double t, double inverse) {

  static Exponents of(double largest, double t) {
    return new Exponents(largest, 1.5 * Exponential.LEAST * t, t, 1 / t);
  }

  /** z. */
  double of(double logit) {
    return Exponential.quotient(Math.max(logit - largest, least), t, inverse);
  }

  /**
   * {@link Exponents} in single precision.
   *
   * @param largest logit
   * @param least difference, whose exponential is zero
   * @param t the temperature, from 1e-30 to 1e30
   * @param inverse {@code 1/t}, correctly rounded
   */
  public record Single(float largest, float least, float t, float inverse) {

    static Single of(float largest, float t) {
      return new Single(largest, 1.5f * Exponential.LEAST_SINGLE * t, t, 1 / t);
    }

    /** z. */
    float of(float logit) {
      return Exponential.quotient(Math.max(logit - largest, least), t, inverse);
    }
  }
}
