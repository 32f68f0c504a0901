package org.attentionlimits.empirical.recording.head;

/**
 * How logits enter the softmax: as {@code z = ℓ/T}, or as ℓ itself if they are scaled already, then
 * through {@code c tanh(z/c)} if there is a soft cap c; beside them a sink, if there is one.
 *
 * @param temperature T, positive and finite
 * @param scaled whether logits are q·k/T
 * @param softcap c, positive and finite, or NaN for none
 * @param sink z of a token without key and value, or NaN for none
 */
public record LogitScale(double temperature, boolean scaled, double softcap, double sink) {

  /** The lowest temperature that a recording may have. */
  public static final double LOWEST = 1e-100;

  /** The highest temperature that a recording may have. */
  public static final double HIGHEST = 1e100;

  /**
   * Whether a temperature leaves 1/T, T² and the quotients ℓ/T of all that F32 holds in the range
   * of normal doubles.
   */
  public static boolean isModerate(double temperature) {
    return temperature >= LOWEST && temperature <= HIGHEST;
  }

  /** Logits that are divided by the temperature, and nothing else. */
  public static LogitScale of(double temperature) {
    return new LogitScale(temperature, false, Double.NaN, Double.NaN);
  }

  /** Whether there is a soft cap. */
  public boolean hasSoftcap() {
    return !Double.isNaN(softcap);
  }

  /** Whether there is a sink. */
  public boolean hasSink() {
    return !Double.isNaN(sink);
  }

  /** z of a logit. */
  public double entering(double logit) {
    double z = scaled ? logit : logit / temperature;
    return hasSoftcap() ? softcap * Math.tanh(z / softcap) : z;
  }

  /** T z of a logit: the logit itself where nothing but the division by T is done to it. */
  double effective(double logit) {
    return scaled || hasSoftcap() ? temperature * entering(logit) : logit;
  }

  /** The logit that q·k gives. */
  double ofProduct(double product) {
    return scaled ? product / temperature : product;
  }

  /** What the softmax is taken of, in words. */
  String description() {
    String z = scaled ? "logits" : "logits/" + temperature;
    String capped = hasSoftcap() ? z + " capped at " + softcap : z;
    return hasSink() ? capped + " and a sink of " + sink : capped;
  }

  /** The same at another temperature. */
  public LogitScale at(double other) {
    return new LogitScale(other, scaled, softcap, sink);
  }

  /** The same for logits that are scaled already. */
  public LogitScale ofScaled() {
    return new LogitScale(temperature, true, softcap, sink);
  }

  /** The same with a soft cap. */
  public LogitScale cappedAt(double cap) {
    return new LogitScale(temperature, scaled, cap, sink);
  }

  /** The same with a sink, or without one if it is NaN. */
  public LogitScale withSink(double z) {
    return new LogitScale(temperature, scaled, softcap, z);
  }
}
