package org.attentionlimits.empirical.recording.head;

import java.util.BitSet;
import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.tensor.TensorType;

/**
 * Whether the numbers of a head belong together, within what the rounding of their types can do:
 *
 * <ul>
 *   <li>weights are finite and not negative, and zero on tokens that the query cannot see;
 *   <li>they sum to one, or to one less the sink's weight;
 *   <li>they are the softmax of the logits, if logits or query and key are known; a weight of zero
 *       also stands for what is smaller than the smallest normal number of its type;
 *   <li>logits are q·k, if all three are known.
 * </ul>
 *
 * <p>Rows without a visible token are not looked at.
 */
public final class HeadConsistency {

  /** What an explanation with rounded parameters may differ by, relative to a weight. */
  private static final double SLACK = 1e-3;

  private final RecordedHead head;
  private final HeadArrays arrays;
  private final double slack;
  private final BitSet badValues;
  private double largestError = Double.NaN;
  private boolean sumToOne = true;

  /** A check within rounding. */
  public HeadConsistency(RecordedHead head) {
    this(head, 0);
  }

  private HeadConsistency(RecordedHead head, double slack) {
    this.head = head;
    this.arrays = head.arrays();
    this.slack = slack;
    this.badValues = badValues(arrays);
  }

  /** Whether a head that was made up to explain another is consistent, roughly. */
  public static boolean fits(RecordedHead head) {
    return new HeadConsistency(head, SLACK).first().isEmpty();
  }

