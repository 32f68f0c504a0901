package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Portfolios.attack;
import static org.attentionlimits.theory.search.Portfolios.portfolio;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.random.Draws;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.search.Atlas.Place;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;

/** What counts as a miss, told from an attack that the next miss ends. */
class PortfolioMissTests {

  private static final int BUDGET = 2000;

  private static <I extends Instance<I>> Attack<I> almostOver(Claim<I> claim) {
    Attack<I> attack = attack(claim, BUDGET);
    IntStream.range(1, 10 * BUDGET).forEach(i -> attack.miss());
    assertThat(attack.isOver(1)).isFalse();
    return attack;
  }

  private static Claim<Plain> anyNumbers() {
    return Claim.about(Plain.TYPE)
        .named("numbers")
        .evaluatedBy((plain, a) -> Evaluation.atMost(a.of(0.5), a.of(1)));
  }

  /** Numbers of any sign, so many that every climb is a walk, of which every step is admissible. */
  private static final class Walks implements Space<Plain> {

    @Override
    public InstanceType<Plain> type() {
      return Plain.TYPE;
    }

    @Override
    public Stream<Plain> landmarks() {
      return Stream.empty();
    }

    @Override
    public Plain draw(RandomGenerator random) {
      return Plain.of(".".repeat(60), Draws.filled(60, 1));
    }
  }

  @Test
  void stepsOfAWalkAreNone() {
    Attack<Plain> attack = almostOver(anyNumbers());
    portfolio(attack).climbFrom(new Walks().draw(new SplittableRandom(1)));

    assertThat(attack.tries()).isEqualTo(BUDGET);
  }

  @Test
  void aShapeWithoutNeighboursIsOne() {
    Attack<Plain> attack = almostOver(anyNumbers());
    portfolio(attack).run(new Walks(), List.of());

    assertThat(attack.tries()).isBetween(20L, BUDGET - 1L);
  }

  @Test
  void aPlaceWithoutNumbersToChangeIsOne() {
    Atlas atlas =
        new Atlas()
            .draws(draw -> draw)
            .ways(at -> IntStream.of(at + 1), at -> IntStream.of(at + 2));
    Attack<Place> attack = almostOver(atlas.claim(at -> 0.5));
    portfolio(attack).run(atlas, List.of());

    assertThat(attack.tries()).isBetween(1L, BUDGET - 1L);
  }
}
