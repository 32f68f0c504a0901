package org.attentionlimits.theory.random;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.profile.Profile;
import org.attentionlimits.theory.profile.Recipe;

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
    return List.of(
        new Recipe<>(
            Profile.MOST_TOKENS,
            1,
            0,
            1,
            0,
            (columns, r, t, m) -> Optional.of(new LogitRow(t[0], columns[0]))));
  }

  @Override
  public LogitRow draw(RandomGenerator random) {
    return draw(new AdversarialDraws(random));
  }

  static LogitRow draw(AdversarialDraws draws) {
    return draw(draws, draws.tokens());
  }

  static LogitRow draw(AdversarialDraws draws, int tokens) {
    double temperature = draws.temperature();
    double scale = temperature * draws.logUniform(1e-3, 1e3);
    return new LogitRow(temperature, draws.patterned(tokens, scale));
  }

  @Override
  public LogitRow drawPlain(RandomGenerator random) {
    PlainDraws draws = new PlainDraws(random);
    return plain(draws, draws.temperature());
  }

  /** Logits in units of the temperature, or, in one of four, as they come. */
  public static LogitRow plain(PlainDraws draws, double temperature) {
    double[] logits = PlainPattern.row(draws, draws.tokens(), draws.scale());
    double unit = draws.oneIn(4) ? 1 : temperature;
    return new LogitRow(temperature, PlainPattern.times(logits, unit));
  }
}
