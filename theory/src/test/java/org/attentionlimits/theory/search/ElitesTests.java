package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
import org.junit.jupiter.api.Test;

class ElitesTests {

  private final Elites<LogitRow> elites = new Elites<>();

  private void offer(int tokens, double ratio) {
    elites.offer(new Scored<>(new LogitRow(1, new double[tokens]), ratio));
  }

  private Stream<Double> ratios() {
    return elites.all().stream().map(Scored::ratio);
  }

  @Test
  void keepsThoseOnTheirWayUpBesideManyAttained() {
    offer(2, 0.3);
    for (int tokens = 1; tokens < 40; tokens++) {
      offer(tokens, 1);
    }
    assertThat(ratios()).hasSize(9).contains(0.3);
  }

  @Test
  void keepsThreeOfAShape() {
    Stream.of(0.1, 0.5, 0.2, 0.4, 0.3).forEach(ratio -> offer(2, ratio));
    assertThat(ratios()).containsExactly(0.5, 0.4, 0.3);
  }

  @Test
  void keepsOneOfASummit() {
    Stream.of(0.5, 0.5 + 1e-8, 0.5 - 1e-8).forEach(ratio -> offer(2, ratio));
    assertThat(ratios()).containsExactly(0.5 + 1e-8);
  }

  @Test
  void picksFromEveryLevel() {
    offer(1, 0.5);
    offer(1, 1);
    offer(1, 2);
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Stream.generate(() -> elites.pick(random).ratio()).limit(50))
        .contains(0.5, 1.0, 2.0);
  }

  @Test
  void picksWhatWasSampledOnlyIfThereIsNothingElse() {
    SplittableRandom random = new SplittableRandom(1);
    elites.offer(new Scored<>(new LogitRow(1, 0), 2, true));
    assertThat(elites.pick(random).ratio()).isEqualTo(2);

    offer(1, 0.5);
    assertThat(Stream.generate(() -> elites.pick(random).ratio()).limit(50)).containsOnly(0.5);
    assertThat(ratios()).containsExactlyInAnyOrder(0.5, 2.0);
  }
}
