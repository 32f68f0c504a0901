package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.profile.Profile;
import org.attentionlimits.theory.profile.Recipe;
import org.attentionlimits.theory.real.Arithmetic;

/**
 * Rows with balls at the distances that matter: the extremes and the mean square of {@code ‖Σ_{j≠i}
 * a_j x_j‖}, and just beside them.
 */
final class SphericalRows implements Space<SphericalRow> {

  private static final double SMALLEST_PLAIN_BALL = 1e-200;

  /** The probability of more than three selected tokens is sampled, which takes longest. */
  private static final double MANY_SELECTED = 0.1;

  private static final int COMPUTABLE = 3;
  private static final int MOST_DIMENSIONS = 64;
  private static final int[] DIMENSIONS = {1, 2, 3, 4, 6, 8, MOST_DIMENSIONS};
  private static final int HIGH_DIMENSION = 1 << 20;
  private static final int MANY = 64;
  private static final double[] BESIDE = {0.99, 0.999, 0.99999, 1, 1.0001};

  /** Separations up to the root of two, beyond which no bound speaks, in units of M. */
  private static final double MOST_SEPARATION = 1.414;

  /** Distances far below this are those of weights that underflow. */
  private static final double SMALLEST_BALL = 1e-300;

  @Override
  public InstanceType<SphericalRow> type() {
    return SphericalRow.TYPE;
  }

  @Override
  public Stream<SphericalRow> landmarks() {
    return Stream.concat(strong(), simple());
  }

  /**
   * Equal weights in high dimensions, where every distance is close to its root mean square and the
   * ball is a little larger: as many as fit on a line; many, with embeddings that are apart; and
   * many, with one token that is not selected and just outside. Then rows of as many dimensions as
   * the model of the paper has.
   */
  private static Stream<SphericalRow> strong() {
    double[] one = new double[MANY + 1];
    one[MANY] = -22;
    return Stream.of(
        new SphericalRow(new LogitRow(1, new double[8]), 8, HIGH_DIMENSION, 1, 0, 0.336),
        new SphericalRow(new LogitRow(1, new double[MANY]), MANY, 256, 1, 1, 0.2),
        new SphericalRow(new LogitRow(1, one), MANY, HIGH_DIMENSION, 1, 1, 0.1245),
        new SphericalRow(new LogitRow(1, new double[32]), 16, 768, 1, 0, 1),
        new SphericalRow(new LogitRow(1, new double[256]), 16, 768, 1, 0, 1));
  }

  private static Stream<SphericalRow> simple() {
    return IntStream.rangeClosed(1, COMPUTABLE)
        .boxed()
        .flatMap(
            selected ->
                Stream.of(new LogitRow(1, new double[selected]), new LogitRow(1, spike(selected)))
                    .flatMap(row -> landmarks(row, selected)));
  }

  /** One token more than are selected, of a weight near zero or as large as another. */
  private static double[] spike(int selected) {
    double[] logits = new double[selected + 1];
    logits[0] = 1;
    return logits;
  }

  private static Stream<SphericalRow> landmarks(LogitRow row, int selected) {
    return Arrays.stream(DIMENSIONS)
        .boxed()
        .flatMap(
            d ->
                DoubleStream.concat(
                        DoubleStream.of(1),
                        Arrays.stream(distances(row, selected)).flatMap(SphericalRows::beside))
                    .mapToObj(ball -> new SphericalRow(row, selected, d, 1, 0, ball)));
  }

  private static DoubleStream beside(double distance) {
    return Arrays.stream(BESIDE).map(factor -> factor * distance);
  }

  /** Of each selected token: the least, the root of the mean square, and the most; positive. */
  private static double[] distances(LogitRow row, int selected) {
    double[] weights = row.weights(Arithmetic.BINARY64).select(row.top(selected)).values();
    return IntStream.range(0, selected)
        .boxed()
        .flatMapToDouble(i -> distances(weights, i))
        .filter(distance -> distance > 0)
        .distinct()
        .toArray();
  }

