package org.attentionlimits.theory.kernel.vector;

import static org.attentionlimits.theory.kernel.Exponential.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link org.attentionlimits.theory.kernel.Exponential} of vectors, operation by operation. */
final class VectorExponential {

  private VectorExponential() {}

  static DoubleVector exp(DoubleVector x) {
    var species = x.species();
    DoubleVector magic = DoubleVector.broadcast(species, MAGIC);
    DoubleVector bounded = x.max(LEAST);
    DoubleVector n = bounded.fma(DoubleVector.broadcast(species, LOG2_E), magic).sub(magic);
    DoubleVector r =
        n.fma(
            DoubleVector.broadcast(species, -LN_2_LOW),
            n.fma(DoubleVector.broadcast(species, -LN_2_HIGH), bounded));
    DoubleVector q =
        DoubleVector.broadcast(species, C13).fma(r, DoubleVector.broadcast(species, C12));
    q = q.fma(r, DoubleVector.broadcast(species, C11));
    q = q.fma(r, DoubleVector.broadcast(species, C10));
    q = q.fma(r, DoubleVector.broadcast(species, C9));
    q = q.fma(r, DoubleVector.broadcast(species, C8));
    q = q.fma(r, DoubleVector.broadcast(species, C7));
    q = q.fma(r, DoubleVector.broadcast(species, C6));
    q = q.fma(r, DoubleVector.broadcast(species, C5));
    q = q.fma(r, DoubleVector.broadcast(species, C4));
    q = q.fma(r, DoubleVector.broadcast(species, C3));
    q = q.fma(r, DoubleVector.broadcast(species, C2));
    DoubleVector polynomial = r.mul(r).fma(q, r).add(1);
    DoubleVector high = n.max(LEAST_EXPONENT);
    return polynomial.mul(power(high, magic)).mul(power(n.sub(high), magic));
  }

  /** {@code 2^n}. */
  private static DoubleVector power(DoubleVector n, DoubleVector magic) {
    return n.add(magic)
        .reinterpretAsLongs()
        .add(BIAS)
        .lanewise(VectorOperators.LSHL, MANTISSA)
        .reinterpretAsDoubles();
  }

  static FloatVector exp(FloatVector x) {
    var species = x.species();
    FloatVector magic = FloatVector.broadcast(species, MAGIC_SINGLE);
    FloatVector bounded = x.max(LEAST_SINGLE);
    FloatVector n = bounded.fma(FloatVector.broadcast(species, LOG2_E_SINGLE), magic).sub(magic);
    FloatVector r =
        n.fma(
            FloatVector.broadcast(species, -LN_2_LOW_SINGLE),
            n.fma(FloatVector.broadcast(species, -LN_2_HIGH_SINGLE), bounded));
    FloatVector q =
        FloatVector.broadcast(species, (float) C7)
            .fma(r, FloatVector.broadcast(species, (float) C6));
    q = q.fma(r, FloatVector.broadcast(species, (float) C5));
    q = q.fma(r, FloatVector.broadcast(species, (float) C4));
    q = q.fma(r, FloatVector.broadcast(species, (float) C3));
    q = q.fma(r, FloatVector.broadcast(species, (float) C2));
    FloatVector polynomial = r.mul(r).fma(q, r).add(1);
    FloatVector high = n.max(LEAST_EXPONENT_SINGLE);
    return polynomial.mul(power(high, magic)).mul(power(n.sub(high), magic));
  }

  /** {@code 2^n}. */
  private static FloatVector power(FloatVector n, FloatVector magic) {
    return n.add(magic)
        .reinterpretAsInts()
        .add(BIAS_SINGLE)
        .lanewise(VectorOperators.LSHL, MANTISSA_SINGLE)
        .reinterpretAsFloats();
  }
}
