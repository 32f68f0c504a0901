package org.attentionlimits.empirical.check;

import java.util.Arrays;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;

/**
 * Which claims about rows say something else of the same weights at another temperature, as {@code
 * ‖J‖₂ ≤ √2} does and {@code ‖J‖₂ ≤ 1/(4T)} does not: their ratios at one row of weights differ
 * between two temperatures.
 */
public final class TemperatureDependence {

  /** ln of the weights of a row, up to a shift. */
  private static final double[] ROW = {0, -0.5, -1.5, -2};

  /** Where √2 is the larger of Corollary 3's arms, and where it is the smaller one. */
  private static final double[] TEMPERATURES = {1, 0.125};

  private static final double TOLERANCE = 1e-6;

  private TemperatureDependence() {}

  /** Whether a claim is seen to depend on it; false for claims that are not about such rows. */
  public static boolean of(Claim<?> claim) {
    if (claim.type() != LogitRow.TYPE) {
      return false;
    }
    double[] ratios =
        Arrays.stream(TEMPERATURES)
            .mapToObj(TemperatureDependence::row)
            .flatMap(row -> ratio(claim, row).stream())
            .mapToDouble(ratio -> ratio)
            .toArray();
    return ratios.length == TEMPERATURES.length
        && Math.abs(ratios[0] - ratios[1]) > TOLERANCE * Math.abs(ratios[0]);
  }

  private static LogitRow row(double temperature) {
    return new LogitRow(temperature, Arrays.stream(ROW).map(x -> temperature * x).toArray());
  }

  private static <I extends Instance<I>> Optional<Double> ratio(Claim<I> claim, Instance<?> row) {
    return claim.admitted(row).map(claim::evaluate).map(Evaluation::ratio);
  }
}
