package org.attentionlimits.theory.jqwik;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.random.LogitRows;
import org.attentionlimits.theory.random.PlainDraws;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;

/**
 * Arbitraries of attention rows and of the numbers that make them up.
 *
 * <p>Rows have 1 to 32 tokens, mostly a few. They shrink to fewer tokens first, then to simpler
 * numbers: zeros, ones, small integers, few digits.
 */
public final class AttentionArbitraries {

  private static final int MOST_MASKS = 16;

  private AttentionArbitraries() {}

  /** Instances of a space, as plain generation draws them; they shrink as all others do. */
  public static <I extends Instance<I>> Arbitrary<I> of(Space<I> space) {
    return drawing(space::drawPlain);
  }

  /**
   * Rows of logits with their temperature. Logits are spread over many decades, tied exactly or up
   * to four ulps, on a ladder, on two levels, spiked, or special: zeros of both signs, subnormal,
   * at ±700 and ±10⁶ temperatures, where exponentials overflow and underflow.
   */
  public static Arbitrary<LogitRow> logitRows() {
    return of(Spaces.of(LogitRow.TYPE));
  }

  /** A query with keys along it, against it, orthogonal to it, equal, or anywhere. */
  public static Arbitrary<QueryKeys> queryKeys() {
    return of(Spaces.of(QueryKeys.TYPE));
  }

  /**
   * Rows with identical, collinear, orthogonal, antipodal, clustered or random embeddings, and N
   * from 1 to n, both ends being frequent.
   */
  public static Arbitrary<EmbeddedRow> embeddedRows() {
    return of(Spaces.of(EmbeddedRow.TYPE));
  }

  /**
   * The same with a set of any tokens: often one, all, or those of the smallest weights, to which a
   * bound for the largest weights does not apply.
   */
  public static Arbitrary<SelectedRow> selectedRows() {
    return of(Spaces.of(SelectedRow.TYPE));
  }

  /** {@link #logitRows()} with every {@link PositiveFunction}. */
  public static Arbitrary<FunctionRow> functionRows() {
    return of(Spaces.of(FunctionRow.TYPE));
  }

  /**
   * {@link #logitRows()} with a direction, often from one of the two largest weights to the other,
   * and a step that is often the temperature, else log-uniform from 10⁻⁹ to 10³ temperatures.
   */
  public static Arbitrary<PerturbedRow> perturbedRows() {
    return of(Spaces.of(PerturbedRow.TYPE));
  }

  /**
   * Families of every arrangement and weighting, one or two selected tokens or a share of them, and
   * heights from 0 to 4.
   */
  public static Arbitrary<GrowingRow> families() {
    return of(Spaces.of(GrowingRow.TYPE));
  }

  /**
   * Two nearly tied rows whose two largest swap, half of them of two tokens, with gaps log-uniform
   * from 10⁻⁹ to 10³ temperatures, often the temperature, and further tokens at depths of all
   * patterns.
   */
  public static Arbitrary<NearTie> nearTies() {
    return of(Spaces.of(NearTie.TYPE));
  }

  /**
   * One to ten heads of a separability that is a tenth, within four ulps of 0.8, or log-uniform
   * from zero or from one.
   */
  public static Arbitrary<HeadGroup> headGroups() {
    return of(Spaces.of(HeadGroup.TYPE));
  }

  /**
   * {@link #logitRows()} with embeddings uniform on a sphere in 1 to 64 dimensions, mostly a few.
   * The ball is often just beside the least, the largest or the root mean square distance of a
   * selected token's contribution from the context vector; the separation is zero or up to a little
   * more than √2 radii.
   */
  public static Arbitrary<SphericalRow> sphericalRows() {
    return of(Spaces.of(SphericalRow.TYPE));
  }

  /** Finite logits as of {@link #logitRows()} at temperature one, at least one. */
  public static Arbitrary<double[]> logits() {
    return drawing(random -> LogitRows.plain(new PlainDraws(random), 1)).map(LogitRow::logits);
  }

  /** {@link #logits()} with up to 16 of −∞ among them; at least one logit is finite. */
  public static Arbitrary<double[]> maskedLogits() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, (1 << MOST_MASKS) - 1);
    return Combinators.combine(logits(), places).as(AttentionArbitraries::mask);
  }

  /** Temperatures: often 1, else log-uniform from 10⁻⁶ to 10⁶; shrinking towards 1. */
  public static Arbitrary<Double> temperatures() {
    return drawing(random -> new LogitRow(new PlainDraws(random).temperature(), 0))
        .map(LogitRow::temperature);
  }

  private static <I extends Instance<I>> Arbitrary<I> drawing(Function<Random, I> draw) {
    return Arbitraries.fromGenerator(random -> new ShrinkableInstance<>(draw.apply(random)));
  }

  /** Puts −∞ before every logit whose bit is set. */
  private static double[] mask(double[] logits, int places) {
    return IntStream.range(0, logits.length)
        .boxed()
        .flatMapToDouble(
            i ->
                (places >> Math.min(i, MOST_MASKS) & 1) == 0
                    ? DoubleStream.of(logits[i])
                    : DoubleStream.of(Double.NEGATIVE_INFINITY, logits[i]))
        .toArray();
  }
}
