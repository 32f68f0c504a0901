package org.attentionlimits.empirical.recording.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.attentionlimits.empirical.recording.head.TestHead.FLOATS;
import static org.attentionlimits.empirical.recording.head.TestHead.NONE;
import static org.attentionlimits.empirical.recording.head.TestHead.logits;
import static org.attentionlimits.empirical.recording.head.TestHead.made;
import static org.attentionlimits.empirical.recording.head.TestHead.weights;

import org.assertj.core.data.Offset;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

/** Rows are what their query sees, number by number. */
class RecordedRowTests {

  private static final double[] VALUES = {1, 2, 3, 4, 5, 6};

  private static RecordedHead head(LogitScale scale) {
    double[] query = logits();
    double[] key = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    HeadArrays arrays = new HeadArrays(3, 3, weights(logits()), logits(), query, key, VALUES);
    return made(arrays, scale, FLOATS);
  }

  private static RecordedRow row(LogitScale scale, int query) {
    return head(scale).row(query).orElseThrow();
  }

  @Test
  void plainLogitsAreTakenAsTheyAre() {
    RecordedRow row = row(LogitScale.of(2), 1);
    LogitRow logits = new LogitRow(2, 2, -1);

    assertThat(row.tokens()).isEqualTo(2);
    assertThat(row.keys()).containsExactly(0, 1);
    assertThat(row.weighted()).isEqualTo(logits);
    assertThat(row.embedded(1))
        .contains(new EmbeddedRow(logits, new double[][] {{1, 2}, {3, 4}}, 1));
    assertThat(row.queryKeys())
        .contains(new QueryKeys(2, new double[] {2, -1, 9}, new double[][] {{1, 0, 0}, {0, 1, 0}}));
  }

  @Test
  void weightsComeWithHalfAUnit() {
    RecordedRow row = row(LogitScale.of(2), 1);

    assertThat(row.weights()).containsExactly(weights(logits())[3], weights(logits())[4]);
    assertThat(row.halfUnits()).containsExactly(0x1p-25, 0x1p-27);
  }

  @Test
  void scaledAndCappedLogitsAreMultipliedByTheTemperature() {
    LogitScale scaled = new LogitScale(2, true, Double.NaN, Double.NaN);
    assertThat(row(scaled, 1).weighted()).isEqualTo(new LogitRow(2, 4, -2));

    RecordedRow capped = row(LogitScale.of(2).cappedAt(3), 1);
    assertThat(capped.weighted())
        .isEqualTo(new LogitRow(2, 6 * Math.tanh(1.0 / 3), 6 * Math.tanh(-0.5 / 3)));
    assertThat(capped.queryKeys()).isEmpty();
    assertThat(capped.embedded(1)).isPresent();
  }

  @Test
  void aSinkIsTheLastTokenAndHasNoEmbedding() {
    RecordedRow row = row(LogitScale.of(2).withSink(0.25), 1);

    assertThat(row.tokens()).isEqualTo(3);
    assertThat(row.weighted()).isEqualTo(new LogitRow(2, 2, -1, 0.5));
    assertThat(row.weights()[2]).isCloseTo(0, Offset.offset(1e-7));
    assertThat(row.halfUnits()[2]).isEqualTo(0x1p-25 + 0x1p-27);
    assertThat(row.embedded(1)).isEmpty();
    assertThat(row.queryKeys()).isEmpty();
  }

  @Test
  void productsStandForLogitsThatAreNotGiven() {
    double[] key = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    HeadArrays arrays = new HeadArrays(3, 3, weights(logits()), NONE, logits(), key, NONE);
    RecordedRow row = made(arrays, LogitScale.of(2), FLOATS).row(1).orElseThrow();

    assertThat(row.weighted()).isEqualTo(new LogitRow(2, 2, -1));
    assertThat(row.embedded(1)).isEmpty();
  }

  @Test
  void weightsAloneGiveARowWithBoundsOfThem() {
    RecordedHead head = made(weights(logits()), NONE);

    double[] weights = head.row(2).orElseThrow().weights();
    LogitRow row = head.row(2).orElseThrow().weighted();
    assertThat(row.temperature()).isEqualTo(head.row(2).orElseThrow().temperature());
    assertThat(row.weights(Arithmetic.BINARY64).values()).containsExactly(weights, within(1e-7));
    assertThat(row.weights(Arithmetic.BINARY64).get(0).radius()).isPositive();
    assertThat(head.withoutFloats()).contains("logits are not given");
    assertThatThrownBy(head::toFloats)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("layer 1, head 4: logits are not given");
    assertThatThrownBy(() -> head.row(3)).hasMessage("query must be from 0 to 2: 3");
  }

  @Test
  void aQueryThatSeesNothingHasNoRow() {
    RecordedHead head = head(LogitScale.of(2));
    RecordedHead masked = head.with(head.sight().with(false, true, true));

    assertThat(masked.seenBy(0)).isEmpty();
    assertThat(masked.seenBy(1).orElseThrow().tokens()).isEqualTo(1);
    assertThat(masked.withoutFloats()).contains("a query does not see its causal prefix");
  }

  @Test
  void headsOfFloatsAreGivenAsSuch() {
    assertThat(head(LogitScale.of(2)).toFloats().row(2)).isEqualTo(new LogitRow(2, 0.5, 3, 1));
    assertThat(head(LogitScale.of(2)).toFloats().hasVectors()).isFalse();
    assertThat(head(LogitScale.of(2).cappedAt(3)).withoutFloats())
        .contains("logits, weights or vectors are no float32 numbers");
    assertThat(head(LogitScale.of(2).withSink(1)).withoutFloats())
        .contains("a sink takes part in the softmax");
  }
}
