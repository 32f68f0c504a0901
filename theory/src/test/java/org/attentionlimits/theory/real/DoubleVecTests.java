package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sums of elements with radii enclose the result at every end, with little to spare. */
class DoubleVecTests {

  private static final int SAMPLES = 50;

  private final Random random = new Random(2);

  @Test
  void reductionsReachTheEndsAndLittleMore() {
    for (int sample = 0; sample < SAMPLES; sample++) {
      int n = 1 + random.nextInt(3);
      DoubleReal[] x = numbers(n);
      DoubleReal[] y = numbers(n);
      Vec v = Arithmetic.BINARY64.vector(x);
      Vec w = Arithmetic.BINARY64.vector(y);
      Real sum = v.sum();
      Real dot = v.dot(w);
      Real norm = v.norm();
      Real distance = v.distance(w);
      double needed = 0;
      for (int corner = 0; corner < 1 << (2 * n); corner++) {
        Ball[] a = corner(x, corner);
        Ball[] b = corner(y, corner >> n);
        needed = Math.max(needed, reach(sum, sum(n, a)));
        Inclusion.check("dot", dot, dot(n, a, b));
        checkRoot(norm, dot(n, a, a));
        Ball[] gaps = IntStream.range(0, n).mapToObj(i -> a[i].minus(b[i])).toArray(Ball[]::new);
        checkRoot(distance, dot(n, gaps, gaps));
      }
      checkTight(sum, needed);
      checkTight(dot, spread(x, y));
      checkTight(norm, root(x));
      checkTight(
          distance,
          root(
              IntStream.range(0, n)
                  .mapToObj(i -> DoubleReal.of(0, x[i].rad + y[i].rad))
                  .toArray(DoubleReal[]::new)));
    }
  }

