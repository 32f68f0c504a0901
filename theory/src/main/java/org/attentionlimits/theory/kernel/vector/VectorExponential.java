package org.attentionlimits.theory.kernel.vector;

import static org.attentionlimits.theory.kernel.Exponential.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.attentionlimits.theory.kernel.Exponents;

/** {@link org.attentionlimits.theory.kernel.Exponential} of vectors, operation by operation. */
final class VectorExponential {

  private VectorExponential() {}

  /** The exponents of logits. */
  static DoubleVector of(DoubleVector logits, Exponents exponents) {
    return quotient(
        logits.sub(exponents.largest()).max(exponents.least()), exponents.t(), exponents.inverse());
  }

  /** The exponents of logits. */
  static FloatVector of(FloatVector logits, Exponents.Single exponents) {
    return quotient(
        logits.sub(exponents.largest()).max(exponents.least()), exponents.t(), exponents.inverse());
  }

  static DoubleVector quotient(DoubleVector a, double t, double inverse) {
    DoubleVector q = a.mul(inverse);
    DoubleVector factor = DoubleVector.broadcast(a.species(), inverse);
    return q.neg().fma(DoubleVector.broadcast(a.species(), t), a).fma(factor, q);
  }

  static FloatVector quotient(FloatVector a, float t, float inverse) {
    FloatVector q = a.mul(inverse);
    FloatVector factor = FloatVector.broadcast(a.species(), inverse);
    return q.neg().fma(FloatVector.broadcast(a.species(), t), a).fma(factor, q);
  }

  /** {@code e^x}, x from {@link org.attentionlimits.theory.kernel.Exponential#LOW} to 0. */
  static DoubleVector exp(DoubleVector x) {
    var species = x.species();
    DoubleVector magic = DoubleVector.broadcast(species, MAGIC);
    DoubleVector n = x.fma(DoubleVector.broadcast(species, LOG2_E), magic).sub(magic);
    DoubleVector r =
        n.fma(
            DoubleVector.broadcast(species, -LN_2_LOW),
            n.fma(DoubleVector.broadcast(species, -LN_2_HIGH), x));
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
    return polynomial.mul(power(n, magic));
  }

  /** {@code 2^n}. */
  private static DoubleVector power(DoubleVector n, DoubleVector magic) {
    return n.add(magic)
        .reinterpretAsLongs()
        .add(BIAS)
        .lanewise(VectorOperators.LSHL, MANTISSA)
        .reinterpretAsDoubles();
  }

  /** {@code e^x}, x from {@link org.attentionlimits.theory.kernel.Exponential#LOW_SINGLE} to 0. */
  static FloatVector exp(FloatVector x) {
    var species = x.species();
    FloatVector magic = FloatVector.broadcast(species, MAGIC_SINGLE);
    FloatVector n = x.fma(FloatVector.broadcast(species, LOG2_E_SINGLE), magic).sub(magic);
    FloatVector r =
        n.fma(
            FloatVector.broadcast(species, -LN_2_LOW_SINGLE),
            n.fma(FloatVector.broadcast(species, -LN_2_HIGH_SINGLE), x));
    FloatVector q =
        FloatVector.broadcast(species, (float) C7)
            .fma(r, FloatVector.broadcast(species, (float) C6));
    q = q.fma(r, FloatVector.broadcast(species, (float) C5));
    q = q.fma(r, FloatVector.broadcast(species, (float) C4));
    q = q.fma(r, FloatVector.broadcast(species, (float) C3));
    q = q.fma(r, FloatVector.broadcast(species, (float) C2));
    FloatVector polynomial = r.mul(r).fma(q, r).add(1);
    return polynomial.mul(power(n, magic));
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
