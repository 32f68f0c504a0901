package org.attentionlimits.empirical.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;

/**
 * What the rows of two or more tokens of a head are like; NaN where the head has none.
 *
 * @param norm median over rows of {@code T‖J‖₂}, from 0 to 1/2
 * @param entropy mean over rows of {@code −Σ α_i ln α_i}, in nats
 * @param largest mean over rows of the largest weight
 */
public record RowShape(double norm, double entropy, double largest) {

  /** Of rows that were not looked at. */
  static final RowShape UNKNOWN = new RowShape(Double.NaN, Double.NaN, Double.NaN);

  /** The shape of a head's rows, by the middles of what is known of the weights. */
  static RowShape of(HeadRows rows) {
    double[][] several =
        IntStream.range(0, rows.queries())
            .mapToObj(rows::seenBy)
            .flatMap(Optional::stream)
            .filter(row -> row.tokens() > 1)
            .map(row -> row.weighted().weights(Arithmetic.BINARY64).values())
            .toArray(double[][]::new);
    if (several.length == 0) {
      return UNKNOWN;
    }
    return new RowShape(
        new Median().evaluate(Arrays.stream(several).mapToDouble(RowShape::norm).toArray()),
        mean(several, RowShape::entropy),
        mean(several, row -> Arrays.stream(row).max().orElseThrow()));
  }

  private static double mean(double[][] rows, ToDoubleFunction<double[]> of) {
    return Arrays.stream(rows).mapToDouble(of).average().orElseThrow();
  }

  private static double norm(double... weights) {
    return new SoftmaxJacobian(Arithmetic.BINARY64.inputs(weights), 1).spectralNorm().value();
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
