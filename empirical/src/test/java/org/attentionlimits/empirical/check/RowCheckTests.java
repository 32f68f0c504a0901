package org.attentionlimits.empirical.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.attentionlimits.empirical.check.RowSpread.HeadCount;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.TestModel;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims on rows whose outcome is known, on a small model, and on recorded GPT-2. */
class RowCheckTests {

  private static final Claim<LogitRow> BROKEN =
      Claim.about(LogitRow.TYPE)
          .named("broken")
          .evaluatedBy(
              (row, a) -> {
                throw new ArithmeticException("broken formula");
              });

  private static final Claim<?> TEMPERATURE = claim("corollary-3-temperature");
  private static final Claim<?> SHARP = claim("corollary-3-sharp");

  @TempDir private Path directory;

  /** Heads that are at hand. */
  private record Heads(List<HeadAttention> all) implements AttentionSource {
    @Override
    public String name() {
      return "hand-made";
    }

    @Override
    public String description() {
      return "hand-made heads";
    }

    @Override
    public int heads() {
      return all.size();
    }

    @Override
    public int length() {
      return all.get(0).length();
    }

    @Override
    public boolean hasVectors() {
      return all.get(0).hasVectors();
    }

    @Override
    public void forEachHead(Consumer<HeadAttention> sink) {
      all.forEach(sink);
    }
  }

  private static Claim<?> claim(String id) {
    return Catalogue.named(id).orElseThrow();
  }

  /** A head of two tokens, the second of which gives the logits to both. */
  private static HeadAttention pair(int layer, float first, float second) {
    float[] logits = {0, Float.NaN, first, second};
    float[] vectors = {1, 2};
    return new HeadAttention(layer, 0, 2, 8, logits, new float[4])
        .withVectors(1, vectors, vectors, vectors);
  }

  private static List<RowTally> run(AttentionSource source, Claim<?>... claims) throws IOException {
    return new RowCheck(List.of(claims), List.of(1)).run(source, (done, heads) -> {});
  }

  @Test
  void tiedTokensViolateTheTemperatureArm() throws IOException {
    Heads heads = new Heads(List.of(pair(0, 0, 80), pair(1, 3, 3), pair(2, 3, 3)));
    RowTally tally = run(heads, TEMPERATURE).get(0);

    assertThat(tally.rows()).isEqualTo(3);
    assertThat(tally.weights()).isEqualTo(6);
    assertThat(tally.violated()).isEqualTo(2);
    assertThat(tally.violatedShare()).isEqualTo(2 / 3.0);
    assertThat(tally.largestRatio()).isCloseTo(2, Offset.offset(1e-12));
    assertThat(tally.place()).contains(new RowPlace(1, 0, 1, OptionalInt.empty()));
    assertThat(tally.place().orElseThrow()).hasToString("layer 1, head 0, query 1");
    assertThat(tally.notGiven()).isEmpty();
  }

