package org.attentionlimits.theory.search;

import java.util.Arrays;
import java.util.Comparator;
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
    return byShape != 0 ? byShape : Arrays.compare(cost(a.numbers()), cost(b.numbers()));
  }

  /** How many numbers are not integers; how much there is to print; half the sum of magnitudes. */
  public static double[] cost(double... numbers) {
    double fractions = 0;
    double text = 0;
    double magnitude = 0;
    for (double x : numbers) {
      fractions += x == Math.rint(x) ? 0 : 1;
      text += printed(x);
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
