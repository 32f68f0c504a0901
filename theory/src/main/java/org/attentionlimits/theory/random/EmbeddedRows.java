package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.profile.Columns;
import org.attentionlimits.theory.profile.Recipe;

/**
 * Rows whose embeddings are identical, collinear, orthogonal, antipodal, clustered, random, or one
 * opposed to all others.
 */
final class EmbeddedRows implements Space<EmbeddedRow> {

  private static final int MOST_DIMENSIONS = 4;
  private static final double CLUSTER_WIDTH = 1e-3;

  /** Claims about shares of the selected tokens speak of this many or more. */
  private static final int MANY = 16;

  private static final double LONG_ROWS = 0.1;

  /** Arrangements of embeddings. */
  private enum Arrangement {
    IDENTICAL,
    COLLINEAR,
    ORTHOGONAL,
    ANTIPODAL,
    CLUSTERED,
    NORMAL,
    /** The first tokens one way, the last one the other. */
    OPPOSED
  }

  @Override
  public InstanceType<EmbeddedRow> type() {
    return EmbeddedRow.TYPE;
  }

  @Override
  public Stream<EmbeddedRow> landmarks() {
    return Stream.concat(shortRows(), Stream.of(allButOne(1), allButOne(2)));
  }

  /** Many selected tokens and one other, which is opposed to them. */
  private static EmbeddedRow allButOne(int dimension) {
    AdversarialDraws draws = new AdversarialDraws(new SplittableRandom(0));
    return new EmbeddedRow(
        new LogitRow(1, new double[MANY + 1]),
        arrange(Arrangement.OPPOSED, MANY + 1, dimension, 1, draws),
        MANY);
  }

  private static Stream<EmbeddedRow> shortRows() {
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
                                            arrange(
                                                arrangement, n, n, 1, new AdversarialDraws(random)),
                                            selected))));
  }

  /** For embeddings of one and two dimensions. */
  @Override
  public List<Recipe<EmbeddedRow>> recipes() {
    return Columns.withEmbeddings(
        1,
        (logits, embeddings, m) ->
            Optional.of(new EmbeddedRow(logits, embeddings, Math.max(1, m[0]))));
  }

  @Override
  public EmbeddedRow draw(RandomGenerator random) {
    AdversarialDraws draws = new AdversarialDraws(random);
    boolean many = random.nextDouble() < LONG_ROWS;
    int tokens = many ? MANY + 1 + random.nextInt(MANY) : draws.tokens();
    LogitRow row = LogitRows.draw(draws, tokens);
    int dimension = 1 + random.nextInt(MOST_DIMENSIONS);
    Arrangement arrangement = Arrangement.values()[random.nextInt(Arrangement.values().length)];
    double scale = draws.logUniform(1e-3, 1e3);
    int selected = many ? MANY + random.nextInt(tokens - MANY) : 1 + random.nextInt(tokens);
    return new EmbeddedRow(row, arrange(arrangement, tokens, dimension, scale, draws), selected);
  }

  private static double[][] arrange(
      Arrangement arrangement, int tokens, int dimension, double scale, AdversarialDraws draws) {
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
            case OPPOSED -> times(direction, i == tokens - 1 ? -1 : 1);
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

  @Override
  public EmbeddedRow drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  static EmbeddedRow plain(PlainDraws draws) {
    LogitRow row = LogitRows.plain(draws, draws.temperature());
    return new EmbeddedRow(
        row, PlainVectors.embeddings(draws, row), PlainVectors.count(draws, row.tokens()));
  }
}
