package org.attentionlimits.theory.kernel.vector;

import static org.attentionlimits.theory.kernel.Exponential.LEAST;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.attentionlimits.theory.kernel.Lanes;

/**
 * Lanes of the vector instructions of this machine, or of those of as many bits as the system
 * property {@value #BITS} says: 128, 256 or 512. Elements beyond the last whole vector are left to
 * loops.
 */
public final class VectorLanes implements Lanes {

  /** Name of the system property. */
  public static final String BITS = "attention.vectorBits";

  private static final VectorSpecies<Double> DOUBLES =
      Integer.getInteger(BITS, 0) == 0
          ? DoubleVector.SPECIES_PREFERRED
          : VectorSpecies.of(double.class, VectorShape.forBitSize(Integer.getInteger(BITS)));

  private static final VectorSpecies<Float> FLOATS = DOUBLES.withLanes(float.class);
  private static final int STEP = DOUBLES.length();
  private static final int STEP_SINGLE = FLOATS.length();

  private final Lanes rest = Lanes.scalar();

  @Override
  public String description() {
    return "vector instructions of " + DOUBLES.vectorBitSize() + " bits";
  }

  private static int whole(int from, int to) {
    return to - (to - from) % STEP;
  }

  private static int wholeSingle(int from, int to) {
    return to - (to - from) % STEP_SINGLE;
  }

  @Override
  public double max(double[] x, int from, int to, double other) {
    int end = whole(from, to);
    DoubleVector most = DoubleVector.broadcast(DOUBLES, other);
    for (int i = from; i < end; i += STEP) {
      most = most.max(DoubleVector.fromArray(DOUBLES, x, i));
    }
    return rest.max(x, end, to, most.reduceLanes(VectorOperators.MAX));
  }

  @Override
  public float max(float[] x, int from, int to, float other) {
    int end = wholeSingle(from, to);
    FloatVector most = FloatVector.broadcast(FLOATS, other);
    for (int i = from; i < end; i += STEP_SINGLE) {
      most = most.max(FloatVector.fromArray(FLOATS, x, i));
    }
    return rest.max(x, end, to, most.reduceLanes(VectorOperators.MAX));
  }

  @Override
  public void exponentials(
      double[] x, int from, int to, double largest, double t, double[] e, double[] partials) {
    int end = whole(from, to);
    int last = partials.length - 1;
    DoubleVector divisor = DoubleVector.broadcast(DOUBLES, t);
    for (int i = from; i < end; i += STEP) {
      DoubleVector z = DoubleVector.fromArray(DOUBLES, x, i).sub(largest).div(divisor);
      DoubleVector exponential = VectorExponential.exp(z);
      exponential.intoArray(e, i);
      DoubleVector.fromArray(DOUBLES, partials, i & last)
          .add(exponential)
          .intoArray(partials, i & last);
    }
    rest.exponentials(x, end, to, largest, t, e, partials);
  }

  @Override
  public void exponentials(
      float[] x, int from, int to, float largest, float t, float[] e, float[] partials) {
    int end = wholeSingle(from, to);
    int last = partials.length - 1;
    FloatVector divisor = FloatVector.broadcast(FLOATS, t);
    for (int i = from; i < end; i += STEP_SINGLE) {
      FloatVector z = FloatVector.fromArray(FLOATS, x, i).sub(largest).div(divisor);
      FloatVector exponential = VectorExponential.exp(z);
      exponential.intoArray(e, i);
      FloatVector.fromArray(FLOATS, partials, i & last)
          .add(exponential)
          .intoArray(partials, i & last);
    }
    rest.exponentials(x, end, to, largest, t, e, partials);
  }

  @Override
  public void divide(double[] x, int from, int to, double divisor) {
    int end = whole(from, to);
    DoubleVector by = DoubleVector.broadcast(DOUBLES, divisor);
    for (int i = from; i < end; i += STEP) {
      DoubleVector.fromArray(DOUBLES, x, i).div(by).intoArray(x, i);
    }
    rest.divide(x, end, to, divisor);
  }

  @Override
  public void divide(float[] x, int from, int to, float divisor) {
    int end = wholeSingle(from, to);
    FloatVector by = FloatVector.broadcast(FLOATS, divisor);
    for (int i = from; i < end; i += STEP_SINGLE) {
      FloatVector.fromArray(FLOATS, x, i).div(by).intoArray(x, i);
    }
    rest.divide(x, end, to, divisor);
  }

  @Override
  public void sum(double[] x, int from, int to, double[] partials) {
    int end = whole(from, to);
    int last = partials.length - 1;
    for (int i = from; i < end; i += STEP) {
      DoubleVector.fromArray(DOUBLES, partials, i & last)
          .add(DoubleVector.fromArray(DOUBLES, x, i))
          .intoArray(partials, i & last);
    }
    rest.sum(x, end, to, partials);
  }

  @Override
  public void products(double[] a, double[] b, int from, int to, double[] partials) {
    int end = whole(from, to);
    int last = partials.length - 1;
    for (int i = from; i < end; i += STEP) {
      DoubleVector.fromArray(DOUBLES, a, i)
          .fma(
              DoubleVector.fromArray(DOUBLES, b, i),
              DoubleVector.fromArray(DOUBLES, partials, i & last))
          .intoArray(partials, i & last);
    }
    rest.products(a, b, end, to, partials);
  }

  @Override
  public void exponents(
      double[] x, int from, int to, double largest, double t, double[] e, double[] partials) {
    int end = whole(from, to);
    int last = partials.length - 1;
    DoubleVector divisor = DoubleVector.broadcast(DOUBLES, t);
    for (int i = from; i < end; i += STEP) {
      DoubleVector z = DoubleVector.fromArray(DOUBLES, x, i).sub(largest).div(divisor).max(LEAST);
      DoubleVector.fromArray(DOUBLES, e, i)
          .fma(z, DoubleVector.fromArray(DOUBLES, partials, i & last))
          .intoArray(partials, i & last);
    }
    rest.exponents(x, end, to, largest, t, e, partials);
  }

  @Override
  public void deviations(
      double[] weights, double[] v, int from, int to, double mean, double t, double[] product) {
    int end = whole(from, to);
    DoubleVector divisor = DoubleVector.broadcast(DOUBLES, t);
    for (int i = from; i < end; i += STEP) {
      DoubleVector.fromArray(DOUBLES, weights, i)
          .mul(DoubleVector.fromArray(DOUBLES, v, i).sub(mean))
          .div(divisor)
          .intoArray(product, i);
    }
    rest.deviations(weights, v, end, to, mean, t, product);
  }

  @Override
  public void poles(
      double[] w,
      int from,
      int to,
      double origin,
      double offset,
      double[] partials,
      double[] slopes) {
    int end = whole(from, to);
    int last = partials.length - 1;
    DoubleVector start = DoubleVector.broadcast(DOUBLES, origin);
    DoubleVector distance = DoubleVector.broadcast(DOUBLES, offset);
    for (int i = from; i < end; i += STEP) {
      DoubleVector weight = DoubleVector.fromArray(DOUBLES, w, i);
      DoubleVector ratio = weight.div(distance.sub(start.sub(weight)));
      weight
          .fma(ratio, DoubleVector.fromArray(DOUBLES, partials, i & last))
          .intoArray(partials, i & last);
      ratio
          .fma(ratio, DoubleVector.fromArray(DOUBLES, slopes, i & last))
          .intoArray(slopes, i & last);
    }
    rest.poles(w, end, to, origin, offset, partials, slopes);
  }
}
