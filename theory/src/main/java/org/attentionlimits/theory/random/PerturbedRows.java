package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.profile.Profile;
import org.attentionlimits.theory.profile.Recipe;

/** The rows of {@link LogitRows} with steps in random directions and in those that matter most. */
final class PerturbedRows implements Space<PerturbedRow> {

  private static final double SMALLEST_STEP = 1e-6;
  private static final double LARGEST_STEP = 1e3;

  private final LogitRows rows = new LogitRows();

  @Override
  public InstanceType<PerturbedRow> type() {
    return PerturbedRow.TYPE;
  }

  @Override
  public Stream<PerturbedRow> landmarks() {
    return rows.landmarks()
        .flatMap(
            row ->
                Stream.of(SMALLEST_STEP, 1.0, LARGEST_STEP)
                    .map(step -> new PerturbedRow(row, firstTwo(row.tokens()), step)));
  }

  private static double[] firstTwo(int tokens) {
    double[] direction = new double[tokens];
    direction[0] = 1;
    direction[tokens - 1] -= tokens == 1 ? 0 : 1;
    return direction;
  }

  @Override
  public List<Recipe<PerturbedRow>> recipes() {
    return List.of(
        new Recipe<>(
            Profile.MOST_TOKENS,
            2,
            0,
            2,
            0,
            (columns, r, t, m) ->
                Optional.of(columns[1])
                    .filter(u -> Arrays.stream(u).anyMatch(x -> x != 0))
                    .map(u -> new PerturbedRow(new LogitRow(t[0], columns[0]), u, t[1]))));
  }

  @Override
  public PerturbedRow draw(RandomGenerator random) {
    AdversarialDraws draws = new AdversarialDraws(random);
    LogitRow row = LogitRows.draw(draws);
    double[] direction = draws.normal(row.tokens(), 1);
    double step = row.temperature() * draws.logUniform(SMALLEST_STEP, LARGEST_STEP);
    return new PerturbedRow(row, direction, step);
  }

  @Override
  public PerturbedRow drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  static PerturbedRow plain(PlainDraws draws) {
    LogitRow row = LogitRows.plain(draws, draws.temperature());
    double step = row.temperature() * (draws.oneIn(4) ? 1 : draws.decades(-9, 3));
    return new PerturbedRow(row, direction(draws, row), step);
  }

  /** In one of three from the largest logit to the next, else in some pattern; never zero. */
  private static double[] direction(PlainDraws draws, LogitRow row) {
    int n = row.tokens();
    double[] direction = PlainPattern.row(draws, n, draws.scale());
    if (draws.oneIn(3) || Arrays.stream(direction).allMatch(u -> u == 0)) {
      int[] top = row.top(Math.min(2, n));
      direction = new double[n];
      direction[top[top.length - 1]] = draws.sign();
      direction[top[0]] = top.length == 1 ? 1 : -direction[top[1]];
    }
    return direction;
  }
}
