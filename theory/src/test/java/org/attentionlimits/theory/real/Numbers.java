package org.attentionlimits.theory.real;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.attentionlimits.theory.real.Expression.Op;

/** Doubles, vectors and formulas to try the arithmetics on. */
final class Numbers {

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    2,
    3,
    10,
    0.1,
    -0.3,
    Math.nextUp(1.0),
    Math.nextDown(1.0),
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1e-300,
    1e300,
    -1e200,
    709.7,
    -745.2
  };

  private Numbers() {}

  /** Signed, log-uniform in magnitude, with uniform bits: {@code ±1.b · 2^e}. */
  static Arbitrary<Double> logUniform(int lowestExponent, int highestExponent) {
    Arbitrary<Long> bits =
        Arbitraries.longs()
            .between(0, (1L << 52) - 1)
            .withDistribution(RandomDistribution.uniform());
    Arbitrary<Integer> exponents =
        Arbitraries.integers()
            .between(lowestExponent, highestExponent)
            .withDistribution(RandomDistribution.uniform());
    return Combinators.combine(bits, exponents, Arbitraries.of(1, -1))
        .as((b, e, sign) -> sign * Math.scalb(1 + b * 0x1p-52, e));
  }

  /** Everyday, huge, tiny, subnormal, integer and special values. */
  static Arbitrary<Double> doubles() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, logUniform(-12, 9)),
        Tuple.of(3, logUniform(-996, 996)),
        Tuple.of(1, logUniform(-1074, -1000)),
        Tuple.of(2, Arbitraries.integers().between(-8, 8).map(Integer::doubleValue)),
        Tuple.of(2, Arbitraries.of(Arrays.stream(SPECIAL).boxed().toList())));
  }

  /** Formulas of up to four levels; ties and near-ties among the leaves' differences. */
  static Arbitrary<Expression> expressions() {
    return expressions(3);
  }

  private static Arbitrary<Expression> expressions(int depth) {
    Arbitrary<Expression> leaves = doubles().map(Expression::leaf);
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Expression> parts = expressions(depth - 1);
    Arbitrary<Op> ops = Arbitraries.of(Op.values()).filter(op -> op != Op.LEAF);
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(ops, parts, parts).as(Expression::of)),
        Tuple.of(1, doubles().map(Numbers::nearTie)),
        Tuple.of(1, leaves));
  }

  private static Expression nearTie(double x) {
    return Expression.of(Op.MINUS, Expression.leaf(x), Expression.leaf(Math.nextUp(x)));
  }

  /** Arrays of up to {@code maxSize} values of one range: mixed, everyday, huge, or subnormal. */
  static Arbitrary<double[]> arrays(int maxSize) {
    return Arbitraries.frequencyOf(
            Tuple.of(2, array(doubles(), maxSize)),
            Tuple.of(3, array(logUniform(-12, 4), maxSize)),
            Tuple.of(1, array(logUniform(480, 1000), maxSize)),
            Tuple.of(1, array(logUniform(-1074, -440), maxSize)),
            Tuple.of(1, array(Arbitraries.of(0.0, -0.0, 0.25, 0.5, 3.0, 4.0), maxSize)))
        .map(boxed -> Arrays.stream(boxed).mapToDouble(x -> x).toArray());
  }

  private static Arbitrary<Double[]> array(Arbitrary<Double> elements, int maxSize) {
    return elements.array(Double[].class).ofMinSize(1).ofMaxSize(maxSize);
  }
}
