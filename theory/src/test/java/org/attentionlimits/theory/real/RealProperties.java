package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.DoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.attentionlimits.theory.testing.Coverage;

class RealProperties {

  private static final Arithmetic EXACT = Arithmetic.exact(30);
  private static final Arithmetic PRINTED = Arithmetic.printed(50);

  @Provide
  Arbitrary<Expression> formulas() {
    return Numbers.expressions();
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Numbers.doubles();
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void binary64EnclosesTheTrueValueOfAnyFormula(@ForAll("formulas") Expression formula) {
    checkEnclosed(formula, Arithmetic.BINARY64, BigDecimal::new);
    Statistics.coverage(
        coverage -> {
          coverage.check("bounded").count(Coverage.atLeast(75));
          coverage.check("unbounded").count(Coverage.atMost(3));
        });
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void decimalsEncloseTheTrueValueOfAnyFormula(@ForAll("formulas") Expression formula) {
    checkEnclosed(formula, EXACT, BigDecimal::new);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void printedDecimalsEncloseTheFormulaOfWhatIsPrinted(@ForAll("formulas") Expression formula) {
    checkEnclosed(formula, PRINTED, Decimals::shortest);
  }

  /** A formula may only fail where it has no value. */
  private static void checkEnclosed(
      Expression formula, Arithmetic arithmetic, DoubleFunction<BigDecimal> reader) {
    Ball truth = formula.oracle(reader);
    try {
      Real number = formula.in(arithmetic);
      Statistics.collect(
          truth == null ? "no oracle" : number.isBounded() ? "bounded" : "unbounded");
      if (truth != null) {
        Inclusion.check(formula, number, truth);
      }
    } catch (ArithmeticException e) {
      Statistics.collect("outside the domain");
      assertThat(truth).as("%s: %s", formula, e.getMessage()).isNull();
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void theValueAndRadiusCoverTheEnds(@ForAll("formulas") Expression formula) {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      Real number = valueOrUnbounded(formula, arithmetic);
      if (number.radius() <= Double.MAX_VALUE) {
        BigDecimal middle = new BigDecimal(number.value());
        BigDecimal radius = new BigDecimal(number.radius());
        assertThat(middle.subtract(radius)).isLessThanOrEqualTo(number.lower());
        assertThat(middle.add(radius)).isGreaterThanOrEqualTo(number.upper());
      }
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void comparisonsAreThoseOfTheEnds(
      @ForAll("formulas") Expression left, @ForAll("formulas") Expression right) {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      Real x = valueOrUnbounded(left, arithmetic);
      Real y = valueOrUnbounded(right, arithmetic);
      boolean bounded = x.isBounded() && y.isBounded();
      assertThat(x.certainlyAtMost(y)).isEqualTo(bounded && x.upper().compareTo(y.lower()) <= 0);
      assertThat(x.certainlyAbove(y)).isEqualTo(bounded && x.lower().compareTo(y.upper()) > 0);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void hullsContainBothAndMidpointsAreExactPoints(
      @ForAll("formulas") Expression left, @ForAll("formulas") Expression right) {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      Real x = valueOrUnbounded(left, arithmetic);
      Real y = valueOrUnbounded(right, arithmetic);
      Real hull = x.hull(y);
      if (hull.isBounded()) {
        assertThat(hull.lower()).isLessThanOrEqualTo(x.lower().min(y.lower()));
        assertThat(hull.upper()).isGreaterThanOrEqualTo(x.upper().max(y.upper()));
        assertThat(x.midpoint().lower()).isEqualByComparingTo(x.midpoint().upper());
        assertThat(x.midpoint().lower()).isBetween(x.lower(), x.upper());
      }
    }
  }

  private static Real valueOrUnbounded(Expression formula, Arithmetic arithmetic) {
    try {
      return formula.in(arithmetic);
    } catch (ArithmeticException e) {
      return arithmetic.of(0).log();
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void squaresRootsMagnitudesAndPowersOfAnythingAreNotNegative(
      @ForAll("formulas") Expression formula) {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      Real x = valueOrUnbounded(formula, arithmetic);
      for (Real y : new Real[] {x.square(), x.abs(), x.abs().sqrt(), x.exp()}) {
        assertThat(!y.isBounded() || y.lower().signum() >= 0).as("%s from %s", y, x).isTrue();
      }
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void oneOperationOnExactNumbersIsSharp(@ForAll("doubles") double x, @ForAll("doubles") double y) {
    Real a = Arithmetic.BINARY64.input(x);
    Real b = Arithmetic.BINARY64.input(y);
    checkSharp(a.plus(b));
    checkSharp(a.times(b));
    checkSharp(a.abs().sqrt());
    checkSharp(a.exp());
    checkSharp(a.abs().log1p());
    if (y != 0) {
      checkSharp(a.dividedBy(b));
      checkSharp(b.abs().log());
    }
  }

  /** Within 4u and a little, the bound of exp and log; that is also the largest seen. */
  private static void checkSharp(Real number) {
    double allowed = 0x1.01p-51 * Math.abs(number.value()) + 4 * Double.MIN_VALUE;
    assertThat(!number.isBounded() || number.radius() <= allowed).as("%s", number).isTrue();
  }
}
