package org.attentionlimits.empirical.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.attentionlimits.empirical.tensor.HeadRow;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/**
 * What the rows of two or more tokens of a head are like; NaN where the head has none.
 *
 * @param norm median over rows of {@code T‖J‖₂}, from 0 to 1/2
 * @param entropy mean over rows of {@code −Σ α_i ln α_i}, in nats
 * @param largest mean over rows of the largest weight
 */
public record RowShape(double norm, double entropy, double largest) {

  /** The shape of a head's rows, by the middles of what is known of the weights. */
  static RowShape of(HeadRows rows) {
    LogitRow[] several =
        IntStream.range(0, rows.queries())
            .mapToObj(rows::seenBy)
            .flatMap(Optional::stream)
            .map(HeadRow::weighted)
            .filter(row -> row.tokens() > 1)
            .toArray(LogitRow[]::new);
    double[] norms = Arrays.stream(several).mapToDouble(RowShape::norm).toArray();
    double[][] weights = Arrays.stream(several).map(RowShape::weights).toArray(double[][]::new);
    return new RowShape(
        norms.length == 0 ? Double.NaN : new Median().evaluate(norms),
        Arrays.stream(weights).mapToDouble(RowShape::entropy).average().orElse(Double.NaN),
        Arrays.stream(weights)
            .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
            .average()
            .orElse(Double.NaN));
  }

  private static double norm(LogitRow row) {
    Vec weights = Arithmetic.BINARY64.inputs(weights(row));
    return new SoftmaxJacobian(weights, 1).spectralNorm().value();
  }

  private static double[] weights(LogitRow row) {
    return row.weights(Arithmetic.BINARY64).values();
  }

  /** {@code −Σ α_i ln α_i}, in nats; a weight of zero adds nothing. */
  public static double entropy(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum -= weight > 0 ? weight * Math.log(weight) : 0;
    }
    return sum;
  }
}