  /** A ratio of 2 is the fortieth twentieth; logits of 80 apart leave one near 0. */
  @Test
  void rowsAreSpreadOverRatiosAndHeads() throws IOException {
    Heads heads = new Heads(List.of(pair(0, 0, 80), pair(1, 3, 3), pair(2, 3, 3)));
    RowSpread spread = run(heads, TEMPERATURE).get(0).spread();

    assertThat(spread.ratios()).hasSize(40).startsWith(1L, 0L).endsWith(0L, 2L);
    assertThat(spread.heads())
        .containsExactly(
            new HeadCount(0, 0, 1, 0), new HeadCount(1, 0, 1, 1), new HeadCount(2, 0, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0",
    "0, 0",
    "0.05, 0",
    "0.050001, 1",
    "1, 19",
    "1.0000001, 20",
    "2, 39",
    "2.01, 40",
    "1e300, 40",
    "Infinity, 40",
    "NaN, 40"
  })
  void aRatioHasItsPlace(double ratio, int bin) {
    assertThat(RowSpread.bin(ratio)).isEqualTo(bin);
  }

  @Test
  void theShortestAndTheWorstViolatingRowsAreKept() throws IOException {
    Claim<LogitRow> largest =
        Claim.about(LogitRow.TYPE)
            .named("first-logit-at-most-one")
            .evaluatedBy((row, a) -> Evaluation.atMost(a.input(row.logits()[0]), a.of(1)));
    Heads heads = new Heads(List.of(pair(0, 3, 0), pair(1, 5, 0), pair(2, 5, 1), pair(3, 0.5f, 1)));
    RowTally tally = run(heads, largest).get(0);

    assertThat(tally.violated()).isEqualTo(3);
    assertThat(tally.violations()).extracting(v -> v.place().layer()).containsExactly(0, 1);
    assertThat(tally.violations().get(1).instance()).isEqualTo(new LogitRow(8, 5, 0));
    assertThat(tally.violations().get(1).ratio()).isEqualTo(5);
    assertThat(run(new Heads(List.of(pair(0, 1, 2))), largest).get(0).violations()).isEmpty();
  }

  @Test
  void tiedTokensAttainTheCorrectedBound() throws IOException {
    RowTally tally = run(new Heads(List.of(pair(0, 3, 3))), SHARP).get(0);

    assertThat(tally.violated()).isZero();
    assertThat(tally.largestRatio()).isCloseTo(1, Offset.offset(1e-12));
  }

  @Test
  void rowsTheClaimDoesNotSpeakOfAreLeftOut() throws IOException {
    Claim<LogitRow> pairs =
        Claim.about(LogitRow.TYPE)
            .named("pairs")
            .where("two tokens", row -> row.tokens() == 2)
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(3), a.of(2)));
    HeadAttention three = new HeadAttention(0, 0, 3, 1, new float[9], new float[9]);
    RowTally tally = run(new Heads(List.of(three)), pairs).get(0);

