package org.attentionlimits.theory.search.space;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.profile.Recipe;
import org.attentionlimits.theory.profile.Recipes;

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
    return Recipes.perturbed();
  }

  @Override
  public PerturbedRow draw(SplittableRandom random) {
    Draws draws = new Draws(random);
    LogitRow row = LogitRows.draw(draws);
    double[] direction = draws.normal(row.tokens(), 1);
    double step = row.temperature() * draws.logUniform(SMALLEST_STEP, LARGEST_STEP);
    return new PerturbedRow(row, direction, step);
  }
}
