package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.normalize.UnknownLogitsException;
import org.attentionlimits.theory.normalize.WeightBounds;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of which only bounds of the weights are known. */
class BoundedRowTests {

  private static final List<Arithmetic> BOTH = List.of(Arithmetic.BINARY64, Claim.PRECISE);

  /** Half a unit of float32, of bfloat16, and a tenth. */
  private static final double[] RADII = {0x1p-25, 0x1p-9, 0.1};

  private static LogitRow random(SplittableRandom random) {
    double temperature = Math.exp(random.nextDouble(-2, 2));
    return new LogitRow(
        temperature,
        IntStream.range(0, 1 + random.nextInt(8))
            .mapToDouble(i -> temperature * random.nextDouble(-4, 4))
            .toArray());
  }

  /** The row by bounds that hold its weights, each of them somewhere within. */
  private static LogitRow bounded(LogitRow row, double radius, SplittableRandom random) {
    double[] weights = row.weights(Arithmetic.BINARY64).values();
    double[] lower = new double[weights.length];
    double[] upper = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double place = random.nextDouble(0.1, 0.9);
      lower[i] = weights[i] * (1 - radius * place);
      upper[i] = weights[i] * (1 + radius * (1 - place));
    }
    return LogitRow.ofWeights(row.temperature(), new WeightBounds(lower, upper));
  }

  @Test
  void weightsAndLogitsAreEnclosed() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      LogitRow row = random(random);
      LogitRow bounded = bounded(row, RADII[i % RADII.length], random);
      for (Arithmetic arithmetic : BOTH) {
        assertOverlap(bounded.weights(arithmetic), row.weights(arithmetic));
        assertOverlap(bounded.logWeights(arithmetic), row.logWeights(arithmetic));
        assertOverlap(
            bounded.logits(arithmetic),
            row.logWeights(arithmetic).times(arithmetic.input(row.temperature())));
      }
    }
  }

  private static void assertOverlap(Vec enclosures, Vec exact) {
    for (int i = 0; i < exact.size(); i++) {
      assertThat(enclosures.get(i).certainlyAbove(exact.get(i))).isFalse();
      assertThat(exact.get(i).certainlyAbove(enclosures.get(i))).isFalse();
    }
  }

  /** What is decided of the bounds is decided of every row within them, in the same way. */
  @ParameterizedTest
  @ValueSource(strings = {"corollary-3-temperature", "corollary-3-sharp", "corollary-3-entry"})
  void whatTheBoundsShowHoldsOfTheRow(String id) {
    Claim<LogitRow> claim = claim(id);
    SplittableRandom random = new SplittableRandom(2);
    int decided = 0;
    for (int i = 0; i < 300; i++) {
      LogitRow row = random(random);
      LogitRow bounded = bounded(row, RADII[i % RADII.length], random);
      if (claim.admits(row) && claim.admits(bounded)) {
        Outcome shown = claim.evaluate(bounded).outcome();
        Outcome exact = claim.evaluate(row).outcome();
        decided += shown == Outcome.UNDECIDED ? 0 : 1;
        assertThat(shown).as("%s", row).isIn(exact, Outcome.UNDECIDED);
      }
    }
    assertThat(decided).isPositive();
  }

  @SuppressWarnings("unchecked")
  private static Claim<LogitRow> claim(String id) {
    return (Claim<LogitRow>) Catalogue.named(id).orElseThrow();
  }

  /** Of the weights 1/2 ± r the norm times T is 1/2 to within 2r. */
  @ParameterizedTest
  @CsvSource({"0.0001, VIOLATED", "0.2, UNDECIDED"})
  void aWidthThatHidesAViolationHidesIt(double radius, Outcome outcome) {
    double[] lower = {0.5 - radius, 0.5 - radius};
    double[] upper = {0.5 + radius, 0.5 + radius};
    LogitRow row = LogitRow.ofWeights(1, new WeightBounds(lower, upper));
    Evaluation evaluation = claim("corollary-3-temperature").evaluate(row);

    assertThat(evaluation.outcome()).isEqualTo(outcome);
  }

  @Test
  void asDataItIsTheRowOfTheMiddles() {
    LogitRow row =
        LogitRow.ofWeights(2, new WeightBounds(new double[] {0.25, 0.5}, new double[] {0.75, 0.5}));

    assertThat(row).isEqualTo(new LogitRow(2, 2 * Math.log(0.5), 2 * Math.log(0.5)));
  }

  @Test
  void aWeightThatMayBeZeroHasNoLogit() {
    LogitRow row =
        LogitRow.ofWeights(1, new WeightBounds(new double[] {1, 0}, new double[] {1, 1e-45}));

    assertThat(row.weights(Arithmetic.BINARY64).get(1).lower()).isEqualByComparingTo("0");
    assertThatThrownBy(() -> row.logits(Arithmetic.BINARY64))
        .isInstanceOf(UnknownLogitsException.class);
    assertThat(claim("corollary-3-temperature").evaluate(row).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "2, 1", "0, 0", "NaN, 1", "0, Infinity"})
  void boundsOfNoWeightAreRejected(double lower, double upper) {
    assertThatThrownBy(() -> new WeightBounds(new double[] {lower}, new double[] {upper}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
