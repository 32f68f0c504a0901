package org.attentionlimits.theory.real;

import java.util.function.IntFunction;

/**
 * A vector of {@link Arithmetic#BINARY64}: midpoints, and radii or null if all are zero. Element by
 * element the operations are those of {@link DoubleReal}.
 */
final class DoubleVec implements Vec {

  private final double[] mid;
  private final double[] rad;

  private DoubleVec(double[] mid, double[] rad) {
    this.mid = mid;
    this.rad = rad;
  }

  /** Finite values with radius zero; the array is retained. */
  static DoubleVec exact(double[] values) {
    return new DoubleVec(values, null);
  }

  /** {@code mid_i ± rad_i}, unbounded where not both are finite; the arrays are retained. */
  static DoubleVec of(double[] mid, double[] rad) {
    boolean exact = true;
    for (int i = 0; i < mid.length; i++) {
      if (!(Math.abs(mid[i]) <= Double.MAX_VALUE && rad[i] <= Double.MAX_VALUE)) {
        mid[i] = Double.NaN;
        rad[i] = Double.POSITIVE_INFINITY;
      }
      exact &= rad[i] == 0;
    }
    return new DoubleVec(mid, exact ? null : rad);
  }

  /** The other vector as one of this arithmetic and size. */
  private DoubleVec cast(Vec other) {
    if (!(other instanceof DoubleVec vec)) {
      throw new IllegalArgumentException("vector must be of binary64 arithmetic: " + other);
    }
    Inputs.requireSize(mid.length, other);
    return vec;
  }

  private double rad(int i) {
    return rad == null ? 0 : rad[i];
  }

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.BINARY64;
  }

  @Override
  public int size() {
    return mid.length;
  }

  @Override
  public DoubleReal get(int i) {
    return DoubleReal.of(mid[i], rad(i));
  }

  @Override
  public Vec plus(Vec other) {
    return add(cast(other), 1);
  }

  @Override
  public Vec minus(Vec other) {
    return add(cast(other), -1);
  }

  private DoubleVec add(DoubleVec other, int sign) {
    double[] sums = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < sums.length; i++) {
      double term = sign * other.mid[i];
      sums[i] = mid[i] + term;
      radii[i] = Rounding.sumRadius(mid[i], rad(i), term, other.rad(i), sums[i]);
    }
    return of(sums, radii);
  }

  @Override
  public Vec times(Vec other) {
    DoubleVec o = cast(other);
    double[] products = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = mid[i] * o.mid[i];
      radii[i] = Rounding.productRadius(mid[i], rad(i), o.mid[i], o.rad(i), products[i]);
    }
    return of(products, radii);
  }

  @Override
  public Vec dividedBy(Vec other) {
    DoubleVec o = cast(other);
    double[] quotients = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = DoubleReal.quotient(mid[i], o.mid[i], o.rad(i));
      radii[i] = Rounding.quotientRadius(mid[i], rad(i), o.mid[i], o.rad(i), quotients[i]);
    }
    return of(quotients, radii);
  }

  @Override
  public Vec negated() {
    double[] values = new double[mid.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = -mid[i];
    }
    return new DoubleVec(values, rad);
  }

  @Override
  public Vec plus(Real c) {
    DoubleReal term = DoubleReal.cast(c);
    double[] sums = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = mid[i] + term.mid;
      radii[i] = Rounding.sumRadius(mid[i], rad(i), term.mid, term.rad, sums[i]);
    }
    return of(sums, radii);
  }

  @Override
  public Vec minus(Real c) {
    return plus(c.negated());
  }

  @Override
  public DoubleVec times(Real c) {
    DoubleReal factor = DoubleReal.cast(c);
    double[] products = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = mid[i] * factor.mid;
      radii[i] = Rounding.productRadius(mid[i], rad(i), factor.mid, factor.rad, products[i]);
    }
    return of(products, radii);
  }

  @Override
  public Vec dividedBy(Real c) {
    DoubleReal divisor = DoubleReal.cast(c);
    double[] quotients = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = DoubleReal.quotient(mid[i], divisor.mid, divisor.rad);
      radii[i] = Rounding.quotientRadius(mid[i], rad(i), divisor.mid, divisor.rad, quotients[i]);
    }
    return of(quotients, radii);
  }

  @Override
  public Vec exp() {
    double[] values = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < values.length; i++) {
      double radius = rad(i);
      double value = StrictMath.exp(mid[i]);
      if (radius <= DoubleReal.SMALL_RADIUS && value > Rounding.TINY) {
        values[i] = value;
        radii[i] = DoubleReal.expRadius(mid[i], radius, value);
      } else {
        DoubleReal exp = get(i).exp();
        values[i] = exp.mid;
        radii[i] = exp.rad;
      }
    }
    return of(values, radii);
  }

  @Override
  public Vec log() {
    return generate(i -> get(i).log());
  }

  @Override
  public Vec abs() {
    return generate(i -> get(i).abs());
  }

  private DoubleVec generate(IntFunction<DoubleReal> element) {
    double[] values = new double[mid.length];
    double[] radii = new double[mid.length];
    for (int i = 0; i < values.length; i++) {
      DoubleReal result = element.apply(i);
      values[i] = result.mid;
      radii[i] = result.rad;
    }
    return of(values, radii);
  }

  @Override
  public Vec select(int... indices) {
    double[] values = new double[indices.length];
    double[] radii = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      values[i] = mid[indices[i]];
      radii[i] = rad(indices[i]);
    }
    return of(values, radii);
  }

  @Override
  public Real sum() {
    return CompensatedSums.sum(mid, rad);
  }

  @Override
  public Real max() {
    Inputs.requireNonEmpty(this);
    return CompensatedSums.max(mid, rad, 1);
  }

  @Override
  public Real min() {
    Inputs.requireNonEmpty(this);
    return CompensatedSums.max(mid, rad, -1).negated();
  }

  @Override
  public Real dot(Vec other) {
    DoubleVec o = cast(other);
    return CompensatedSums.dot(mid, rad, o.mid, o.rad);
  }

  @Override
  public Real norm() {
    DoubleReal norm = CompensatedSums.distance(mid, rad, null, null);
    return norm == null ? scaledNorm() : norm;
  }

  @Override
  public Real distance(Vec other) {
    DoubleVec o = cast(other);
    DoubleReal distance = CompensatedSums.distance(mid, rad, o.mid, o.rad);
    return distance == null ? add(o, -1).scaledNorm() : distance;
  }

  /** The norm by way of elements near one, where their squares would overflow or underflow. */
  private DoubleReal scaledNorm() {
    double largest = 0;
    for (int i = 0; i < mid.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(mid[i]), rad(i)));
    }
    if (!(largest <= Double.MAX_VALUE)) {
      return DoubleReal.UNBOUNDED;
    }
    int exponent = Math.min(1000, Math.max(-1000, Math.getExponent(largest)));
    DoubleVec scaled = times(DoubleReal.of(Math.scalb(1.0, -exponent), 0));
    DoubleReal norm = CompensatedSums.distance(scaled.mid, scaled.rad, null, null);
    return norm.times(DoubleReal.of(Math.scalb(1.0, exponent), 0)).abs();
  }

  @Override
  public double[] values() {
    return mid.clone();
  }

  @Override
  public String toString() {
    return "binary64 vector of size " + mid.length;
  }
}
