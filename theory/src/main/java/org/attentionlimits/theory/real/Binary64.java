package org.attentionlimits.theory.real;

import java.math.BigDecimal;

/**
 * Double precision with a running error bound: {@link DoubleReal} and {@link DoubleVec}. Its
 * results are the same bits on every machine and JDK.
 */
final class Binary64 implements Arithmetic {

  /** Integers up to this magnitude are doubles. */
  private static final long LARGEST_DOUBLE = 1L << 53;

  @Override
  public Real input(double value) {
    return DoubleReal.of(Inputs.requireFinite(value), 0);
  }

  @Override
  public Vec inputs(double... values) {
    return DoubleVec.exact(Inputs.requireFinite(values.clone()));
  }

  @Override
  public Real of(long constant) {
    return -LARGEST_DOUBLE <= constant && constant <= LARGEST_DOUBLE
        ? DoubleReal.of((double) constant, 0)
        : enclosing(BigDecimal.valueOf(constant));
  }

  @Override
  public Real ratio(long p, long q) {
    return of(p).dividedBy(of(q));
  }

  @Override
  public Real of(double value) {
    return enclosing(Inputs.requireShort(value));
  }

  @Override
  public Real decimal(String text) {
    return enclosing(new BigDecimal(text));
  }

  /** The nearest double, with the distance to it as radius. */
  private static Real enclosing(BigDecimal exact) {
    double nearest = exact.doubleValue();
    if (Double.isInfinite(nearest)) {
      return DoubleReal.UNBOUNDED;
    }
    BigDecimal error = exact.subtract(new BigDecimal(nearest)).abs();
    return DoubleReal.of(nearest, error.signum() == 0 ? 0 : Math.nextUp(error.doubleValue()));
  }

  @Override
  public Vec vector(Real... elements) {
    double[] mid = new double[elements.length];
    double[] rad = new double[elements.length];
    for (int i = 0; i < elements.length; i++) {
      DoubleReal element = DoubleReal.cast(elements[i]);
      mid[i] = element.mid;
      rad[i] = element.rad;
    }
    return DoubleVec.of(mid, rad);
  }

  @Override
  public int digits() {
    return 16;
  }

  @Override
  public String toString() {
    return "binary64";
  }
}