  /** The first inconsistency, by queries; empty if there is none. */
  public Optional<Inconsistency> first() {
    for (int query = 0; query < arrays.queries(); query++) {
      int[] visible = head.sight().visible(query);
      if (visible.length > 0) {
        Optional<Inconsistency> found = ofRow(query, visible);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The largest {@code |α_i − softmax_i|} of the rows looked at, or of a row's sum from one where
   * no logits are known; NaN if there was none.
   */
  public double largestError() {
    return largestError;
  }

  /** Whether all rows looked at sum to one within rounding, a sink's weight left out. */
  public boolean rowsSumToOne() {
    return sumToOne;
  }

  private Optional<Inconsistency> ofRow(int query, int... visible) {
    return ofNumbers(query)
        .or(() -> ofLogits(query, visible))
        .or(() -> ofSum(query, visible))
        .or(() -> ofSoftmax(query, visible))
        .or(() -> ofProducts(query, visible))
        .or(() -> ofValues(query, visible));
  }

  private String place(int query) {
    return head + ", query " + query;
  }

  private String place(int query, int key) {
    return place(query) + ", key " + key;
  }

  private Optional<Inconsistency> ofNumbers(int query) {
    for (int key = 0; key < arrays.keys(); key++) {
      double weight = arrays.weight(query, key);
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        String must = weight < 0 && Double.isFinite(weight) ? "not be negative" : "be finite";
        return found(
            Kind.NO_WEIGHT, "weight of " + place(query, key) + " must " + must + ": " + weight);
      }
      if (weight > 0 && !head.sight().sees(query, key)) {
        return found(
            Kind.UNSEEN,
            "weight on a token that the query cannot see: " + place(query, key) + ": " + weight);
      }
    }
    return Optional.empty();
  }

  private static Optional<Inconsistency> found(Kind kind, String text) {
    return Optional.of(new Inconsistency(kind, text));
  }

  private Optional<Inconsistency> ofLogits(int query, int... visible) {
    if (!head.hasLogits()) {
      return Optional.empty();
    }
    for (int key : visible) {
      double logit = head.logit(query, key);
      if (!Double.isFinite(logit)
          || !Double.isFinite(head.scale().entering(logit))
          || !Double.isFinite(head.scale().effective(logit))) {
        String what = Double.isFinite(logit) ? head.scale().description() + " of " : "logit of ";
        return found(Kind.LOGIT_NOT_FINITE, what + place(query, key) + " must be finite: " + logit);
      }
    }
    return Optional.empty();
  }

  private Optional<Inconsistency> ofSum(int query, int... visible) {
    TensorType type = head.precision().weights();
    double sum = 0;
    double halves = 0;
    for (int key : visible) {
      sum += arrays.weight(query, key);
      halves += type.halfUnit(arrays.weight(query, key));
    }
    double relative = RowSoftmax.relativeError(head.precision(), visible.length) + slack;
    double allowed = halves + relative * Math.max(1, sum);
    boolean sink = head.scale().hasSink();
    if (!head.hasLogits() && !sink) {
      offer(Math.abs(sum - 1));
    }
    boolean isOne = Math.abs(sum - 1) <= allowed;
    sumToOne &= isOne;
    boolean fits = sink ? sum - 1 <= allowed : isOne;
    return fits
        ? Optional.empty()
        : found(
            Kind.SUM,
            "weights of " + place(query) + " must sum to " + (sink ? "at most 1: " : "1: ") + sum);
  }

  private void offer(double error) {
    largestError = Double.isNaN(largestError) ? error : Math.max(largestError, error);
  }

  private Optional<Inconsistency> ofSoftmax(int query, int... visible) {
    if (!head.hasLogits()) {
      return Optional.empty();
    }
    RowSoftmax expected = new RowSoftmax(head, query, visible);
    TensorType type = head.precision().weights();
    for (int i = 0; i < visible.length; i++) {
      double weight = arrays.weight(query, visible[i]);
      double exact = expected.weight(i);
      double error = Math.abs(weight - exact);
      double allowed = exact * (expected.error(i) + slack) + type.halfUnit(weight);
      boolean flushed = weight == 0 && exact <= type.leastNormal() * (1 + expected.error(i));
      if (!(error <= allowed) && !flushed) {
        return found(Kind.SOFTMAX, notSoftmax(place(query, visible[i]), weight, exact, allowed));
      }
      offer(error);
    }
    return Optional.empty();
  }

  private String notSoftmax(String place, double weight, double exact, double allowed) {
    return "weight of "
        + place
        + " must be the softmax of "
        + head.scale().description()
        + ", "
        + exact
        + " within "
        + allowed
        + ": "
        + weight;
  }

  private Optional<Inconsistency> ofProducts(int query, int... visible) {
    if (!arrays.hasLogits() || !arrays.hasProducts()) {
      return Optional.empty();
    }
    for (int key : visible) {
      double logit = arrays.logit(query, key);
      double product = arrays.product(query, key);
      double expected = head.scale().ofProduct(product);
      double allowed = head.scale().ofProduct(allowedOfProduct(query, key)) + allowedOfLogit(logit);
      if (!(Math.abs(logit - expected) <= allowed)) {
        return found(
            Kind.PRODUCT,
            "logit of "
                + place(query, key)
                + " must be "
                + (head.scale().scaled() ? "q·k/T, " : "q·k, ")
                + expected
                + " within "
                + allowed
                + ": "
                + logit);
      }
    }
    return Optional.empty();
  }

  private double allowedOfProduct(int query, int key) {
    return RowSoftmax.productError(head, query, key) + slack * arrays.productScale(query, key);
  }

  private double allowedOfLogit(double logit) {
    TensorType type = head.precision().logits();
    return RowSoftmax.ROUNDINGS * Math.max(type.rounding() * Math.abs(logit), type.halfUnit(logit));
  }

  private Optional<Inconsistency> ofValues(int query, int... visible) {
    for (int key : visible) {
      if (badValues.get(key)) {
        return found(Kind.VALUE, "value of key " + key + " must be finite: " + place(query));
      }
    }
    return Optional.empty();
  }

  private static BitSet badValues(HeadArrays arrays) {
    BitSet bad = new BitSet(arrays.keys());
    double[] values = arrays.of(Part.VALUE);
    int dimension = values.length / arrays.keys();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        bad.set(i / dimension);
      }
    }
    return bad;
  }
}
