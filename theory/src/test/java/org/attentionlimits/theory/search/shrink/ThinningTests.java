package org.attentionlimits.theory.search.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTests {

  private static LogitRow ladder(int tokens) {
    return new LogitRow(1, IntStream.range(0, tokens).asDoubleStream().toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 738, 4095})
  void asManyTokensAreLeftAsAreNeededAndAllAlike(int needed) {
    LogitRow thin = new Thinning<LogitRow>(row -> row.tokens() >= needed).thin(ladder(4096));

    assertThat(thin.tokens()).isEqualTo(needed);
    assertThat(Arrays.stream(thin.logits()).distinct()).hasSize(1);
  }

  @Test
  void aTokenThatIsNeededStays() {
    LogitRow thin =
        new Thinning<LogitRow>(row -> Arrays.stream(row.logits()).anyMatch(x -> x == 777))
            .thin(ladder(4096));

    assertThat(thin).isEqualTo(new LogitRow(1, 777));
  }

  @Test
  void tokensThatAreAlikeAreAskedOfOnce() {
    AtomicInteger asked = new AtomicInteger();
    LogitRow tied = new LogitRow(1, new double[4096]);
    new Thinning<LogitRow>(row -> asked.incrementAndGet() > 0 && row.tokens() > 4000).thin(tied);

    assertThat(asked).hasValueLessThan(100);
  }

  @Test
  void aShortRowIsLeftAsItIs() {
    assertThat(new Thinning<LogitRow>(row -> true).thin(ladder(32))).isEqualTo(ladder(32));
  }
}