  private DoubleReal[] numbers(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                DoubleReal.of(
                    random.nextGaussian(), random.nextInt(4) == 0 ? 0 : random.nextDouble()))
        .toArray(DoubleReal[]::new);
  }

  private static Ball[] corner(DoubleReal[] x, int bits) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> Ball.exact(((bits >> i) & 1) == 0 ? x[i].lower() : x[i].upper()))
        .toArray(Ball[]::new);
  }

  private static Ball sum(int n, Ball[] terms) {
    return Arrays.stream(terms).limit(n).reduce(Ball::plus).orElseThrow();
  }

  private static Ball dot(int n, Ball[] a, Ball[] b) {
    return sum(n, IntStream.range(0, n).mapToObj(i -> a[i].times(b[i])).toArray(Ball[]::new));
  }

  private static void checkRoot(Real root, Ball square) {
    Ball truth = square.sqrt();
    if (truth != null) {
      Inclusion.check("root", root, truth);
    }
  }

  private static double reach(Real result, Ball truth) {
    Inclusion.check("reduction", result, truth);
    return truth.value().subtract(new BigDecimal(result.value())).abs().doubleValue();
  }

  /** What the elements' radii allow a dot product to differ by. */
  private static double spread(DoubleReal[] x, DoubleReal[] y) {
    return IntStream.range(0, x.length)
        .mapToDouble(
            i ->
                Math.abs(x[i].mid) * y[i].rad + Math.abs(y[i].mid) * x[i].rad + x[i].rad * y[i].rad)
        .sum();
  }

  /** What the elements' radii allow a norm to differ by. */
  private static double root(DoubleReal[] x) {
    return Math.sqrt(Arrays.stream(x).mapToDouble(e -> e.rad * e.rad).sum());
  }

  private static void checkTight(Real result, double needed) {
    assertThat(result.radius())
        .as("%s needs %s", result, needed)
        .isLessThanOrEqualTo(needed * (1 + 1e-13) + 4 * Math.ulp(result.value()));
  }

  @Test
  void squaresThatUnderflowBesideOthersCostNothing() {
    Vec v = Arithmetic.BINARY64.inputs(1, 1e-150, 1e-200);

    assertThat(v.norm().value()).isEqualTo(1);
    assertThat(v.norm().radius()).isLessThanOrEqualTo(Math.ulp(1.0));
    assertThat(v.dot(v).radius()).isLessThanOrEqualTo(Math.ulp(1.0));
    assertThat(v.dot(v).radius()).isPositive();
    assertThat(v.norm().radius()).isPositive();
  }

  @Test
  void extremesReachFromTheLargestLowerToTheLargestUpperEnd() {
    Vec v = Arithmetic.BINARY64.vector(DoubleReal.of(1, 0.5), DoubleReal.of(1.25, 0.125));

    assertThat(v.max()).hasToString("1.25 ± 0.25");
    assertThat(v.min()).hasToString("1.0 ± 0.5");
    assertThat(v.negated().min()).hasToString("-1.25 ± 0.25");
    assertThat(v.negated().max()).hasToString("-1.0 ± 0.5");
    assertThat(Arithmetic.BINARY64.vector(DoubleReal.of(1, 0), DoubleReal.of(0.5, 2)).max())
        .hasToString("1.0 ± 1.5");
  }

  @Test
  void everyProductThatUnderflowsIsCounted() {
    double x = 0x1p-538;
    double[] tiny = {x, x, x, x, 0};
    Vec v = Arithmetic.BINARY64.inputs(tiny);
    Ball truth = Ball.exact(new BigDecimal(x).pow(2).multiply(new BigDecimal(4)));

    Inclusion.check("underflow", v.dot(v), truth);
    assertThat(v.dot(v).radius()).isLessThanOrEqualTo(5 * Double.MIN_VALUE);
    assertThat(v.dot(v).radius()).isGreaterThanOrEqualTo(Double.MIN_VALUE);
    assertThat(Arithmetic.BINARY64.inputs(1, 0x1p-600).norm().radius()).isPositive();
  }

  @Test
  void radiiThatUnderflowInAProductAreCounted() {
    Vec wide = Arithmetic.BINARY64.vector(DoubleReal.of(0, 0x1p-600));
    Vec tiny = Arithmetic.BINARY64.inputs(0x1p-600);

    assertThat(wide.dot(tiny).radius()).isBetween(Double.MIN_VALUE, 8 * Double.MIN_VALUE);
  }

  @Test
  void zeroElementsBesideTinyOnesAreExact() {
    Vec tiny = Arithmetic.BINARY64.inputs(0x1p-1000, 0);

    assertThat(tiny.norm()).hasToString(0x1p-1000 + " ± 0.0");
    assertThat(tiny.dot(Arithmetic.BINARY64.inputs(0, 1)).radius()).isZero();
  }

  @Test
  void theEmptyVectorHasNoExtremes() {
    Vec empty = Arithmetic.BINARY64.inputs(new double[0]);

    assertThatThrownBy(empty::max).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(empty::min)
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("the empty vector has no largest or smallest element");
  }

  @Test
  void vectorsPrintTheirSizeAndArithmetic() {
    assertThat(Arithmetic.BINARY64.inputs(1, 2)).hasToString("binary64 vector of size 2");
    assertThat(Arithmetic.BINARY64.inputs(1).arithmetic()).isSameAs(Arithmetic.BINARY64);
    assertThat(Arithmetic.BINARY64).hasToString("binary64");
    assertThat(Arithmetic.exact(40).inputs(1, 2, 3).toString())
        .startsWith(
            "vector of size 3 of enclosures of 40 digits, 0.1 read as 0.1000000000000000055");
  }

  @Test
  void theLargestDoublesAreElements() {
    Vec v = Arithmetic.BINARY64.inputs(Double.MAX_VALUE, -Double.MAX_VALUE);

    assertThat(v.abs().get(1).isBounded()).isTrue();
    assertThat(v.max().value()).isEqualTo(Double.MAX_VALUE);
    assertThat(Arithmetic.BINARY64.inputs(Double.MAX_VALUE).norm().value())
        .isEqualTo(Double.MAX_VALUE);
  }
}
