package org.attentionlimits.theory.jqwik;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.normalize.PositiveFunction;

/** Draws of instances. */
final class Rows {

  private static final int MOST_DIMENSIONS = 4;

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
