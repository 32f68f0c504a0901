package org.attentionlimits.theory.search;

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
      return Arrays.compare(cost(a), cost(b));
    }
    int[] differing = IntStream.range(0, a.length).filter(i -> a[i] != b[i]).toArray();
    return Arrays.compare(cost(at(differing, a)), cost(at(differing, b)));
  }

  private static double[] at(int[] places, double... numbers) {
    return Arrays.stream(places).mapToDouble(place -> numbers[place]).toArray();
  }

  /** How many numbers are not integers; how much there is to print; half the sum of magnitudes. */
  public static double[] cost(double... numbers) {
    double fractions = 0;
    double text = 0;
    double magnitude = 0;
    double last = 0;
    int length = 0;
    for (double x : numbers) {
      length = x == last ? length : printed(x);
      last = x;
      fractions += x == Math.rint(x) ? 0 : 1;
      text += length;
      magnitude += Math.abs(x) / 2;
    }
    return new double[] {fractions, text, magnitude};
  }

  /** Length of the text, and one more but for zeros and ones. */
  static int printed(double x) {
    if (x == 0) {
      return 0;
    }
    return x == 1 ? 1 : 1 + Decimals.print(x).length();
  }
}
