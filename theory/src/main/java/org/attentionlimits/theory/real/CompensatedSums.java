package org.attentionlimits.theory.real;

/**
 * Compensated sums, dot products and distances of doubles that carry radii, in one pass without
 * allocation (Sum2 and Dot2 of Ogita, Rump and Oishi 2005, with a running bound).
 *
 * <p>Each addition to the running sum s leaves an error known exactly (TwoSum), each product one
 * known up to η/2 (fused multiply-add). Their plain sum c of at most n pairs is wrong by no more
 * than {@code 2(n + 8)u} times the sum E of their magnitudes, so {@code fl(s + c)} is within its
 * own last rounding plus {@code 2(n + 8)uE}. Without any error the result is exact.
 *
 * <p>An array of radii may be null: all zero.
 */
final class CompensatedSums {

  /** Below this, what a sum of squares lost to underflow is no longer negligible. */
  private static final double SMALL_SQUARES = 0x1p-900;

  private CompensatedSums() {}

  /** {@code Σ_i x_i}. */
  static DoubleReal sum(double[] x, double[] rad) {
    double s = 0;
    double c = 0;
    double errors = 0;
    for (double term : x) {
      double next = s + term;
      double error = Rounding.sumError(s, term, next);
      c += error;
      errors += Math.abs(error);
      s = next;
    }
    double spread = 0;
    if (rad != null) {
      for (double r : rad) {
        spread += r;
      }
    }
    return compensated(s, c, errors, x.length, Rounding.inflate(spread, x.length));
  }

  /**
   * {@code max_i (sign · x_i)} for a sign of ±1: the largest midpoint, with a radius that reaches
   * from the largest lower end to the largest upper end. An end rounded outwards is the nearest
   * double or the one next to it: an upper end below the largest so far is at most that when
   * rounded upwards, a lower end no more than when rounded downwards, so these are not rounded.
   */
  static DoubleReal max(double[] x, double[] rad, int sign) {
    double largest = sign * x[0];
    for (double value : x) {
      largest = Math.max(largest, sign * value);
    }
    if (rad == null) {
      return DoubleReal.of(largest, 0);
    }
    double upper = Double.NEGATIVE_INFINITY;
    double lower = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      double value = sign * x[i];
      if (!(value + rad[i] < upper)) {
        upper = Math.max(upper, Rounding.sumUp(value, rad[i]));
      }
      if (!(value - rad[i] <= lower)) {
        lower = Math.max(lower, -Rounding.sumUp(-value, rad[i]));
      }
    }
    double above = Rounding.sumUp(upper, -largest);
    return DoubleReal.of(largest, Math.max(above, Rounding.sumUp(largest, -lower)));
  }

  /** {@code Σ_i x_i y_i}. */
  static DoubleReal dot(double[] x, double[] xRad, double[] y, double[] yRad) {
    double s = 0;
    double c = 0;
    double errors = 0;
    int underflows = 0;
    for (int i = 0; i < x.length; i++) {
      double product = x[i] * y[i];
      double productError = Math.fma(x[i], y[i], -product);
      double next = s + product;
      double sumError = Rounding.sumError(s, product, next);
      c += productError + sumError;
      errors += Math.abs(productError) + Math.abs(sumError);
      s = next;
      if (Math.abs(product) < Rounding.TINY && x[i] != 0 && y[i] != 0) {
        underflows++;
      }
    }
    double spread = xRad == null && yRad == null ? 0 : dotSpread(x, xRad, y, yRad);
    double lost = underflows * Double.MIN_VALUE;
    return compensated(s, c, errors, x.length, Rounding.plusUp(spread, lost));
  }

  /** Not below {@code Σ_i |x_i| ry_i + (|y_i| + ry_i) rx_i}. */
  private static double dotSpread(double[] x, double[] xRad, double[] y, double[] yRad) {
    double spread = 0;
    for (int i = 0; i < x.length; i++) {
      double rx = xRad == null ? 0 : xRad[i];
      double ry = yRad == null ? 0 : yRad[i];
      spread += Math.abs(x[i]) * ry + (Math.abs(y[i]) + ry) * rx;
    }
    double underflow = 2.0 * x.length * Double.MIN_VALUE;
    return Rounding.plusUp(Rounding.inflate(spread, x.length), underflow);
  }

  /** {@code s + c} with the bound above; {@code extra} is added to the radius. */
  private static DoubleReal compensated(double s, double c, double errors, int n, double extra) {
    double value = s + c;
    double rounding = Math.abs(Rounding.sumError(s, c, value));
    double order2 = Rounding.timesUp(Rounding.secondOrder(n), errors);
    return DoubleReal.of(value, Rounding.plusUp(rounding, Rounding.plusUp(order2, extra)));
  }

  /**
   * {@code ‖x − y‖₂}, or {@code ‖x‖₂} if y is null; by the triangle inequality within the norm of
   * the elements' radii from that of the differences of the midpoints. Null where squares overflow
   * or underflow, so that the elements should be scaled first.
   */
  static DoubleReal distance(double[] x, double[] xRad, double[] y, double[] yRad) {
    double s = 0;
    double c = 0;
    double errors = 0;
    int underflows = 0;
    double spread = 0;
    double widest = 0;
    for (int i = 0; i < x.length; i++) {
      double yi = y == null ? 0 : y[i];
      double d = x[i] - yi;
      double delta = Math.abs(Rounding.sumError(x[i], -yi, d));
      if (xRad != null) {
        delta += xRad[i];
      }
      if (yRad != null) {
        delta += yRad[i];
      }
      spread += delta * delta;
      widest = delta > widest ? delta : widest;
      double square = d * d;
      double squareError = Math.fma(d, d, -square);
      double next = s + square;
      double sumError = Rounding.sumError(s, square, next);
      c += squareError + sumError;
      errors += Math.abs(squareError) + Math.abs(sumError);
      s = next;
      if (square < Rounding.TINY && d != 0) {
        underflows++;
      }
    }
    double size = s + spread;
    boolean exact = widest == 0 && underflows == 0;
    if (!(size <= Double.MAX_VALUE) || (size < SMALL_SQUARES && !exact)) {
      return null;
    }
    DoubleReal square = compensated(s, c, errors, x.length, underflows * Double.MIN_VALUE);
    return square.abs().sqrt().widened(rootOfSpread(spread, widest, x.length));
  }

  private static double rootOfSpread(double spread, double widest, int n) {
    if (widest == 0) {
      return 0;
    }
    double squares = Rounding.plusUp(Rounding.inflate(spread, n), n * Double.MIN_VALUE);
    return Math.nextUp(Math.sqrt(squares));
  }
}
