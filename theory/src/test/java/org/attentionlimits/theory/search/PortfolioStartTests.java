package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Portfolios.attack;
import static org.attentionlimits.theory.search.Portfolios.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.search.Atlas.Deed;
import org.attentionlimits.theory.search.Atlas.Event;
import org.junit.jupiter.api.Test;

/** Where climbs begin. */
class PortfolioStartTests {

  private static final int A_RESTART = 20;

  /** Lengths of the runs of draws, each scored, that nothing else interrupts. */
  private static List<Integer> runsOfDraws(Atlas atlas) {
    List<Integer> runs = new ArrayList<>();
    int run = 0;
    for (Event event : atlas.beforeTheEnd()) {
      if (event.deed() == Deed.DRAWN) {
        run++;
      } else if (event.deed() != Deed.SCORED && run > 0) {
        runs.add(run);
        run = 0;
      }
    }
    return runs;
  }

  /** What was drawn for a restart, and what was done next. */
  private record Restart(List<Integer> drawn, Event next) {}

  private static List<Restart> restarts(Atlas atlas) {
    List<Restart> restarts = new ArrayList<>();
    List<Integer> drawn = new ArrayList<>();
    for (Event event : atlas.beforeTheEnd()) {
      if (event.deed() == Deed.DRAWN) {
        drawn.add(event.at());
      } else if (event.deed() != Deed.SCORED && !drawn.isEmpty()) {
        if (drawn.size() == A_RESTART) {
          restarts.add(new Restart(List.copyOf(drawn), event));
        }
        drawn.clear();
      }
    }
    assertThat(restarts).isNotEmpty();
    return restarts;
  }

  @Test
  void aRestartClimbsFromTheBestOfTwentyDraws() {
    Atlas atlas = new Atlas().draws(draw -> draw * 7919 % 1000);
    atlas.search(at -> 0.0001 * at, 1000);

    assertThat(restarts(atlas))
        .allMatch(r -> r.next().equals(new Event(Deed.CLIMBED, Collections.max(r.drawn()))));
    assertThat(runsOfDraws(atlas).stream().skip(1).filter(run -> run % A_RESTART != 0)).isEmpty();
  }

  @Test
  void aRestartClimbsFromTheFirstOfThoseThatAreEqual() {
    Atlas atlas = new Atlas().draws(draw -> draw);
    atlas.search(at -> 0.5, 1000);

    assertThat(restarts(atlas))
        .allMatch(r -> r.next().equals(new Event(Deed.CLIMBED, r.drawn().get(0))));
  }

  /** Of five climbs, one begins with twenty draws. */
  @Test
  void mostClimbsBeginAtWhatWasSeen() {
    Attack<LogitRow> attack = attack(Tried.ratio(row -> 0.5).claim(), 2000);
    Rows rows = new Rows();
    portfolio(attack).run(rows, List.of());

    assertThat(rows.draws).isBetween(200, 600);
  }

  /** Rows of two tokens, counted. */
  private static final class Rows implements Space<LogitRow> {

    private int draws;

    @Override
    public InstanceType<LogitRow> type() {
      return LogitRow.TYPE;
    }

    @Override
    public Stream<LogitRow> landmarks() {
      return Stream.of(new LogitRow(1, 0, 1));
    }

    @Override
    public LogitRow draw(RandomGenerator random) {
      draws++;
      return new LogitRow(1, random.nextDouble(), 0);
    }
  }
}
