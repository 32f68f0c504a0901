package org.attentionlimits.empirical.recording.head;

import java.util.Arrays;
import java.util.Optional;
import org.attentionlimits.empirical.tensor.HeadRow;
import org.attentionlimits.empirical.tensor.RowPart;
import org.attentionlimits.empirical.tensor.TensorType;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.normalize.WeightBounds;

/** What one query of a recorded head sees. A sink, if there is one, is the last token. */
public final class RecordedRow implements HeadRow {

  private final RecordedHead head;
  private final int query;
  private final int[] visible;

  RecordedRow(RecordedHead head, int query, int... visible) {
    this.head = head;
    this.query = query;
    this.visible = visible;
  }

  private LogitScale scale() {
    return head.scale();
  }

  @Override
  public int tokens() {
    return scale().hasSink() ? visible.length + 1 : visible.length;
  }

  @Override
  public boolean has(RowPart part) {
    return switch (part) {
      case WEIGHTS -> true;
      case LOGITS -> head.hasLogits();
      case EMBEDDINGS -> head.arrays().hasValues() && !scale().hasSink();
      case QUERY_KEYS -> head.arrays().hasProducts() && !scale().hasSink() && !scale().hasSoftcap();
    };
  }

  /** The temperature T of the softmax. */
  public double temperature() {
    return scale().temperature();
  }

  /** The keys that the query sees, a fresh array, without the sink. */
  public int[] keys() {
    return visible.clone();
  }

  /** The weights as stored, [n]; that of a sink is what they lack to one, or zero. */
  public double[] weights() {
    double[] weights = new double[tokens()];
    double sum = 0;
    for (int i = 0; i < visible.length; i++) {
      weights[i] = head.arrays().weight(query, visible[i]);
      sum += weights[i];
    }
    if (scale().hasSink()) {
      weights[visible.length] = Math.max(0, 1 - sum);
    }
    return weights;
  }

  /**
   * How far each weight may be from what was rounded to it, [n]: half a unit of its type; of a sink
   * the sum of the others.
   */
  public double[] halfUnits() {
    TensorType type = head.precision().weights();
    double[] halves = new double[tokens()];
    double sum = 0;
    for (int i = 0; i < visible.length; i++) {
      halves[i] = type.halfUnit(head.arrays().weight(query, visible[i]));
      sum += halves[i];
    }
    if (scale().hasSink()) {
      halves[visible.length] = sum;
    }
    return halves;
  }

  /**
   * T times what enters the softmax, the sink last. Without logits, what each weight may have been
   * before it was rounded, and no more than one.
   */
  @Override
  public LogitRow weighted() {
    return isExact() ? ofLogits() : LogitRow.ofWeights(temperature(), bounds());
  }

  private WeightBounds bounds() {
    double[] weights = weights();
    double[] halves = halfUnits();
    double[] lower = new double[weights.length];
    double[] upper = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      lower[i] = Math.max(0, Math.nextDown(weights[i] - halves[i]));
      upper[i] = Math.max(lower[i], Math.min(1, Math.nextUp(weights[i] + halves[i])));
    }
    return new WeightBounds(lower, upper)
        .summingToOne(RowSoftmax.arithmeticError(head.precision(), weights.length));
  }

  private LogitRow ofLogits() {
    double[] logits = new double[tokens()];
    for (int i = 0; i < visible.length; i++) {
      logits[i] = scale().effective(head.logit(query, visible[i]));
    }
    if (scale().hasSink()) {
      logits[visible.length] = temperature() * scale().sink();
    }
    return new LogitRow(temperature(), logits);
  }

  @Override
  public Optional<EmbeddedRow> embedded(int selected) {
    if (!has(RowPart.EMBEDDINGS)) {
      return Optional.empty();
    }
    double[][] values =
        Arrays.stream(visible).mapToObj(head.arrays()::valueOf).toArray(double[][]::new);
    return Optional.of(new EmbeddedRow(weighted(), values, selected));
  }

  @Override
  public Optional<QueryKeys> queryKeys() {
    if (!has(RowPart.QUERY_KEYS)) {
      return Optional.empty();
    }
    double[][] keys =
        Arrays.stream(visible).mapToObj(head.arrays()::keyOf).toArray(double[][]::new);
    return Optional.of(new QueryKeys(temperature(), head.arrays().queryOf(query), keys));
  }
}
