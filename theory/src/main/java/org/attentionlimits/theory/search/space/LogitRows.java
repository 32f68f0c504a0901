package org.attentionlimits.theory.search.space;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.profile.Recipe;
import org.attentionlimits.theory.profile.Recipes;

/** Rows of logits: tied, spiked, at two levels, and random. */
public final class LogitRows implements Space<LogitRow> {

  private static final double FAR = 40;

  @Override
  public InstanceType<LogitRow> type() {
    return LogitRow.TYPE;
  }

  @Override
  public Stream<LogitRow> landmarks() {
    return IntStream.of(1, 2, 3, 4, 8)
        .boxed()
        .flatMap(
            n ->
                IntStream.rangeClosed(0, n)
                    .boxed()
                    .flatMap(up -> Stream.of(twoLevel(n, up, 1), twoLevel(n, up, FAR))));
  }

  private static LogitRow twoLevel(int tokens, int up, double height) {
    return new LogitRow(
        1, IntStream.range(0, tokens).mapToDouble(i -> i < up ? height : 0).toArray());
  }

  @Override
  public List<Recipe<LogitRow>> recipes() {
    return Recipes.logits();
  }

  @Override
  public LogitRow draw(SplittableRandom random) {
    return draw(new Draws(random));
  }

  static LogitRow draw(Draws draws) {
    return draw(draws, draws.tokens());
  }

  static LogitRow draw(Draws draws, int tokens) {
    double temperature = draws.temperature();
    double scale = temperature * draws.logUniform(1e-3, 1e3);
    return new LogitRow(temperature, draws.patterned(tokens, scale));
  }
}
