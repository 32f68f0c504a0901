package org.attentionlimits.empirical.kernel;

/**
 * Exponentials of whole arrays by products alone, so that the compiler turns them into vector
 * instructions: {@code e^x = (e^{x/2^k})^{2^k}} with Taylor's polynomial for the small argument,
 * then k squarings. Relative error below 1e-11.
 */
public final class Exponentials {

  /** Arguments below this count as this: their exponentials are 1e-300. */
  static final double SMALLEST = -690;

  /** Largest magnitude of an argument of {@link #expm1}. */
  static final double LARGEST = 600;

  /** Where the polynomial of degree nine is exact to 1e-17. */
  private static final double SMALL = 0.085;

  private static final double C2 = 1.0 / 2;
  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;
  private static final double C6 = 1.0 / 720;
  private static final double C7 = 1.0 / 5040;
  private static final double C8 = 1.0 / 40320;
  private static final double C9 = 1.0 / 362880;

  private Exponentials() {}

  /**
   * Replaces the first elements x by {@code e^x}.
   *
   * @param x not above zero
   * @param bound of their magnitudes
   */
  public static void exp(double[] x, int count, double bound) {
    int halvings = halvings(Math.min(bound, -SMALLEST));
    double scale = Math.scalb(1.0, -halvings);
    for (int i = 0; i < count; i++) {
      double r = Math.max(x[i], SMALLEST) * scale;
      x[i] =
          1
              + r
                  * (1
                      + r
                          * (C2
                              + r
                                  * (C3
                                      + r
                                          * (C4
                                              + r
                                                  * (C5
                                                      + r
                                                          * (C6
                                                              + r * (C7 + r * (C8 + r * C9))))))));
    }
    for (int k = 0; k < halvings; k++) {
      for (int i = 0; i < count; i++) {
        x[i] *= x[i];
      }
    }
  }

  /**
   * Replaces the first elements x by {@code e^x − 1}, without cancellation: {@code e^{2x} − 1 = u(u
   * + 2)} of {@code u = e^x − 1}.
   *
   * @param bound of their magnitudes, at most {@link #LARGEST}
   */
  public static void expm1(double[] x, int count, double bound) {
    int halvings = halvings(bound);
    double scale = Math.scalb(1.0, -halvings);
    for (int i = 0; i < count; i++) {
      double r = x[i] * scale;
      x[i] =
          r
              * (1
                  + r
                      * (C2
                          + r
                              * (C3
                                  + r
                                      * (C4
                                          + r * (C5 + r * (C6 + r * (C7 + r * (C8 + r * C9))))))));
    }
    for (int k = 0; k < halvings; k++) {
      for (int i = 0; i < count; i++) {
        x[i] *= x[i] + 2;
      }
    }
  }

  private static int halvings(double bound) {
    return bound <= SMALL ? 0 : Math.getExponent(bound / SMALL) + 1;
  }

  /** The sum of the first elements, in pairs; the array is used up. */
  public static double sum(double[] x, int count) {
    int rest = count;
    while (rest > 1) {
      int half = (rest + 1) / 2;
      for (int i = 0; i < rest - half; i++) {
        x[i] += x[half + i];
      }
      rest = half;
    }
    return count == 0 ? 0 : x[0];
  }
}
