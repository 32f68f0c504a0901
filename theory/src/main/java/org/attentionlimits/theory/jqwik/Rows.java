package org.attentionlimits.theory.jqwik;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Family;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;

/** Draws of instances. */
final class Rows {

  private static final int MOST_DIMENSIONS = 4;
  private static final int MOST_HEADS = 10;
  private static final double SMALLEST_BALL = 1e-200;
  private static final int MOST_SPHERE_DIMENSIONS = 64;

  /** Arrangements of vectors around a direction. */
  private enum Arrangement {
    IDENTICAL,
    COLLINEAR,
    ORTHOGONAL,
    ANTIPODAL,
    CLUSTERED,
    NEARLY_IDENTICAL,
    PATTERNED
  }

  private Rows() {}

  /** Logits in units of the temperature, or, in one of four, as they come. */
  static LogitRow logits(Draws draws, double temperature) {
    double[] logits = Pattern.row(draws, draws.tokens(), draws.scale());
    double unit = draws.oneIn(4) ? 1 : temperature;
    return new LogitRow(temperature, Pattern.times(logits, unit));
  }

  static EmbeddedRow embedded(Draws draws) {
    LogitRow row = logits(draws, draws.temperature());
    return new EmbeddedRow(row, embeddings(draws, row), count(draws, row.tokens()));
  }

  /** One of three sets is that of the smallest weights, the others are random. */
  static SelectedRow selected(Draws draws) {
    LogitRow row = logits(draws, draws.temperature());
    int n = row.tokens();
    int count = count(draws, n);
    double[] order =
        draws.oneIn(3)
            ? Pattern.times(row.logits(), -1)
            : IntStream.range(0, n).mapToDouble(i -> draws.normal()).toArray();
    return new SelectedRow(row, embeddings(draws, row), TopN.of(order, count));
  }

  static FunctionRow function(Draws draws) {
    return new FunctionRow(draws.of(PositiveFunction.values()), logits(draws, draws.temperature()));
  }

  static PerturbedRow perturbed(Draws draws) {
    LogitRow row = logits(draws, draws.temperature());
    double step = row.temperature() * (draws.oneIn(4) ? 1 : draws.decades(-9, 3));
    return new PerturbedRow(row, direction(draws, row), step);
  }

  static Family family(Draws draws) {
    Family.Arrangement arrangement = draws.of(Family.Arrangement.values());
    Family.Weighting weighting = draws.of(Family.Weighting.values());
    double height = draws.oneIn(4) ? 1 : Math.min(4, Math.abs(draws.normal()));
    return draws.oneIn(2)
        ? Family.fixed(arrangement, weighting, height, draws.upTo(2))
        : Family.proportional(arrangement, weighting, height, draws.upTo(15) / 16.0);
  }

  static NearTie nearTie(Draws draws) {
    double temperature = draws.temperature();
    double gap = temperature * (draws.oneIn(4) ? 1 : draws.decades(-9, 3));
    double[] depths =
        draws.oneIn(2) ? new double[0] : Pattern.row(draws, draws.tokens(), draws.scale());
    return new NearTie(
        temperature,
        gap,
        Arrays.stream(Pattern.times(depths, temperature)).map(Math::abs).toArray());
  }

  static HeadGroup heads(Draws draws) {
    double small = draws.decades(-12, 0);
    double p = draws.oneIn(2) ? small : 1 - small;
    if (draws.oneIn(2)) {
      p = draws.oneIn(2) ? draws.beside(0.8) : (draws.upTo(11) - 1) / 10.0;
    }
    return new HeadGroup(p, draws.upTo(draws.oneIn(2) ? 4 : MOST_HEADS));
  }

  /** In one of three from the largest logit to the next, else in some pattern; never zero. */
  private static double[] direction(Draws draws, LogitRow row) {
    int n = row.tokens();
    double[] direction = Pattern.row(draws, n, draws.scale());
    if (draws.oneIn(3) || Arrays.stream(direction).allMatch(u -> u == 0)) {
      int[] top = row.top(Math.min(2, n));
      direction = new double[n];
      direction[top[top.length - 1]] = draws.sign();
      direction[top[0]] = top.length == 1 ? 1 : -direction[top[1]];
    }
    return direction;
  }

