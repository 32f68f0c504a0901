package org.attentionlimits.theory.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import org.attentionlimits.theory.real.Real;

/**
 * How far enclosures of a kernel are from reference values, and how wide they are, in units in the
 * last place of the reference value's double. Each enclosure must contain its reference value; the
 * largest error of a middle and the largest radius are kept, with where they were seen.
 *
 * <p>Where a result's condition is known the caller gives a larger unit: an exponent z hands its
 * own rounding on z-fold.
 */
public final class Accuracy {

  /** Relative error of the reference values: half a unit of their last digit, at most. */
  private static final BigDecimal REFERENCE =
      BigDecimal.ONE.scaleByPowerOfTen(1 - Reference.DIGITS);

  /** Relative width that enclosures of sixty digits stay below. */
  private static final BigDecimal NARROW = BigDecimal.ONE.scaleByPowerOfTen(-40);

  /** The root of sixty digits: of a difference of equal numbers, squared and rooted. */
  private static final BigDecimal NEAR_ZERO = BigDecimal.ONE.scaleByPowerOfTen(-30);

  private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);

  private final String kernel;
  private double largestError;
  private double largestRadius;
  private String errorSeenAt = "nowhere";
  private String radiusSeenAt = "nowhere";
  private int checked;
  private int unbounded;

  /** Of a kernel of that name. */
  public Accuracy(String kernel) {
    this.kernel = kernel;
  }

  /** Takes account of an enclosure. */
  public void check(Object where, Real actual, BigDecimal expected) {
    check(where, actual, expected, ulp(expected));
  }

  /** The unit in the last place of the double nearest to a number. */
  public static double ulp(BigDecimal number) {
    return ulp(number, 0);
  }

  /** The unit in the last place of a number, or of the size of what it is a difference of. */
  public static double ulp(BigDecimal number, double size) {
    return Math.ulp(Math.max(size, number.abs().min(LARGEST).doubleValue()));
  }

  /** Takes account of an enclosure, its errors in the given unit. */
  public void check(Object where, Real actual, BigDecimal expected, double unit) {
    checked++;
    if (!actual.isBounded()) {
      unbounded++;
      return;
    }
    checkInside(kernel, where, actual, expected);
    BigDecimal distance = new BigDecimal(actual.value()).subtract(expected).abs();
    double error = distance.divide(new BigDecimal(unit), MathContext.DECIMAL64).doubleValue();
    if (error > largestError) {
      largestError = error;
      errorSeenAt = where + ": " + actual + ", not " + expected;
    }
    if (actual.radius() / unit > largestRadius) {
      largestRadius = actual.radius() / unit;
      radiusSeenAt = where + ": " + actual;
    }
  }

  /**
   * Checks an enclosure of sixty digits: right, and known to forty digits, or a zero to within
   * 10⁻³⁰.
   */
  public static void checkDigits(Object where, Real actual, BigDecimal expected) {
    checkInside("sixty digits", where, actual, expected);
    BigDecimal width = actual.upper().subtract(actual.lower());
    BigDecimal allowed = expected.signum() == 0 ? NEAR_ZERO : expected.abs().multiply(NARROW);
    if (width.compareTo(allowed) > 0) {
      throw new AssertionError(where + ": wider than forty digits: " + actual);
    }
  }

  private static void checkInside(String kernel, Object where, Real actual, BigDecimal expected) {
    BigDecimal slack = expected.abs().multiply(REFERENCE);
    BigDecimal below = actual.lower().subtract(expected);
    BigDecimal above = expected.subtract(actual.upper());
    if (below.max(above).compareTo(slack) > 0) {
      throw new AssertionError(
          String.format(
              "%s at %s%n  enclosure %s%n  reference %s%n  outside by %.5e",
              kernel, where, actual, expected, below.max(above)));
    }
  }

  /** Fails unless all errors, and all radii, were within a tolerance. */
  public void assertWithin(Tolerance error, Tolerance radius) {
    if (checked == 0 || !error.admits(largestError) || !radius.admits(largestRadius)) {
      throw new AssertionError(String.format("%s%n  errors: %s%n  radii: %s", this, error, radius));
    }
  }

  /** Fails unless as many enclosures as stated were unbounded. */
  public void assertUnbounded(int expected) {
    if (unbounded != expected) {
      throw new AssertionError(
          kernel + ": unbounded must be " + expected + " of " + checked + ": " + unbounded);
    }
  }

  @Override
  public String toString() {
    return String.format(
        "%s: %d checked, %d unbounded%n  error %.4f ulp at %s%n  radius %.4f ulp at %s",
        kernel, checked, unbounded, largestError, errorSeenAt, largestRadius, radiusSeenAt);
  }
}
