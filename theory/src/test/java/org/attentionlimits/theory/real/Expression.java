package org.attentionlimits.theory.real;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A formula over doubles that the arithmetics and the oracle can both evaluate. */
record Expression(Op op, double leaf, List<Expression> arguments) {

  @SuppressWarnings("ImmutableEnumChecker") // the functions are stateless
  enum Op {
    LEAF(x -> x, x -> x),
    NEGATED(Real::negated, Ball::negated),
    ABS(Real::abs, Ball::abs),
    SQUARE(Real::square, x -> x.times(x)),
    SQRT(Real::sqrt, Ball::sqrt),
    EXP(Real::exp, Ball::exp),
    LOG(Real::log, Ball::log),
    LOG1P(Real::log1p, x -> x.plus(Ball.exact(BigDecimal.ONE)).log()),
    PLUS(Real::plus, Ball::plus),
    MINUS(Real::minus, Ball::minus),
    TIMES(Real::times, Ball::times),
    DIVIDED_BY(Real::dividedBy, Ball::dividedBy),
    MAX(Real::max, Ball::max),
    MIN(Real::min, Ball::min);

    private final int arity;
    private final BinaryOperator<Real> tested;
    private final BinaryOperator<Ball> oracle;

    Op(UnaryOperator<Real> tested, UnaryOperator<Ball> oracle) {
      this.arity = 1;
      this.tested = (x, y) -> tested.apply(x);
      this.oracle = (x, y) -> oracle.apply(x);
    }

    Op(BinaryOperator<Real> tested, BinaryOperator<Ball> oracle) {
      this.arity = 2;
      this.tested = tested;
      this.oracle = oracle;
    }
  }

  static Expression leaf(double value) {
    return new Expression(Op.LEAF, value, List.of());
  }

  static Expression of(Op op, Expression x, Expression y) {
    return new Expression(op, 0, op.arity == 1 ? List.of(x) : List.of(x, y));
  }

  Real in(Arithmetic arithmetic) {
    if (op == Op.LEAF) {
      return arithmetic.input(leaf);
    }
    List<Real> values = arguments.stream().map(e -> e.in(arithmetic)).toList();
    return op.tested.apply(values.get(0), values.get(values.size() - 1));
  }

  /** The oracle's value; null if there is none. */
  Ball oracle(DoubleFunction<BigDecimal> reader) {
    if (op == Op.LEAF) {
      return Ball.exact(reader.apply(leaf));
    }
    Ball x = arguments.get(0).oracle(reader);
    Ball y = arguments.get(arguments.size() - 1).oracle(reader);
    return x == null || y == null ? null : op.oracle.apply(x, y);
  }

  @Override
  public String toString() {
    return op == Op.LEAF
        ? Double.toString(leaf)
        : arguments.stream()
            .map(Expression::toString)
            .collect(Collectors.joining(", ", op + "(", ")"));
  }
}
