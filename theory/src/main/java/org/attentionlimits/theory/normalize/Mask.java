package org.attentionlimits.theory.normalize;

import java.util.Arrays;
import org.attentionlimits.theory.real.Decimals;

/** Which tokens of a row are visible: those whose logit is not −∞. */
public final class Mask {

  private final double[] logits;
  private final int[] indices;

  private Mask(double[] logits, int[] indices) {
    this.logits = logits;
    this.indices = indices;
  }

  /**
   * The mask of a row of logits.
   *
   * @throws IllegalArgumentException if a logit is NaN or +∞, or if none is finite
   */
  public static Mask of(double... logits) {
    int[] visible = new int[logits.length];
    int count = 0;
    for (int i = 0; i < logits.length; i++) {
      if (logits[i] != Double.NEGATIVE_INFINITY) {
        if (!Double.isFinite(logits[i])) {
          throw new IllegalArgumentException(
              "logit " + i + " must be finite, or -Infinity as a mask: " + logits[i]);
        }
        visible[count++] = i;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "at least one logit must be finite: " + Decimals.print(logits));
    }
    return new Mask(logits.clone(), Arrays.copyOf(visible, count));
  }

  /** Indices of the visible tokens, ascending. */
  public int[] indices() {
    return indices.clone();
  }

  /** Logits of the visible tokens. */
  public double[] visible() {
    return Arrays.stream(indices).mapToDouble(i -> logits[i]).toArray();
  }

  /** Values of the visible tokens put back in their places, {@code masked} in the others. */
  public double[] expand(double[] values, double masked) {
    double[] expanded = new double[logits.length];
    Arrays.fill(expanded, masked);
    for (int i = 0; i < indices.length; i++) {
      expanded[indices[i]] = values[i];
    }
    return expanded;
  }
}
