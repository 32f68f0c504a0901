package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Portfolios.attack;
import static org.attentionlimits.theory.search.Portfolios.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.Kind;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.random.Draws;
import org.junit.jupiter.api.Test;

/** Climbs and walks within one shape. */
class PortfolioClimbTests {

  @Test
  void climbsFromAnInstanceKeepItsShape() {
    Tried tried = Tried.ratio(row -> 1 / (1 + Math.pow(row.logits()[0] - row.logits()[1] - 3, 2)));
    Attack<LogitRow> attack = attack(tried.claim(), 400);
    portfolio(attack).climbFrom(new LogitRow(1, 0.1, 0));

    assertThat(attack.tries()).isEqualTo(400);
    assertThat(tried.fast()).allMatch(row -> row.tokens() == 2);
    assertThat(tried.fast().get(0)).isEqualTo(new LogitRow(1, 0.1, 0));
    assertThat(attack.elites().all().get(0).ratio()).isGreaterThan(0.9999);
  }

  @Test
  void aClimbMayBeginWhereTheRatioIsZero() {
    Tried tried = Tried.ratio(row -> 0);
    Attack<LogitRow> attack = attack(tried.claim(), 50);
    portfolio(attack).climbFrom(new LogitRow(1, 0.1, 0));

    assertThat(attack.tries()).isEqualTo(50);
  }

  @Test
  void nothingIsClimbedFromAnInadmissibleInstance() {
    Tried tried = Tried.ratio(row -> 0.5);
    Attack<LogitRow> attack = attack(tried.claim(), 50);
    portfolio(attack).climbFrom(Tried.inadmissible());

    assertThat(tried.fast()).isEmpty();
    assertThat(attack.isOver(1)).isFalse();
  }

  /** An instance of so many numbers, all below zero, that only a walk suits it. */
  private static final class Walker implements Instance<Walker> {

    static final InstanceType<Walker> TYPE =
        InstanceType.of(Walker.class, "a walker")
            .madeBy(
                values -> {
                  throw new UnsupportedOperationException("a walker is made by another");
                });

    private static final int NUMBERS = 60;

    private final Walker parent;
    private final int id;
    private final int[] count;

    private Walker(Walker parent, int[] count) {
      this.parent = parent;
      this.count = count;
      this.id = count[0]++;
    }

    private double ratio() {
      return 0.1 * (1 + id * 7 % 5);
    }

    private Walker successor() {
      return parent == null || ratio() >= parent.ratio() ? this : parent;
    }

    @Override
    public InstanceType<Walker> type() {
      return TYPE;
    }

    @Override
    public int tokens() {
      return 1;
    }

    @Override
    public int[] shape() {
      return new int[] {1};
    }

    @Override
    public double[] numbers() {
      return Draws.filled(NUMBERS, -1);
    }

    @Override
    public Kind[] kinds() {
      Kind[] kinds = new Kind[NUMBERS];
      Arrays.fill(kinds, Kind.REAL);
      return kinds;
    }

    @Override
    public Optional<Walker> moved(double... numbers) {
      return Optional.of(new Walker(this, count));
    }

    @Override
    public Stream<Walker> smaller() {
      return Stream.empty();
    }
  }

  private static List<Walker> walk(int budget) {
    List<Walker> walked = new ArrayList<>();
    Claim<Walker> claim =
        Claim.about(Walker.TYPE)
            .named("walkers")
            .evaluatedBy(
                (walker, arithmetic) -> {
                  walked.add(walker);
                  return Evaluation.atMost(arithmetic.input(walker.ratio()), arithmetic.of(1));
                });
    Walker start = new Walker(null, new int[1]);
    Attack<Walker> attack = attack(claim, budget);
    portfolio(attack).climbFrom(start);
    return walked;
  }

  /** In 61 dimensions, the shortest climb has 81 steps. */
  @Test
  void aWalkGoesOnFromWhatIsNotWorse() {
    List<Walker> walked = walk(60);

    assertThat(walked).hasSize(60);
    for (int i = 1; i < walked.size(); i++) {
      assertThat(walked.get(i).parent).isSameAs(walked.get(i - 1).successor());
    }
  }

  @Test
  void climbsBeginAtTheStartAndAtTheBestSoFar() {
    List<Walker> walked = walk(20_000);
    List<Walker> starts = new ArrayList<>();
    for (int i = 2; i < walked.size(); i++) {
      if (walked.get(i).parent != walked.get(i - 1).successor()) {
        starts.add(walked.get(i).parent);
      }
    }
    assertThat(starts).hasSizeGreaterThan(20);
    assertThat(starts.stream().filter(walked.get(0)::equals).count())
        .isBetween(starts.size() / 4L, starts.size() * 3L / 4);
    assertThat(starts).anyMatch(walker -> walker.ratio() == 0.5);
  }

  /** Steps of a climb: 20 and the dimensions, once, twice, four or eight times. */
  @Test
  void aWalkHasAsManyStepsAsTheDimensionsAskFor() {
    List<Walker> walked = walk(20_000);
    List<Integer> lengths = new ArrayList<>();
    int length = 1;
    for (int i = 2; i < walked.size(); i++) {
      if (walked.get(i).parent != walked.get(i - 1).successor()) {
        lengths.add(length);
        length = 0;
      }
      length++;
    }
    assertThat(lengths).contains(20 + 61, 20 + 2 * 61, 20 + 4 * 61, 20 + 8 * 61);
  }
}
