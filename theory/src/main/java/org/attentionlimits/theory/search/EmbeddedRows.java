package org.attentionlimits.theory.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;

/** Rows whose embeddings are identical, collinear, orthogonal, antipodal, clustered or random. */
final class EmbeddedRows implements Space<EmbeddedRow> {

  private static final int MOST_DIMENSIONS = 4;
  private static final double CLUSTER_WIDTH = 1e-3;

  /** Arrangements of embeddings. */
  private enum Arrangement {
    IDENTICAL,
    COLLINEAR,
    ORTHOGONAL,
    ANTIPODAL,
    CLUSTERED,
    NORMAL
  }

  @Override
  public Stream<EmbeddedRow> landmarks() {
    SplittableRandom random = new SplittableRandom(0);
    return IntStream.of(2, 3, 4)
        .boxed()
        .flatMap(
            n ->
                Arrays.stream(Arrangement.values())
                    .flatMap(
                        arrangement ->
                            IntStream.rangeClosed(1, n)
                                .mapToObj(
                                    selected ->
                                        new EmbeddedRow(
                                            new LogitRow(1, new double[n]),
                                            arrange(arrangement, n, n, 1, new Draws(random)),
                                            selected))));
  }

  @Override
  public EmbeddedRow draw(SplittableRandom random) {
    Draws draws = new Draws(random);
    LogitRow row = LogitRows.draw(draws);
    int dimension = 1 + random.nextInt(MOST_DIMENSIONS);
    Arrangement arrangement = Arrangement.values()[random.nextInt(Arrangement.values().length)];
    double scale = draws.logUniform(1e-3, 1e3);
    return new EmbeddedRow(
        row,
        arrange(arrangement, row.tokens(), dimension, scale, draws),
        1 + random.nextInt(row.tokens()));
  }

  private static double[][] arrange(
      Arrangement arrangement, int tokens, int dimension, double scale, Draws draws) {
    double[] direction = draws.normal(dimension, scale);
    double[][] rows = new double[tokens][];
    for (int i = 0; i < tokens; i++) {
      rows[i] =
          switch (arrangement) {
            case IDENTICAL -> direction.clone();
            case COLLINEAR -> times(direction, draws.random().nextGaussian());
            case ORTHOGONAL -> unit(dimension, i % dimension, scale);
            case ANTIPODAL -> times(direction, draws.random().nextBoolean() ? 1 : -1);
            case CLUSTERED -> plus(direction, draws.normal(dimension, CLUSTER_WIDTH * scale));
            case NORMAL -> draws.normal(dimension, scale);
          };
    }
    return rows;
  }

  private static double[] times(double[] vector, double factor) {
    return Arrays.stream(vector).map(x -> factor * x).toArray();
  }

  private static double[] plus(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> a[k] + b[k]).toArray();
  }

  private static double[] unit(int dimension, int axis, double length) {
    double[] vector = new double[dimension];
    vector[axis] = length;
    return vector;
  }
}
