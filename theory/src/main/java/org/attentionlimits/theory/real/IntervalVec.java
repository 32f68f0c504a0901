package org.attentionlimits.theory.real;

import java.util.function.BinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A vector of {@link Enclosures}; every operation is that of {@link Interval} on the elements. */
final class IntervalVec implements Vec {

  private final Enclosures arithmetic;
  private final Interval[] elements;

  private IntervalVec(Enclosures arithmetic, Interval[] elements) {
    this.arithmetic = arithmetic;
    this.elements = elements;
  }

  /** The vector of {@code element(0), …, element(size − 1)}. */
  static IntervalVec generate(Enclosures arithmetic, int size, IntFunction<Interval> element) {
    Interval[] elements = new Interval[size];
    for (int i = 0; i < size; i++) {
      elements[i] = element.apply(i);
    }
    return new IntervalVec(arithmetic, elements);
  }

  /** The vector of numbers, those alike in a row being one object. */
  static IntervalVec of(Enclosures arithmetic, DoubleFunction<Interval> element, double... values) {
    Interval[] elements = new Interval[values.length];
    for (int i = 0; i < elements.length; i++) {
      elements[i] =
          i > 0 && values[i] == values[i - 1] ? elements[i - 1] : element.apply(values[i]);
    }
    return new IntervalVec(arithmetic, elements);
  }

  private IntervalVec generate(IntFunction<Interval> element) {
    return generate(this, element);
  }

  /**
   * The vector of an operation on the elements of this and another one. Where the operands are the
   * objects before, as in long rows of few levels, so is the result: it is computed once.
   */
  private IntervalVec generate(IntervalVec other, IntFunction<Interval> element) {
    Interval[] results = new Interval[elements.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = isRepeated(i) && other.isRepeated(i) ? results[i - 1] : element.apply(i);
    }
    return new IntervalVec(arithmetic, results);
  }

  private boolean isRepeated(int i) {
    return i > 0 && isSame(elements[i - 1], elements[i]);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Interval a, Interval b) {
    return a == b;
  }

  /** The other vector as one of this arithmetic and size. */
  private IntervalVec cast(Vec other) {
    if (!(other instanceof IntervalVec vec && arithmetic.isSame(vec.arithmetic))) {
      throw new IllegalArgumentException("vector must be of " + arithmetic + ": " + other);
    }
    Inputs.requireSize(elements.length, other);
    return vec;
  }

  @Override
  public Arithmetic arithmetic() {
    return arithmetic;
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Interval get(int i) {
    return elements[i];
  }

  @Override
  public IntervalVec plus(Vec other) {
    IntervalVec o = cast(other);
    return generate(o, i -> elements[i].plus(o.elements[i]));
  }

  @Override
  public IntervalVec minus(Vec other) {
    IntervalVec o = cast(other);
    return generate(o, i -> elements[i].minus(o.elements[i]));
  }

  @Override
  public IntervalVec times(Vec other) {
    IntervalVec o = cast(other);
    return generate(o, i -> elements[i].times(o.elements[i]));
  }

  @Override
  public IntervalVec dividedBy(Vec other) {
    IntervalVec o = cast(other);
    return generate(o, i -> elements[i].dividedBy(o.elements[i]));
  }

  @Override
  public IntervalVec negated() {
    return generate(i -> elements[i].negated());
  }

  @Override
  public IntervalVec plus(Real c) {
    Interval term = arithmetic.cast(c);
    return generate(i -> elements[i].plus(term));
  }

  @Override
  public IntervalVec minus(Real c) {
    return plus(arithmetic.cast(c).negated());
  }

  @Override
  public IntervalVec times(Real c) {
    Interval factor = arithmetic.cast(c);
    return generate(i -> elements[i].times(factor));
  }

  @Override
  public IntervalVec dividedBy(Real c) {
    Interval divisor = arithmetic.cast(c);
    return generate(i -> elements[i].dividedBy(divisor));
  }

  @Override
  public IntervalVec exp() {
    return generate(i -> elements[i].exp());
  }

  @Override
  public IntervalVec log() {
    return generate(i -> elements[i].log());
  }

  @Override
  public IntervalVec abs() {
    return generate(i -> elements[i].abs());
  }

  @Override
  public IntervalVec select(int... indices) {
    return generate(arithmetic, indices.length, i -> elements[indices[i]]);
  }

  @Override
  public Interval sum() {
    return fold(arithmetic.of(0), Interval::plus);
  }

  @Override
  public Interval max() {
    return fold(first(), Interval::max);
  }

  @Override
  public Interval min() {
    return fold(first(), Interval::min);
  }

  private Interval fold(Interval start, BinaryOperator<Interval> operation) {
    Interval result = start;
    for (Interval element : elements) {
      result = operation.apply(result, element);
    }
    return result;
  }

  private Interval first() {
    Inputs.requireNonEmpty(this);
    return elements[0];
  }

  @Override
  public Interval dot(Vec other) {
    return times(other).sum();
  }

  @Override
  public Interval norm() {
    if (elements.length == 1) {
      return elements[0].abs();
    }
    return generate(i -> elements[i].square()).sum().sqrt();
  }

  @Override
  public Interval distance(Vec other) {
    return minus(other).norm();
  }

  @Override
  public double[] values() {
    return Stream.of(elements).mapToDouble(Interval::value).toArray();
  }

  @Override
  public String toString() {
    return "vector of size " + elements.length + " of " + arithmetic;
  }
}
