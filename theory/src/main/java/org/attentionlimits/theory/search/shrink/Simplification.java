package org.attentionlimits.theory.search.shrink;

import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.search.measure.Lengths;

/** Steps from an instance towards simpler ones. */
public final class Simplification {

  private static final int MOST_DIGITS = 6;
  private static final int MOST_PAIRED = 12;
  private static final double SMALL = 1e-6;

  private Simplification() {}

  /**
   * Structural steps, then simpler numbers: all at once, one at a time, all of one magnitude, two
   * at a time. The boldest come first; some are not simpler.
   */
  public static <I extends Instance<I>> Stream<I> of(I instance) {
    return Lengths.isLong(instance)
        ? simplerAtOnce(instance)
        : Stream.of(0, 1)
            .flatMap(step -> step == 0 ? instance.smaller() : simplerNumbers(instance));
  }

  /** Of a long one, whose numbers are too many to go through: all, or all of one magnitude. */
  private static <I extends Instance<I>> Stream<I> simplerAtOnce(I instance) {
    double[] numbers = instance.numbers();
    long magnitudes =
        Arrays.stream(numbers).map(Math::abs).distinct().limit(MOST_PAIRED + 1).count();
    return Stream.of(
            rounded(numbers), magnitudes > MOST_PAIRED ? Stream.<double[]>empty() : alike(numbers))
        .flatMap(candidates -> candidates)
        .flatMap(candidate -> instance.moved(candidate).stream());
  }

  private static <I extends Instance<I>> Stream<I> simplerNumbers(I instance) {
    double[] numbers = instance.numbers();
    return Stream.of(rounded(numbers), singles(numbers), alike(numbers), pairs(numbers))
        .flatMap(candidates -> candidates)
        .flatMap(candidate -> instance.moved(candidate).stream());
  }

  /** The numbers to the nearest integers, and to few digits. */
  static Stream<double[]> rounded(double... numbers) {
    return IntStream.rangeClosed(0, MOST_DIGITS)
        .mapToObj(digits -> Arrays.stream(numbers).map(x -> round(x, digits)).toArray());
  }

  private static Stream<double[]> singles(double... numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .flatMap(i -> simpler(numbers[i]).mapToObj(x -> with(numbers, x, i)));
  }

  /** All numbers of one magnitude at once, as for tokens that must stay tied or opposite. */
  private static Stream<double[]> alike(double... numbers) {
    return Arrays.stream(numbers)
        .map(Math::abs)
        .distinct()
        .boxed()
        .flatMap(
            size -> simpler(size).filter(x -> x >= 0).mapToObj(x -> resized(numbers, size, x)));
  }

  private static double[] resized(double[] numbers, double from, double to) {
    return Arrays.stream(numbers)
        .map(x -> Math.abs(x) == from ? Math.copySign(to, x) : x)
        .toArray();
  }

  /** Two numbers of a few set to the same simpler one, or to it and its opposite. */
  private static Stream<double[]> pairs(double... numbers) {
    return IntStream.range(0, numbers.length > MOST_PAIRED ? 0 : numbers.length)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(i + 1, numbers.length)
                    .boxed()
                    .flatMap(j -> together(numbers, i, j)));
  }

  private static Stream<double[]> together(double[] numbers, int i, int j) {
    return simpler(numbers[i])
        .boxed()
        .flatMap(x -> Stream.of(with(numbers, x, i, j), with(with(numbers, x, i), -x, j)));
  }

  private static DoubleStream simpler(double x) {
    DoubleStream rounded =
        IntStream.rangeClosed(1, MOST_DIGITS).mapToDouble(digits -> round(x, digits));
    DoubleStream bold = DoubleStream.of(0, 1, -1, rootOfMagnitude(x), Math.rint(x), half(x));
    return Stream.of(bold, tenth(x), rounded, less(x)).flatMapToDouble(s -> s).distinct();
  }

  /** A tenth instead of what is far smaller, which may print as long as what is in between. */
  private static DoubleStream tenth(double x) {
    return x != 0 && Math.abs(x) < SMALL
        ? DoubleStream.of(Math.copySign(0.1, x))
        : DoubleStream.empty();
  }

  private static double half(double x) {
    return Math.rint(x / 2);
  }

  /** The power of ten half as many decades from one, with the sign of x; of zero, zero. */
  private static double rootOfMagnitude(double x) {
    double decades = Math.rint(StrictMath.log10(Math.abs(x)) / 2);
    return Math.copySign(StrictMath.pow(10, decades), x);
  }

  /** One less in each digit of a number of up to six before the point. */
  private static DoubleStream less(double x) {
    return DoubleStream.of(1e5, 1e4, 1e3, 100, 10, 1)
        .filter(unit -> Math.abs(x) >= unit && Math.abs(x) < 1e6)
        .map(unit -> x - Math.copySign(unit, x));
  }

  /** To that many significant digits; to an integer for none; an infinite quotient stays so. */
  static double round(double x, int digits) {
    return digits == 0 || !Double.isFinite(x)
        ? Math.rint(x)
        : Decimals.shortest(x).round(new MathContext(digits)).doubleValue();
  }

  static double[] with(double[] numbers, double x, int... places) {
    double[] changed = numbers.clone();
    for (int place : places) {
      changed[place] = x;
    }
    return changed;
  }
}
