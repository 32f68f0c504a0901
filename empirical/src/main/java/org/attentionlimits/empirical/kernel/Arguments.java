package org.attentionlimits.empirical.kernel;

/** Checks of experiments' parameters. */
public final class Arguments {

  private Arguments() {}

  /** Rejects a list that is empty or has an element below a bound. */
  public static void requireEach(String name, int least, int... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no " + name + " is given");
    }
    for (int value : values) {
      if (value < least) {
        throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
      }
    }
  }

  /** Rejects a list that is empty or has an element that is not positive and finite. */
  public static void requirePositive(String name, double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no " + name + " is given");
    }
    for (double value : values) {
      if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(name + " must be positive and finite: " + value);
      }
    }
  }
}
