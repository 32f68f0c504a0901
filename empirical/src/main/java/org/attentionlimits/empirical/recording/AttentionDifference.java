package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * The largest differences between two computations of the same attention, as on two devices. Of
 * logits and weights, what is visible counts.
 *
 * @param logits largest |ℓ − ℓ'|
 * @param weights largest |α − α'|
 * @param vectors largest difference of a component of a query, key or value; NaN where one side has
 *     none
 * @param logitPlace where the logits differ most
 * @param weightPlace where the weights differ most
 */
public record AttentionDifference(
    double logits, double weights, double vectors, String logitPlace, String weightPlace) {

  /**
   * Compares a recording with a source, head by head.
   *
   * @throws IllegalArgumentException if their layers, heads, tokens or temperatures differ, or
   *     their token ids where both tell them
   */
  public static AttentionDifference between(RecordedAttention recorded, AttentionSource source)
      throws IOException {
    requireSame(recorded.layersOfHeads(), source.layersOfHeads(), source);
    requireSame(tokens(recorded), tokens(source), source);
    if (recorded.ids().isPresent()
        && source.ids().isPresent()
        && !Arrays.equals(recorded.ids().get(), source.ids().get())) {
      throw new IllegalArgumentException("token ids of " + source.name() + " must be the same");
    }
    Scan scan = new Scan();
    try {
      source.forEachHead(head -> scan.add(read(recorded, head), head));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return scan.result();
  }

  private static HeadAttention read(RecordedAttention recorded, HeadAttention like) {
    try {
      return recorded.head(like.layer(), like.head());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tokens(AttentionSource source) {
    return Line.counted(source.length(), "token");
  }

  private static void requireSame(String expected, String found, AttentionSource source) {
    if (!expected.equals(found)) {
      throw new IllegalArgumentException(source.name() + " must have " + expected + ": " + found);
    }
  }

  /** One line. */
  @Override
  public String toString() {
    String ofVectors =
        Double.isNaN(vectors)
            ? ""
            : String.format(Locale.ROOT, ", of a query, key or value component %.2g", vectors);
    return String.format(
        Locale.ROOT,
        "largest difference of a weight %.2g (%s), of a logit %.2g (%s)%s",
        weights,
        weightPlace,
        logits,
        logitPlace,
        ofVectors);
  }

  /** The largest so far, of heads that are shown in pairs. */
  public static final class Scan {
    private double logits = -1;
    private double weights = -1;
    private double vectors = Double.NaN;
    private String logitPlace = "";
    private String weightPlace = "";

    /**
     * Looks at one head as both have computed it.
     *
     * @throws IllegalArgumentException if their temperatures or vectors do not fit together
     */
    public void add(HeadAttention one, HeadAttention other) {
      if (one.temperature() != other.temperature()) {
        throw new IllegalArgumentException(
            "temperature must be " + one.temperature() + ": " + other.temperature());
      }
      int length = one.length();
      for (int query = 0; query < length; query++) {
        for (int key = 0; key <= query; key++) {
          add(one, other, query, key, query * length + key);
        }
      }
      if (one.hasVectors() && other.hasVectors()) {
        addVectors(one.query(), other.query());
        addVectors(one.key(), other.key());
        addVectors(one.value(), other.value());
      }
    }

    private void add(HeadAttention one, HeadAttention other, int query, int key, int at) {
      double logit = difference(one.logits()[at], other.logits()[at]);
      double weight = difference(one.weights()[at], other.weights()[at]);
      if (!(logit <= logits)) {
        logits = logit;
        logitPlace = one + ", query " + query + ", key " + key;
      }
      if (!(weight <= weights)) {
        weights = weight;
        weightPlace = one + ", query " + query + ", key " + key;
      }
    }

    private void addVectors(float[] one, float[] other) {
      if (one.length != other.length) {
        throw new IllegalArgumentException(
            "vectors must have " + one.length + " components: " + other.length);
      }
      for (int i = 0; i < one.length; i++) {
        double difference = difference(one[i], other[i]);
        vectors = Double.isNaN(vectors) ? difference : Math.max(vectors, difference);
      }
    }

    private static double difference(float x, float y) {
      return Math.abs((double) x - y);
    }

    /** What was found; differences of −1 if no head was shown. */
    public AttentionDifference result() {
      return new AttentionDifference(logits, weights, vectors, logitPlace, weightPlace);
    }
  }
}
