package org.attentionlimits.empirical.recording.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.empirical.recording.head.TestHead.FLOATS;
import static org.attentionlimits.empirical.recording.head.TestHead.NONE;
import static org.attentionlimits.empirical.recording.head.TestHead.logits;
import static org.attentionlimits.empirical.recording.head.TestHead.made;
import static org.attentionlimits.empirical.recording.head.TestHead.weights;

import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.empirical.recording.explanation.Explanations;
import org.attentionlimits.empirical.recording.explanation.Explanations.OtherHeads;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.tensor.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of a head may differ by what rounding can do, and by no more. */
class HeadConsistencyTests {

  private static final int LAST = 6;

  private static Optional<Kind> first(RecordedHead head) {
    return new HeadConsistency(head).first().map(Inconsistency::kind);
  }

  private static RecordedHead off(double relative, Precision precision) {
    double[] weights = weights(logits());
    double moved = weights[LAST] * relative;
    weights[LAST] += moved;
    weights[LAST + 1] -= moved;
    return made(weights, logits(), precision);
  }

  @Test
  void theSoftmaxInFloatsIsConsistent() {
    HeadConsistency consistency = new HeadConsistency(made(weights(logits()), logits()));

    assertThat(consistency.first()).isEmpty();
    assertThat(consistency.largestError()).isBetween(1e-10, 6e-8);
  }

  /** The smallest weight of the last row is 0.17. */
  @ParameterizedTest
  @CsvSource({
    "F64, 1e-12, true",
    "F32, 3e-7, false",
    "F32, 2e-5, true",
    "F16, 1e-3, false",
    "F16, 0.05, true",
    "BF16, 0.02, false",
    "BF16, 0.3, true"
  })
  void whatIsAllowedIsRelativeToTheType(TensorType type, double off, boolean told) {
    RecordedHead head = off(off, new Precision(type, type, type));

    assertThat(first(head).isPresent()).isEqualTo(told);
  }

  @Test
  void aSmallWeightIsHeldToItsOwnSize() {
    double[] logits = {0, 0, 0, 0, 0, 0, 0, 30, 0};
    double[] weights = weights(logits);
    assertThat(first(made(weights, logits))).isEmpty();

    weights[LAST] *= 1.001;
    assertThat(weights[LAST]).isLessThan(1e-6);
    assertThat(first(made(weights, logits))).contains(Kind.SOFTMAX);
  }

  /** As of a model in BF16, of which the logits are computed again in float32. */
  @Test
  void weightsOf16BitsComeFromLogitsOf16Bits() {
    double[] logits = {0, 0, 0, 40, 38, 0, 30, 31, 29};
    double[] rounded = {0, 0, 0, 40.1, 37.9, 0, 30.1, 30.9, 29.1};
    Precision halves = new Precision(TensorType.BF16, TensorType.F32, TensorType.F32);

    assertThat(first(made(weights(rounded), logits, halves))).isEmpty();
    assertThat(first(made(weights(rounded), logits))).contains(Kind.SOFTMAX);
  }

  @Test
  void zeroStandsForWhatUnderflows() {
    double[] logits = {0, 0, 0, 0, 0, 0, 0, 300, 0};
    double[] weights = {1, 0, 0, 0.5, 0.5, 0, 0, 1, 0};
    assertThat(first(made(weights, logits))).isEmpty();

    logits[LAST + 1] = 30;
    assertThat(first(made(weights, logits))).contains(Kind.SOFTMAX);
    Precision halves = new Precision(TensorType.F16, TensorType.F32, TensorType.F64);
    assertThat(first(made(weights, logits, halves))).isEmpty();
  }

  @Test
  void weightsAloneMustBeDistributions() {
    assertThat(first(made(weights(logits()), NONE))).isEmpty();
    assertThat(first(made(new double[] {1, 0, 0, 0.5, 0.5001, 0, 0, 0, 1}, NONE)))
        .contains(Kind.SUM);
    assertThat(first(made(new double[] {1, 0, 0, 1.5, -0.5, 0, 0, 0, 1}, NONE)))
        .contains(Kind.NO_WEIGHT);
    assertThat(first(made(new double[] {1, 0, 0, 0.5, 0.25, 0.25, 0, 0, 1}, NONE)))
        .contains(Kind.UNSEEN);
  }

  @Test
  void logitsMustBeFiniteWhereTheyAreSeen() {
    double[] logits = logits();
    logits[1] = Double.NaN;
    assertThat(first(made(weights(logits()), logits))).isEmpty();

    logits[3] = Double.NEGATIVE_INFINITY;
    assertThat(first(made(weights(logits()), logits))).contains(Kind.LOGIT_NOT_FINITE);
  }

  /** Keys are unit vectors, so that a query's components are its logits. */
  private static RecordedHead withVectors(double factor, double[] logits, double... query) {
    double[] key = {1, 0, 0, 0, 1, 0, 0, 0, factor};
    double[] weights = weights(logits());
    HeadArrays arrays = new HeadArrays(3, 3, weights, logits, query, key, NONE);
    return made(arrays, LogitScale.of(2), FLOATS);
  }

  @Test
  void logitsMustBeProducts() {
    assertThat(first(withVectors(1, logits(), logits()))).isEmpty();
    assertThat(first(withVectors(1.0001, logits(), logits()))).contains(Kind.PRODUCT);
    assertThat(first(withVectors(1, NONE, logits()))).isEmpty();
    assertThat(first(withVectors(1.0001, NONE, logits()))).contains(Kind.SOFTMAX);
  }

  @Test
  void aSinkTakesItsShare() {
    double[] weights = weights(logits());
    double sink = 0.75;
    for (int query = 0; query < 3; query++) {
      double sum = 0;
      for (int key = 0; key <= query; key++) {
        sum += Math.exp(logits()[query * 3 + key] / 2);
      }
      for (int key = 0; key <= query; key++) {
        weights[query * 3 + key] =
            (float) (weights[query * 3 + key] * sum / (sum + Math.exp(sink)));
      }
    }
    RecordedHead head = made(weights, logits());

    assertThat(first(head)).contains(Kind.SUM);
    assertThat(first(head.with(LogitScale.of(2).withSink(sink)))).isEmpty();
    assertThat(first(head.with(LogitScale.of(2).withSink(sink + 0.001)))).contains(Kind.SOFTMAX);
  }

  @Test
  void whatIsOffByLittleHasNoExplanation() {
    RecordedHead head = off(1e-4, FLOATS);
    Inconsistency found = new HeadConsistency(head).first().orElseThrow();

    assertThat(Explanations.explained(head, found, new OtherHeads(1, Stream::empty)))
        .isEqualTo(found.text());
  }
}
