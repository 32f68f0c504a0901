package org.attentionlimits.theory.catalogue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;

/**
 * Rows of three selected tokens on the unit sphere whose weights are almost equal. Among the rows
 * that are drawn otherwise, one in a thousand is alike.
 */
final class EqualTriples {

  private static final double LARGEST_LOGIT = 0.001;
  private static final double LARGEST_DISTANCE = 2.0 / 3;

  private EqualTriples() {}

  /** Rows with a ball that is small, or almost as large as the distances can be. */
  static Arbitrary<SphericalRow> ofDimensions(int least, int most) {
    return Combinators.combine(
            uniform(-LARGEST_LOGIT, LARGEST_LOGIT),
            uniform(-LARGEST_LOGIT, LARGEST_LOGIT),
            Arbitraries.integers().between(least, most),
            uniform(-3, -0.5),
            Arbitraries.of(true, false))
        .as((a, b, dimension, decades, small) -> row(a, b, dimension, ball(decades, small)));
  }

  private static SphericalRow row(double a, double b, int dimension, double ball) {
    return new SphericalRow(new LogitRow(1, 0, a, b), 3, dimension, 1, 0, ball);
  }

  private static double ball(double decades, boolean small) {
    double share = Math.pow(10, decades);
    return LARGEST_DISTANCE * (small ? share : 1 - share);
  }

  private static Arbitrary<Double> uniform(double from, double to) {
    return Arbitraries.doubles()
        .between(from, to)
        .ofScale(9)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases();
  }
}