  /** Two or three selected in two of three, with balls at the distances that matter. */
  static SphericalRow spherical(Draws draws) {
    LogitRow row = logits(draws, draws.temperature());
    int n = row.tokens();
    int selected = draws.oneIn(3) ? count(draws, n) : Math.min(n, 1 + draws.upTo(2));
    int dimension = draws.oneIn(4) ? draws.upTo(MOST_SPHERE_DIMENSIONS) : draws.upTo(8);
    double radius = draws.oneIn(2) ? 1 : draws.oneIn(8) ? draws.decades(-99, 99) : draws.scale();
    double separation = draws.oneIn(2) ? 0 : radius * Math.sqrt(2) * draws.decades(-2, 0.1);
    double ball = draws.oneIn(4) ? draws.decades(-3, 1) : distance(draws, row, selected);
    double size = ball > SMALLEST_BALL ? ball : SMALLEST_BALL;
    return new SphericalRow(row, selected, dimension, radius, separation, radius * size);
  }

  /** Beside the least, the root mean square or the most of {@code ‖Σ_{j≠i} a_j x_j‖}, M = 1. */
  private static double distance(Draws draws, LogitRow row, int selected) {
    double[] weights = row.weights(Arithmetic.BINARY64).select(row.top(selected)).values();
    weights[draws.upTo(selected) - 1] = 0;
    double sum = Arrays.stream(weights).sum();
    double largest = Arrays.stream(weights).max().orElseThrow();
    double squares = Arrays.stream(weights).map(a -> a * a).sum();
    Double[] distances = {2 * largest - sum, Math.sqrt(squares), sum};
    return draws.of(distances) * (1 + draws.sign() * draws.decades(-12, -0.01));
  }

  /** One, all, or any number between. */
  private static int count(Draws draws, int tokens) {
    return draws.oneIn(3) ? 1 : draws.oneIn(3) ? tokens : draws.upTo(tokens);
  }

  private static double[][] embeddings(Draws draws, LogitRow row) {
    double[] direction = Pattern.row(draws, draws.upTo(MOST_DIMENSIONS), draws.scale());
    return arrange(draws, row.tokens(), direction);
  }

  /** The sizes are such that {@code ‖q‖‖k‖/T} is mostly near one, sometimes far from it. */
  static QueryKeys queryKeys(Draws draws) {
    double temperature = draws.temperature();
    double[] query = Pattern.row(draws, draws.upTo(MOST_DIMENSIONS), 1);
    double[][] keys = arrange(draws, draws.tokens(), query);
    double size = draws.oneIn(3) ? 1 : draws.scale();
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Pattern.times(keys[i], draws.oneIn(16) ? 1 : temperature * size);
    }
    return new QueryKeys(temperature, query, keys);
  }

  private static double[][] arrange(Draws draws, int count, double[] direction) {
    Arrangement arrangement = draws.of(Arrangement.values());
    return IntStream.range(0, count)
        .mapToObj(i -> vector(draws, arrangement, direction, i))
        .toArray(double[][]::new);
  }

  private static double[] vector(
      Draws draws, Arrangement arrangement, double[] direction, int place) {
    return switch (arrangement) {
      case IDENTICAL -> direction;
      case COLLINEAR -> Pattern.times(direction, draws.normal());
      case ORTHOGONAL -> axis(direction, place % direction.length);
      case ANTIPODAL -> Pattern.times(direction, draws.sign());
      case CLUSTERED -> clustered(draws, direction);
      case NEARLY_IDENTICAL -> beside(draws, direction);
      case PATTERNED -> Pattern.row(draws, direction.length, Math.abs(draws.normal()));
    };
  }

  private static double[] axis(double[] direction, int axis) {
    double[] vector = new double[direction.length];
    vector[axis] = direction[0];
    return vector;
  }

  private static double[] clustered(Draws draws, double[] direction) {
    double width = draws.decades(-12, -1);
    return IntStream.range(0, direction.length)
        .mapToDouble(k -> direction[k] * (1 + width * draws.normal()))
        .map(x -> Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x)))
        .toArray();
  }

  private static double[] beside(Draws draws, double[] direction) {
    return IntStream.range(0, direction.length)
        .mapToDouble(k -> draws.beside(direction[k]))
        .toArray();
  }
}
