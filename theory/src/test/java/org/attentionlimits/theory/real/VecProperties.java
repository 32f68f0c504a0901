package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VecProperties {

  private static final Arithmetic EXACT = Arithmetic.exact(30);

  @Provide
  Arbitrary<double[]> arrays() {
    return Numbers.arrays(24);
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Numbers.doubles();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void sumsProductsAndNormsOfInputsAreEnclosed(
      @ForAll("arrays") double[] x, @ForAll("arrays") double[] y) {
    int n = Math.min(x.length, y.length);
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      checkReductions(
          arithmetic.inputs(Arrays.copyOf(x, n)), arithmetic.inputs(Arrays.copyOf(y, n)),
          balls(x, n), balls(y, n));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void sumsProductsAndNormsOfInexactElementsAreEnclosed(
      @ForAll("arrays") double[] x, @ForAll("arrays") double[] y, @ForAll("doubles") double c) {
    int n = Math.min(x.length, y.length);
    Ball third = Ball.exact(new BigDecimal(c)).dividedBy(Ball.exact(BigDecimal.valueOf(3)));
    Ball[] unscaled = balls(x, n);
    Ball[] scaled = map(n, i -> unscaled[i].times(third));
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      Vec v = arithmetic.inputs(Arrays.copyOf(x, n)).times(arithmetic.input(c).dividedBy(3));
      Vec w = arithmetic.inputs(Arrays.copyOf(y, n));
      checkReductions(v, w, scaled, balls(y, n));
      checkReductions(w, v, balls(y, n), scaled);
    }
  }

  private static void checkReductions(Vec v, Vec w, Ball[] x, Ball[] y) {
    int n = x.length;
    Ball[] products = map(n, i -> x[i].times(y[i]));
    Ball[] squares = map(n, i -> x[i].times(x[i]));
    Ball[] gaps = map(n, i -> x[i].minus(y[i]).times(x[i].minus(y[i])));
    Inclusion.check("sum", v.sum(), fold(x, Ball::plus));
    Inclusion.check("max", v.max(), fold(x, Ball::max));
    Inclusion.check("min", v.min(), fold(x, Ball::min));
    Inclusion.check("dot", v.dot(w), fold(products, Ball::plus));
    checkRoot("norm", v.norm(), fold(squares, Ball::plus));
    checkRoot("distance", v.distance(w), fold(gaps, Ball::plus));
  }

  private static void checkRoot(String what, Real root, Ball square) {
    Ball truth = square.sqrt();
    if (truth != null) {
      Inclusion.check(what, root, truth);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void elementwiseOperationsAreThoseOfTheElements(
      @ForAll("arrays") double[] x, @ForAll("arrays") double[] y, @ForAll("doubles") double c) {
    checkElementwise(Arithmetic.BINARY64, Math.min(x.length, y.length), x, y, c);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void elementwiseOperationsOnDecimalsAreThoseOfTheElements(
      @ForAll("arrays") double[] x, @ForAll("arrays") double[] y, @ForAll("doubles") double c) {
    checkElementwise(EXACT, Math.min(3, Math.min(x.length, y.length)), x, y, c);
  }

  private static void checkElementwise(
      Arithmetic arithmetic, int n, double[] x, double[] y, double c) {
    Real third = arithmetic.input(c).dividedBy(3);
    Vec v = arithmetic.inputs(Arrays.copyOf(x, n));
    Vec w = arithmetic.inputs(Arrays.copyOf(y, n));
    checkElementwise(v, w, arithmetic.input(c));
    checkElementwise(v.times(third), w, third);
  }

  private static void checkElementwise(Vec v, Vec w, Real c) {
    checkSame(v.plus(w), i -> v.get(i).plus(w.get(i)));
    checkSame(v.minus(w), i -> v.get(i).minus(w.get(i)));
    checkSame(v.times(w), i -> v.get(i).times(w.get(i)));
    checkSame(v.negated(), i -> v.get(i).negated());
    if (Arrays.stream(w.values()).noneMatch(x -> x == 0)) {
      checkSame(v.dividedBy(w), i -> v.get(i).dividedBy(w.get(i)));
    }
    checkSame(v.plus(c), i -> v.get(i).plus(c));
    checkSame(v.minus(c), i -> v.get(i).minus(c));
    checkSame(v.times(c), i -> v.get(i).times(c));
    checkSame(v.abs(), i -> v.get(i).abs());
    checkSame(v.exp(), i -> v.get(i).exp());
    checkSame(v.abs().log(), i -> v.get(i).abs().log());
    checkSame(v.select(0, v.size() - 1), i -> v.get(i == 0 ? 0 : v.size() - 1));
    if (c.value() != 0) {
      checkSame(v.dividedBy(c), i -> v.get(i).dividedBy(c));
    }
  }

  private static void checkSame(Vec actual, IntFunction<Real> expected) {
    double[] values = actual.values();
    for (int i = 0; i < actual.size(); i++) {
      Real element = actual.get(i);
      assertThat(element).hasToString(expected.apply(i).toString());
      assertThat((Double) values[i]).isEqualTo((Double) element.value());
    }
  }

  private static Ball[] balls(double[] values, int n) {
    return map(n, i -> Ball.exact(new BigDecimal(values[i])));
  }

  private static Ball[] map(int n, IntFunction<Ball> element) {
    return IntStream.range(0, n).mapToObj(element).toArray(Ball[]::new);
  }

  private static Ball fold(Ball[] elements, BinaryOperator<Ball> operation) {
    return Arrays.stream(elements).reduce(operation).orElseThrow();
  }
}
