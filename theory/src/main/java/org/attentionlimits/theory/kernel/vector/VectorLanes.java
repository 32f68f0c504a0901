package org.attentionlimits.theory.kernel.vector;

import static org.attentionlimits.theory.kernel.Exponential.LOW;
import static org.attentionlimits.theory.kernel.Exponential.LOW_SINGLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.attentionlimits.theory.kernel.Exponents;
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

  /**
   * Three passes, since the compiler keeps the vectors of a short loop in registers. Where an
   * exponential may be subnormal, loops compute all of them.
   */
  @Override
  public void exponentials(
      double[] x, int from, int to, Exponents exponents, double[] e, double[] partials) {
    int end = exponents(x, from, whole(from, to), exponents, e) < LOW ? from : whole(from, to);
    exponentiate(e, from, end);
    sum(e, from, end, partials);
    rest.exponentials(x, end, to, exponents, e, partials);
  }

  /** Sets the exponents; the least of them. */
  private static double exponents(double[] x, int from, int end, Exponents exponents, double[] z) {
    DoubleVector least = DoubleVector.zero(DOUBLES);
    for (int i = from; i < end; i += STEP) {
      DoubleVector exponent =
          VectorExponential.of(DoubleVector.fromArray(DOUBLES, x, i), exponents);
      exponent.intoArray(z, i);
      least = least.min(exponent);
    }
    return least.reduceLanes(VectorOperators.MIN);
  }

  private static void exponentiate(double[] x, int from, int end) {
    for (int i = from; i < end; i += STEP) {
      VectorExponential.exp(DoubleVector.fromArray(DOUBLES, x, i)).intoArray(x, i);
    }
  }

  @Override
  public void exponentials(
      float[] x, int from, int to, Exponents.Single exponents, float[] e, float[] partials) {
    int end =
        exponents(x, from, wholeSingle(from, to), exponents, e) < LOW_SINGLE
            ? from
            : wholeSingle(from, to);
    exponentiate(e, from, end);
    sum(e, from, end, partials);
    rest.exponentials(x, end, to, exponents, e, partials);
  }

  /** Sets the exponents; the least of them. */
  private static float exponents(
      float[] x, int from, int end, Exponents.Single exponents, float[] z) {
    FloatVector least = FloatVector.zero(FLOATS);
    for (int i = from; i < end; i += STEP_SINGLE) {
      FloatVector exponent = VectorExponential.of(FloatVector.fromArray(FLOATS, x, i), exponents);
      exponent.intoArray(z, i);
      least = least.min(exponent);
    }
    return least.reduceLanes(VectorOperators.MIN);
  }

  private static void exponentiate(float[] x, int from, int end) {
    for (int i = from; i < end; i += STEP_SINGLE) {
      VectorExponential.exp(FloatVector.fromArray(FLOATS, x, i)).intoArray(x, i);
    }
  }

  private static void sum(float[] x, int from, int end, float[] partials) {
    int last = partials.length - 1;
    for (int i = from; i < end; i += STEP_SINGLE) {
      FloatVector.fromArray(FLOATS, partials, i & last)
          .add(FloatVector.fromArray(FLOATS, x, i))
          .intoArray(partials, i & last);
    }
  }

  @Override
  public void divide(double[] x, int from, int to, double divisor) {
    int end = whole(from, to);
    for (int i = from; i < end; i += STEP) {
      VectorExponential.quotient(DoubleVector.fromArray(DOUBLES, x, i), divisor, 1 / divisor)
          .intoArray(x, i);
    }
    rest.divide(x, end, to, divisor);
  }

  @Override
  public void divide(float[] x, int from, int to, float divisor) {
    int end = wholeSingle(from, to);
    for (int i = from; i < end; i += STEP_SINGLE) {
      VectorExponential.quotient(FloatVector.fromArray(FLOATS, x, i), divisor, 1 / divisor)
          .intoArray(x, i);
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
      double[] x, int from, int to, Exponents exponents, double[] e, double[] partials) {
    int end = whole(from, to);
    int last = partials.length - 1;
    for (int i = from; i < end; i += STEP) {
      DoubleVector z = VectorExponential.of(DoubleVector.fromArray(DOUBLES, x, i), exponents);
      DoubleVector.fromArray(DOUBLES, e, i)
          .fma(z, DoubleVector.fromArray(DOUBLES, partials, i & last))
          .intoArray(partials, i & last);
    }
    rest.exponents(x, end, to, exponents, e, partials);
  }

  @Override
  public void deviations(
      double[] weights,
      double[] v,
      int from,
      int to,
      double mean,
      double factor,
      double[] product) {
    int end = whole(from, to);
    for (int i = from; i < end; i += STEP) {
      DoubleVector.fromArray(DOUBLES, weights, i)
          .mul(DoubleVector.fromArray(DOUBLES, v, i).sub(mean))
          .mul(factor)
          .intoArray(product, i);
    }
    rest.deviations(weights, v, end, to, mean, factor, product);
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