  private static DoubleStream distances(double[] weights, int token) {
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (int j : TopN.others(weights.length, token)) {
      sum += weights[j];
      squares += weights[j] * weights[j];
      largest = Math.max(largest, weights[j]);
    }
    return DoubleStream.of(2 * largest - sum, Math.sqrt(squares), sum);
  }

  /** Of few selected tokens, since the probabilities of many are sampled. */
  @Override
  public List<Recipe<SphericalRow>> recipes() {
    return List.of(
        new Recipe<>(
            Profile.MOST_TOKENS,
            1,
            0,
            4,
            2,
            (columns, r, t, m) ->
                Optional.of(
                    new SphericalRow(
                        new LogitRow(t[0], columns[0]),
                        Math.max(1, Math.min(COMPUTABLE, m[0])),
                        Math.max(1, Math.min(MOST_DIMENSIONS, m[1])),
                        t[1],
                        t[2],
                        t[3]))));
  }

  /** The ball is one of the distances that matter, or near one, or between them. */
  @Override
  public SphericalRow draw(RandomGenerator random) {
    AdversarialDraws draws = new AdversarialDraws(random);
    LogitRow row = LogitRows.draw(draws);
    int few = Math.min(row.tokens(), COMPUTABLE);
    int selected = 1 + random.nextInt(random.nextDouble() < MANY_SELECTED ? row.tokens() : few);
    double radius = random.nextBoolean() ? 1 : draws.logUniform(1e-3, 1e3);
    double separation = random.nextBoolean() ? 0 : radius * random.nextDouble(MOST_SEPARATION);
    int dimension = random.nextBoolean() ? 1 + random.nextInt(8) : dimension(draws);
    double ball = Math.max(SMALLEST_BALL, ball(draws, row, selected));
    return new SphericalRow(row, selected, dimension, radius, separation, radius * ball);
  }

  private static int dimension(AdversarialDraws draws) {
    return (int) Math.rint(draws.logUniform(1, MOST_DIMENSIONS));
  }

  private static double ball(AdversarialDraws draws, LogitRow row, int selected) {
    RandomGenerator random = draws.random();
    double[] distances = distances(row, selected);
    if (distances.length == 0 || random.nextInt(4) == 0) {
      return draws.logUniform(1e-3, 10);
    }
    double distance = distances[random.nextInt(distances.length)];
    double step = draws.logUniform(1e-9, 1) * (random.nextBoolean() ? 1 : -0.999);
    return distance * (1 + step);
  }

  @Override
  public SphericalRow drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  /** Two or three selected in two of three, with balls at the distances that matter. */
  static SphericalRow plain(PlainDraws draws) {
    LogitRow row = LogitRows.plain(draws, draws.temperature());
    int n = row.tokens();
    int selected = draws.oneIn(3) ? PlainVectors.count(draws, n) : Math.min(n, 1 + draws.upTo(2));
    int dimension = draws.oneIn(4) ? draws.upTo(MOST_DIMENSIONS) : draws.upTo(8);
    double radius = draws.oneIn(2) ? 1 : draws.oneIn(8) ? draws.decades(-99, 99) : draws.scale();
    double separation = draws.oneIn(2) ? 0 : radius * Math.sqrt(2) * draws.decades(-2, 0.1);
    double ball = draws.oneIn(4) ? draws.decades(-3, 1) : distance(draws, row, selected);
    double size = ball > SMALLEST_PLAIN_BALL ? ball : SMALLEST_PLAIN_BALL;
    return new SphericalRow(row, selected, dimension, radius, separation, radius * size);
  }

  /** Beside the least, the root mean square or the most of {@code ‖Σ_{j≠i} a_j x_j‖}, M = 1. */
  private static double distance(PlainDraws draws, LogitRow row, int selected) {
    double[] weights = row.weights(Arithmetic.BINARY64).select(row.top(selected)).values();
    weights[draws.upTo(selected) - 1] = 0;
    double sum = Arrays.stream(weights).sum();
    double largest = Arrays.stream(weights).max().orElseThrow();
    double squares = Arrays.stream(weights).map(a -> a * a).sum();
    Double[] distances = {2 * largest - sum, Math.sqrt(squares), sum};
    return draws.of(distances) * (1 + draws.sign() * draws.decades(-12, -0.01));
  }
}
