package org.attentionlimits.theory.search.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Decimals;

/**
 * The order in which counterexamples are preferred: fewer tokens, then fewer dimensions and
 * whatever else the shape counts, then fewer numbers that are not integers, then less to print,
 * zeros before ones before others, and last smaller magnitudes.
 */
public final class Simplicity implements Comparator<Instance<?>> {

  /** The order. */
  public static final Simplicity ORDER = new Simplicity();

  private Simplicity() {}

  @Override
  public int compare(Instance<?> a, Instance<?> b) {
    int byShape = Arrays.compare(a.shape(), b.shape());
    return byShape != 0 ? byShape : compare(a.numbers(), b.numbers());
  }

  /** Numbers that agree count alike on either side, so the others decide: printing takes long. */
  private static int compare(double[] a, double[] b) {
    if (a.length != b.length) {
      return compareAll(a, b);
    }
    int byFractions = Long.compare(fractions(a), fractions(b));
    if (byFractions != 0) {
      return byFractions;
    }
    int[] differing = IntStream.range(0, a.length).filter(i -> a[i] != b[i]).toArray();
    return compareAll(at(differing, a), at(differing, b));
  }

  private static double[] at(int[] places, double... numbers) {
    return Arrays.stream(places).mapToDouble(place -> numbers[place]).toArray();
  }

  private static int compareAll(double[] a, double[] b) {
    int byFractions = Long.compare(fractions(a), fractions(b));
    if (byFractions != 0) {
      return byFractions;
    }
    int byText = Long.compare(text(a), text(b));
    return byText != 0 ? byText : Double.compare(magnitude(a), magnitude(b));
  }

  /** How many numbers are not integers; how much there is to print; half the sum of magnitudes. */
  public static double[] cost(double... numbers) {
    return new double[] {fractions(numbers), text(numbers), magnitude(numbers)};
  }

  /** How many of the numbers are not integers. */
  private static long fractions(double... numbers) {
    long fractions = 0;
    for (double x : numbers) {
      fractions += x != Math.rint(x) ? 1 : 0;
    }
    return fractions;
  }

  /** How much there is to print. */
  public static long text(double... numbers) {
    long text = 0;
    double last = 0;
    int length = 0;
    for (double x : numbers) {
      length = x == last ? length : printed(x);
      last = x;
      text += length;
    }
    return text;
  }

  /** Half the sum of the magnitudes. */
  private static double magnitude(double... numbers) {
    double sum = 0;
    for (double x : numbers) {
      sum += Math.abs(x) / 2;
    }
    return sum;
  }

  /** Length of the text, and one more but for zeros and ones. */
  public static int printed(double x) {
    if (x == 0) {
      return 0;
    }
    return x == 1 ? 1 : 1 + Decimals.print(x).length();
  }
}
