package org.attentionlimits.empirical.recording.head;

import org.attentionlimits.empirical.tensor.TensorType;

/**
 * The softmax of one row in double precision, and by how much of each weight the rounding of logits
 * of that magnitude, of their division by T and of the arithmetic may have changed it.
 *
 * <p>If each z_i is known within δ_i, then ln α_i is within {@code δ_i + ln Σ α_j exp δ_j}.
 */
public final class RowSoftmax {

  /** Roundings that a number may have gone through: as stored, scaled, capped, shifted. */
  static final double ROUNDINGS = 4;

  /** Error of a float32 operation, which 16-bit types accumulate in. */
  private static final double FLOAT = TensorType.F32.rounding();

  /** Operations beside those of each token: an exponential, a quotient. */
  private static final int OPERATIONS = 8;

  /** The exponential of more is infinite. */
  private static final double MOST = 700;

  private final double[] weights;
  private final double[] errors;
  private final double logSum;

  public RowSoftmax(RecordedHead head, int query, int... visible) {
    int n = visible.length;
    double[] z = new double[n];
    double[] delta = new double[n];
    double largest = head.scale().hasSink() ? head.scale().sink() : Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      z[i] = head.scale().entering(head.logit(query, visible[i]));
      largest = Math.max(largest, z[i]);
    }
    double unit = unit(head.precision());
    for (int i = 0; i < n; i++) {
      double ofLogit = logitError(head, query, visible[i]);
      delta[i] = Math.min(MOST, ofLogit + ROUNDINGS * unit * Math.abs(z[i] - largest));
    }
    this.weights = new double[n];
    double sink = head.scale().hasSink() ? Math.exp(head.scale().sink() - largest) : 0;
    double sum = sink;
    for (int i = 0; i < n; i++) {
      weights[i] = Math.exp(z[i] - largest);
      sum += weights[i];
    }
    this.logSum = largest + Math.log(sum);
    double ofSink = sinkError(head);
    double spread = sink == 0 ? 0 : sink / sum * Math.exp(Math.min(MOST, ofSink));
    for (int i = 0; i < n; i++) {
      weights[i] /= sum;
      spread += weights[i] * Math.exp(delta[i]);
    }
    this.errors = new double[n];
    double arithmetic = (1 + relativeError(head.precision(), n)) * spread;
    for (int i = 0; i < n; i++) {
      errors[i] = Math.exp(delta[i]) * arithmetic - 1;
    }
  }

  /** The unit in which a row is computed: that of float32 for 16-bit numbers. */
  private static double unit(Precision precision) {
    return Math.min(FLOAT, Math.max(precision.weights().rounding(), precision.logits().rounding()));
  }

  /** The largest relative error of a weight of a row of n tokens, or of their sum. */
  static double relativeError(Precision precision, int n) {
    return ROUNDINGS * precision.weights().rounding() + arithmeticError(precision, n);
  }

  /** The largest relative error of the sum of a row of n weights, before they were rounded. */
  static double arithmeticError(Precision precision, int n) {
    return (n + OPERATIONS) * unit(precision);
  }

  /** By how much z may differ for the rounding of its logit. */
  private static double logitError(RecordedHead head, int query, int key) {
    LogitScale scale = head.scale();
    double logit = head.logit(query, key);
    double rounded = ROUNDINGS * rounding(head.precision(), logit);
    return head.arrays().hasLogits()
        ? rounded / (scale.scaled() ? 1 : scale.temperature())
        : (rounded + productError(head, query, key)) / scale.temperature();
  }

  /** Weights of 16 bits are taken to come from logits that were of 16 bits, however stored. */
  private static double rounding(Precision precision, double logit) {
    double unit = Math.max(precision.logits().rounding(), precision.weights().rounding());
    return Math.max(unit * Math.abs(logit), precision.logits().halfUnit(logit));
  }

  private static double sinkError(RecordedHead head) {
    LogitScale scale = head.scale();
    return scale.hasSink() ? ROUNDINGS * rounding(head.precision(), scale.sink()) : 0;
  }

  /** By how much q·k may differ for the rounding of its factors and of their products. */
  static double productError(RecordedHead head, int query, int key) {
    Precision precision = head.precision();
    double unit = Math.min(FLOAT, Math.max(precision.vectors().rounding(), unit(precision)));
    int terms = head.arrays().productTerms();
    return head.arrays().productScale(query, key)
        * (ROUNDINGS * precision.vectors().rounding() + (terms + OPERATIONS) * unit);
  }

  /** α_i of the i-th visible token. */
  public double weight(int i) {
    return weights[i];
  }

  /** The relative error that α_i may have. */
  double error(int i) {
    return errors[i];
  }

  /** ln Σ exp z_j, the sink included. */
  public double logSum() {
    return logSum;
  }
}
