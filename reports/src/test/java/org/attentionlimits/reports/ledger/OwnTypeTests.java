package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.attentionlimits.empirical.check.RowCheck;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.reports.memory.MemoryFile;
import org.attentionlimits.theory.attention.Described;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.random.AdversarialDraws;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type of instance is its class and its space, and all else follows. */
class OwnTypeTests {

  /** A row of logits with a number of leading tokens. */
  private static final class LeadingRow extends Described<LeadingRow> {

    static final InstanceType<LeadingRow> TYPE =
        InstanceType.of(LeadingRow.class, "a row with its leading tokens")
            .row(leading -> leading.row)
            .count("leading", "k = ", leading -> leading.leading, "n")
            .invariantToShiftsOf("logits")
            .onRows(row -> new LeadingRow(row.logits(), 1))
            .madeBy(v -> new LeadingRow(LogitRow.of(v), v.integer("leading")));

    private final LogitRow row;
    private final int leading;

    LeadingRow(LogitRow row, int leading) {
      this.row = row;
      this.leading = leading;
    }

    /** The weight of the leading tokens together. */
    Real weight(Arithmetic arithmetic) {
      int[] places = Stream.iterate(0, i -> i + 1).limit(leading).mapToInt(i -> i).toArray();
      return row.weights(arithmetic).select(places).sum();
    }

    @Override
    public InstanceType<LeadingRow> type() {
      return TYPE;
    }

    @Override
    public int tokens() {
      return row.tokens();
    }

    @Override
    public Stream<LeadingRow> smaller() {
      Stream<LeadingRow> fewer =
          leading == 1 ? Stream.empty() : Stream.of(new LeadingRow(row, leading - 1));
      return Stream.concat(
          row.smaller().map(r -> new LeadingRow(r, Math.min(leading, r.tokens()))), fewer);
    }
  }

  /** Equal logits, and random rows. */
  private static final class LeadingRows implements Space<LeadingRow> {
    @Override
    public InstanceType<LeadingRow> type() {
      return LeadingRow.TYPE;
    }

    @Override
    public Stream<LeadingRow> landmarks() {
      return Stream.of(1, 2, 3).map(n -> new LeadingRow(new LogitRow(1, new double[n]), 1));
    }

    @Override
    public LeadingRow draw(RandomGenerator random) {
      AdversarialDraws draws = new AdversarialDraws(random);
      int tokens = draws.tokens();
      LogitRow row = new LogitRow(draws.temperature(), draws.patterned(tokens, 3));
      return new LeadingRow(row, 1 + random.nextInt(tokens));
    }
  }

  /** A claim that uneven weights violate. */
  private static final Claim<LeadingRow> EVEN =
      Claim.about(LeadingRow.TYPE)
          .named("leading-even")
          .saying("", "the k leading tokens have at most k/n of the weight")
          .evaluatedBy(
              (leading, arithmetic) ->
                  Evaluation.atMost(
                      leading.weight(arithmetic),
                      arithmetic.ratio(leading.leading, leading.tokens())));

  /** A claim whose ratio is one at a single logit of 17.3, and falls away from it. */
  private static final Claim<LeadingRow> PEAK =
      Claim.about(LeadingRow.TYPE)
          .named("leading-peak")
          .evaluatedBy((leading, arithmetic) -> peak(leading, arithmetic));

  private static Evaluation peak(LeadingRow leading, Arithmetic arithmetic) {
    Real first = arithmetic.input(leading.row.logits()[0]);
    Real distance = first.minus(arithmetic.decimal("17.3")).abs();
    return Evaluation.atMost(arithmetic.of(1), distance.plus(1));
  }

  private static final LeadingRows SPACE = new LeadingRows();

  @TempDir private Path directory;

  @Test
  void itIsAttackedClimbedOnAndShrunk() {
    Finding<LeadingRow> finding = new Adversary(1, 2000).attack(EVEN, SPACE);

    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.counterexample().orElseThrow().instance())
        .hasToString("logits = (1, 0), T = 1, k = 1");
  }

  @Test
  void climbsReachWhatDrawsDoNot() {
    SplittableRandom random = new SplittableRandom(1);
    double drawn =
        Stream.generate(() -> SPACE.draw(random))
            .limit(2000)
            .mapToDouble(leading -> PEAK.evaluate(leading).ratio())
            .max()
            .orElseThrow();

    double climbed = new Adversary(1, 2000).attack(PEAK, SPACE).largestRatio();

    assertThat(drawn).isLessThan(0.98);
    assertThat(climbed).isCloseTo(1, within(1e-6));
  }

  @Test
  void itIsReadBackFromItsText() {
    LeadingRow row = new LeadingRow(new LogitRow(0.1, 1, 2, 3), 2);
    String text = Json.print(Instances.write(row));

    assertThat(text.replaceAll("\\s", ""))
        .isEqualTo("{\"logits\":[1,2,3],\"temperature\":0.1,\"leading\":2}");
    assertThat(Instances.read(LeadingRow.TYPE, Json.read(text, JsonNode.class))).isEqualTo(row);
  }

  @Test
  void itIsRemembered() {
    Path file = directory.resolve("memory.tsv");
    double before =
        new Adversary(1, 2000)
            .resuming(MemoryFile.of(file, Files::writeString))
            .attack(PEAK, SPACE)
            .largestRatio();

    MemoryFile memory = MemoryFile.of(file, Files::writeString);

    assertThat(memory.claims()).containsExactly("leading-peak");
    assertThat(new Adversary(2, 1).resuming(memory).attack(PEAK, SPACE).largestRatio())
        .isEqualTo(before);
  }

  @Test
  void plainGenerationDrawsItToo() {
    Random random = new Random(1);

    assertThat(Stream.generate(() -> SPACE.drawPlain(random)).limit(100))
        .allMatch(leading -> leading.leading <= leading.tokens())
        .extracting(LeadingRow::tokens)
        .contains(1, 2, 3);
  }

  /** One head of two tokens. */
  private static final class OneHead implements AttentionSource {
    @Override
    public String name() {
      return "one head";
    }

    @Override
    public String description() {
      return "one head of two tokens";
    }

    @Override
    public int heads() {
      return 1;
    }

    @Override
    public int length() {
      return 2;
    }

    @Override
    public boolean hasVectors() {
      return false;
    }

    @Override
    public void forEachHead(Consumer<HeadAttention> sink) {
      sink.accept(new HeadAttention(0, 0, 2, 8, new float[] {0, 0, 80, 0}, new float[4]));
    }
  }

  @Test
  void itIsCheckedOnTheRowsOfAModel() throws IOException {
    RowTally tally =
        new RowCheck(List.of(EVEN), List.of()).run(new OneHead(), (done, heads) -> {}).get(0);

    assertThat(tally.notGiven()).isEmpty();
    assertThat(tally.rows()).isEqualTo(1);
    assertThat(tally.violated()).isEqualTo(1);
    LeadingRow worst = LeadingRow.TYPE.cast(tally.violations().get(0).instance());
    assertThat(worst).isEqualTo(new LeadingRow(new LogitRow(8, 80, 0), 1));
    assertThat(EVEN.evaluate(worst).outcome()).isEqualTo(Outcome.VIOLATED);
  }
}