    assertThat(tally.rows()).isEqualTo(1);
    assertThat(tally.leftOut()).isEqualTo(1);
    assertThat(tally.violated()).isEqualTo(1);
    assertThat(tally.largestRatio()).isEqualTo(1.5);
  }

  @Test
  void rowsOfASingleTokenAreNoneOfTheRowsButAViolationIsKept() throws IOException {
    Claim<LogitRow> several =
        Claim.about(LogitRow.TYPE)
            .named("several")
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(2), a.of(row.tokens())));
    RowTally tally = run(new Heads(List.of(pair(0, 1, 2))), several).get(0);

    assertThat(tally.rows()).isEqualTo(1);
    assertThat(tally.violated()).isZero();
    assertThat(tally.violatedSingle()).isEqualTo(1);
    assertThat(tally.largestRatio()).isEqualTo(1);
    assertThat(tally.violations()).extracting(v -> v.instance().tokens()).containsExactly(1);
  }

  @Test
  void equalSidesAreUndecidedNotViolated() throws IOException {
    Claim<LogitRow> equal =
        Claim.about(LogitRow.TYPE)
            .named("third")
            .evaluatedBy(
                (row, a) -> Evaluation.atMost(a.of(1).dividedBy(3).times(3), a.of(3).dividedBy(3)));
    RowTally tally = run(new Heads(List.of(pair(0, 1, 2))), equal).get(0);

    assertThat(tally.undecided()).isEqualTo(1);
    assertThat(tally.violated()).isZero();
  }

  @Test
  void everyNumberOfSelectedTokensIsTaken() throws IOException {
    Claim<EmbeddedRow> selected =
        Claim.about(EmbeddedRow.TYPE)
            .named("selected")
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(row.selected()), a.of(1)));
    HeadAttention head =
        new HeadAttention(0, 0, 3, 1, new float[9], new float[9])
            .withVectors(1, new float[3], new float[3], new float[3]);
    RowTally tally =
        new RowCheck(List.of(selected), List.of(1, 2, 3))
            .run(new Heads(List.of(head)), (done, heads) -> {})
            .get(0);

    assertThat(tally.rows()).isEqualTo(3);
    assertThat(tally.weights()).isEqualTo(2 + 3 + 3);
    assertThat(tally.leftOut()).isEqualTo(3);
    assertThat(tally.violated()).isEqualTo(1);
    assertThat(tally.place()).contains(new RowPlace(0, 0, 2, OptionalInt.of(2)));
    assertThat(tally.place().orElseThrow()).hasToString("layer 0, head 0, query 2, N = 2");
  }

  @Test
  void queriesAndKeysAreTaken() throws IOException {
    Claim<QueryKeys> two =
        Claim.about(QueryKeys.TYPE)
            .named("two")
            .evaluatedBy((row, a) -> Evaluation.atMost(row.queryNorm(a), a.of(2)));

    assertThat(run(new Heads(List.of(pair(0, 1, 2))), two).get(0).largestRatio()).isEqualTo(1);
  }

  @Test
  void whatTheSourceDoesNotGiveIsSaid() throws IOException {
    HeadAttention head = new HeadAttention(0, 0, 2, 8, new float[4], new float[4]);
    List<RowTally> tallies =
        run(
            new Heads(List.of(head)),
            claim("theorem-1-fixed"),
            claim("corollary-1-max"),
            TEMPERATURE);

    assertThat(tallies)
        .extracting(RowTally::notGiven)
        .containsExactly(
            Optional.of("value vectors"), Optional.of("query and key vectors"), Optional.empty());
    assertThat(tallies).extracting(RowTally::rows).containsExactly(0L, 0L, 1L);
    assertThat(tallies.get(0).violatedShare()).isNaN();
    assertThat(tallies.get(0).place()).isEmpty();
  }

  @Test
  void failuresAreNotSwallowed() {
    assertThatThrownBy(() -> run(new Heads(List.of(pair(0, 1, 2))), BROKEN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "claim broken cannot be evaluated at layer 0, head 0, query 0:"
                + " broken at logits = (0), T = 8: broken formula");
    assertThatThrownBy(() -> new RowCheck(List.of(), List.of(0)))
        .hasMessage("N must be at least 1: 0");
  }

  @Test
  void theFirstFailureStopsTheSource() {
    int all = 1000 + 4 * Runtime.getRuntime().availableProcessors();
    AtomicInteger asked = new AtomicInteger();
    List<HeadAttention> heads =
        new AbstractList<>() {
          @Override
          public HeadAttention get(int layer) {
            asked.accumulateAndGet(layer + 1, Math::max);
            return pair(layer, 1, 2);
          }

          @Override
          public int size() {
            return all;
          }
        };

    assertThatThrownBy(() -> run(new Heads(heads), BROKEN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("layer 0, head 0, query 0: ");
    assertThat(asked).hasValueLessThan(all / 2);
  }

  @Test
  void aModelsRowsAreCheckedTheSameEveryTime() throws IOException {
    long[] ids = new long[40];
    Arrays.setAll(ids, i -> (i * i + 3) % 50);
    List<Claim<?>> claims =
        Catalogue.claims().stream().filter(claim -> !claim.id().equals("jacobian-exact")).toList();
    List<Integer> progress = new ArrayList<>();
    try (Gpt2 model = Gpt2.open(new TestModel(TestModel.CONFIG, 1).write(directory))) {
      Gpt2Attention source = new Gpt2Attention(model, "squares", ids);
      RowCheck check = new RowCheck(claims, List.of(2, 5));
      List<RowTally> tallies = check.run(source, (done, heads) -> progress.add(done));

      assertThat(check.run(source, (done, heads) -> {})).isEqualTo(tallies);
      assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6);
      RowTally sharp = tally(tallies, "corollary-3-sharp");
      assertThat(sharp.rows()).isEqualTo(6 * 39);
      assertThat(sharp.weights()).isEqualTo(6 * (40 * 41 / 2 - 1));
      assertThat(sharp.violated()).isZero();
      assertThat(tally(tallies, "corollary-3-temperature").violated()).isPositive();
      RowTally fixed = tally(tallies, "theorem-1-fixed");
      assertThat(fixed.rows()).isEqualTo(6 * (38 + 35));
      assertThat(fixed.leftOut()).isEqualTo(6 * (1 + 4));
      assertThat(fixed.violated()).isZero();
      assertThat(tally(tallies, "corollary-1-sharp").violated()).isZero();
    }
  }

  private static RowTally tally(List<RowTally> tallies, String id) {
    return tallies.stream().filter(t -> t.claim().id().equals(id)).findFirst().orElseThrow();
  }
}
