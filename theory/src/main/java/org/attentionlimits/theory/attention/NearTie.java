package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Two nearly tied rows of logits at distance √5 ε whose two largest swap: {@code (ε, 0, −ε − δ_1,
 * −ε − δ_2, …)} and {@code (−ε, ε, −ε − δ_1, −ε − δ_2, …)}.
 */
public final class NearTie extends Described<NearTie> {

  /** What describes a near-tie. */
  public static final InstanceType<NearTie> TYPE =
      InstanceType.of(NearTie.class, "two nearly tied rows whose two largest logits swap")
          .size("n", 2, NearTie::tokens)
          .positive("gap", "ε = ", NearTie::gap)
          .array("depths", "δ = ", Kind.NON_NEGATIVE, rows -> rows.depths, "n-2")
          .positive("temperature", "T = ", NearTie::temperature)
          .numbering("depths", "gap", "temperature")
          .beyondRows("two nearly tied rows whose largest logits swap")
          .madeBy(v -> new NearTie(v.number("temperature"), v.number("gap"), v.numbers("depths")));

  private final Softmax softmax;
  private final double gap;
  private final double[] depths;

  /**
   * A near-tie.
   *
   * @param temperature T, positive and finite
   * @param gap ε, positive and finite
   * @param depths δ, [n − 2], how far below −ε the further tokens are, finite and not negative
   * @throws IllegalArgumentException on any other argument
   */
  public NearTie(double temperature, double gap, double... depths) {
    this.softmax = new Softmax(temperature);
    if (!(gap > 0 && gap < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gap must be positive and finite: " + gap);
    }
    this.gap = gap;
    this.depths = Arguments.requireFinite("depth", depths.clone());
    if (Arrays.stream(depths).anyMatch(depth -> depth < 0)) {
      throw new IllegalArgumentException("depths must not be negative: " + Decimals.print(depths));
    }
  }

  /** The temperature T. */
  public double temperature() {
    return softmax.temperature();
  }

  /** The gap ε. */
  public double gap() {
    return gap;
  }

  /** The weights of the first row, [n]. */
  public Vec weightsBefore(Arithmetic arithmetic) {
    return weights(arithmetic.input(gap), arithmetic.of(0));
  }

  /** The weights of the second row, [n]. */
  public Vec weightsAfter(Arithmetic arithmetic) {
    Real epsilon = arithmetic.input(gap);
    return weights(epsilon.negated(), epsilon);
  }

  private Vec weights(Real first, Real second) {
    Arithmetic arithmetic = first.arithmetic();
    Real floor = arithmetic.input(gap).negated();
    Stream<Real> further =
        Arrays.stream(depths).mapToObj(depth -> floor.minus(arithmetic.input(depth)));
    return softmax.weights(
        arithmetic.vector(Stream.concat(Stream.of(first, second), further).toArray(Real[]::new)));
  }

  @Override
  public InstanceType<NearTie> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return depths.length + 2;
  }

  @Override
  public Stream<NearTie> smaller() {
    return IntStream.range(0, depths.length)
        .mapToObj(i -> new NearTie(temperature(), gap, Matrices.without(depths, i)));
  }

  /** A further token twice, or one more at −ε. */
  @Override
  public Stream<NearTie> larger() {
    return Stream.concat(
            IntStream.range(0, depths.length).mapToObj(i -> Matrices.twice(depths, i)),
            Stream.of(Arrays.copyOf(depths, depths.length + 1)))
        .map(more -> new NearTie(temperature(), gap, more));
  }
}
