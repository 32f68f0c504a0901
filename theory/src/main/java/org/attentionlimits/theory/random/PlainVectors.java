package org.attentionlimits.theory.random;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;

/** Vectors around a direction, and numbers of selected tokens, in {@link PlainDraws}. */
final class PlainVectors {

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

  private PlainVectors() {}

  /** One, all, or any number between. */
  static int count(PlainDraws draws, int tokens) {
    return draws.oneIn(3) ? 1 : draws.oneIn(3) ? tokens : draws.upTo(tokens);
  }

  static double[][] embeddings(PlainDraws draws, LogitRow row) {
    double[] direction = PlainPattern.row(draws, draws.upTo(MOST_DIMENSIONS), draws.scale());
    return arrange(draws, row.tokens(), direction);
  }

  static double[][] arrange(PlainDraws draws, int count, double[] direction) {
    Arrangement arrangement = draws.of(Arrangement.values());
    return IntStream.range(0, count)
        .mapToObj(i -> vector(draws, arrangement, direction, i))
        .toArray(double[][]::new);
  }

  private static double[] vector(
      PlainDraws draws, Arrangement arrangement, double[] direction, int place) {
    return switch (arrangement) {
      case IDENTICAL -> direction;
      case COLLINEAR -> PlainPattern.times(direction, draws.normal());
      case ORTHOGONAL -> axis(direction, place % direction.length);
      case ANTIPODAL -> PlainPattern.times(direction, draws.sign());
      case CLUSTERED -> clustered(draws, direction);
      case NEARLY_IDENTICAL -> beside(draws, direction);
      case PATTERNED -> PlainPattern.row(draws, direction.length, Math.abs(draws.normal()));
    };
  }

  private static double[] axis(double[] direction, int axis) {
    double[] vector = new double[direction.length];
    vector[axis] = direction[0];
    return vector;
  }

  private static double[] clustered(PlainDraws draws, double[] direction) {
    double width = draws.decades(-12, -1);
    return IntStream.range(0, direction.length)
        .mapToDouble(k -> direction[k] * (1 + width * draws.normal()))
        .map(x -> Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x)))
        .toArray();
  }

  private static double[] beside(PlainDraws draws, double[] direction) {
    return IntStream.range(0, direction.length)
        .mapToDouble(k -> draws.beside(direction[k]))
        .toArray();
  }
}
