package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTests {

  private static final Arithmetic B = Arithmetic.BINARY64;

  private static final List<Arithmetic> ALL =
      List.of(B, Arithmetic.exact(30), Arithmetic.printed(30));

  private static void assertEncloses(Real number, BigDecimal exact) {
    assertThat(number.lower()).isLessThanOrEqualTo(exact);
    assertThat(number.upper()).isGreaterThanOrEqualTo(exact);
  }

  private static void assertIsTight(Real number, BigDecimal exact) {
    assertEncloses(number, exact);
    BigDecimal width = number.upper().subtract(number.lower());
    assertThat(width).isLessThanOrEqualTo(exact.abs().multiply(new BigDecimal("1e-15")));
  }

  @Property
  void integersAreEnclosedAndExactWhereTheyAreDoubles(@ForAll long value) {
    for (Arithmetic arithmetic : ALL) {
      assertIsTight(arithmetic.of(value), BigDecimal.valueOf(value));
    }
    boolean isDouble = new BigDecimal((double) value).compareTo(BigDecimal.valueOf(value)) == 0;
    assertThat(B.of(value).radius() == 0).isEqualTo(isDouble);
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 53, -(1L << 53), Long.MIN_VALUE, 1L << 60, 0})
  void integersThatAreDoublesHaveNoRadius(long value) {
    assertThat(B.of(value).radius()).isZero();
    assertThat(B.of(value).lower()).isEqualByComparingTo(BigDecimal.valueOf(value));
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE + 1})
  void integersBetweenDoublesAreEnclosed(long value) {
    assertThat(B.of(value).radius()).isPositive();
    assertIsTight(B.of(value), BigDecimal.valueOf(value));
  }

  @Property
  void fractionsAreEnclosed(@ForAll long p, @ForAll @IntRange(min = 1) int q) {
    MathContext down = new MathContext(60, RoundingMode.FLOOR);
    MathContext up = new MathContext(60, RoundingMode.CEILING);
    for (Arithmetic arithmetic : ALL) {
      Real fraction = arithmetic.ratio(p, q);
      BigDecimal above = BigDecimal.valueOf(p).divide(BigDecimal.valueOf(q), up);
      BigDecimal below = BigDecimal.valueOf(p).divide(BigDecimal.valueOf(q), down);
      assertThat(fraction.lower()).isLessThanOrEqualTo(above);
      assertThat(fraction.upper()).isGreaterThanOrEqualTo(below);
      assertThat(arithmetic.ratio(p, -q).value()).isEqualTo(-fraction.value());
    }
  }

  @Test
  void aFractionOverZeroIsNoNumber() {
    for (Arithmetic arithmetic : ALL) {
      assertThatThrownBy(() -> arithmetic.ratio(1, 0)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  void decimalsAreEnclosed(
      @ForAll long digits, @ForAll @IntRange(min = -280, max = 300) int places) {
    BigDecimal exact = BigDecimal.valueOf(digits, places);
    for (Arithmetic arithmetic : ALL) {
      assertIsTight(arithmetic.decimal(exact.toString()), exact);
    }
  }

  @Test
  void decimalsBeyondTheRangeOfDoublesAreEnclosed() {
    assertThat(B.decimal("1E+309").isBounded()).isFalse();
    assertEncloses(B.decimal("1E-400"), new BigDecimal("1E-400"));
    assertThat(Arithmetic.exact(30).decimal("1E+309").lower()).isEqualByComparingTo("1E+309");
    assertThat(Arithmetic.exact(30).decimal("1E+2000000000").isBounded()).isFalse();
    for (Arithmetic arithmetic : ALL) {
      assertThatThrownBy(() -> arithmetic.decimal("a tenth"))
          .isInstanceOf(NumberFormatException.class);
    }
  }

  @Test
  void aDoubleThatStandsInAFormulaIsTheDecimalItPrintsAs() {
    for (Arithmetic arithmetic : ALL) {
      assertEncloses(arithmetic.of(0.1), new BigDecimal("0.1"));
      assertEncloses(arithmetic.of(Double.parseDouble("2E23")), new BigDecimal("2E23"));
      assertThat(arithmetic.of(0.1).certainlyAbove(arithmetic.ratio(1, 10))).isFalse();
      assertThat(arithmetic.of(0.25).radius()).isZero();
      assertThat(arithmetic.of(-0.0).value()).isZero();
    }
    assertThat(B.of(0.1).radius()).isPositive().isLessThan(1e-17);
    assertThat(B.input(0.1).radius()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0 / 13, 1 - 1.0 / 3, 0x1p60, 1 + 0x1p-52})
  void aDoubleThatWasComputedIsRefusedInWordsThatHelp(double rounded) {
    for (Arithmetic arithmetic : ALL) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> arithmetic.of(rounded))
          .withMessageStartingWith("constant must have at most 15 digits: ")
          .withMessageContainingAll("ratio(p, q)", "decimal(", "as a long", "input(x)");
      assertThat(arithmetic.input(rounded).value()).isEqualTo(rounded);
    }
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (Arithmetic arithmetic : ALL) {
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> arithmetic.of(bad))
            .withMessage("value must be finite: " + bad);
      }
    }
  }

  /** 1/13 as a double is less than 1/13, by more than 60 digits tell apart. */
  @Test
  void aTrueClaimWithARoundedConstantIsRefusedAndNotRefuted() {
    LogitRow even = new LogitRow(1, new double[13]);
    Claim<LogitRow> rounded =
        claim((row, a) -> Evaluation.atMost(row.weights(a).max(), a.of(1.0 / 13)));
    Claim<LogitRow> exact =
        claim((row, a) -> Evaluation.atMost(row.weights(a).max(), a.ratio(1, 13)));

    assertThatThrownBy(() -> rounded.evaluatePrecisely(even)).hasMessageContaining("ratio(p, q)");
    assertThat(exact.evaluatePrecisely(even).outcome()).isNotEqualTo(Outcome.VIOLATED);
  }

  @Test
  void aPowerThatWasComputedInDoublesIsRefused() {
    LogitRow row = new LogitRow(0.3, 0);
    Claim<LogitRow> rounded =
        claim((r, a) -> Evaluation.atMost(a.input(-r.temperature()).exp(), a.of(Math.exp(-0.3))));

    assertThatThrownBy(() -> rounded.evaluatePrecisely(row)).hasMessageContaining("ratio(p, q)");
  }

  private static Claim<LogitRow> claim(Claim.Formula<LogitRow> formula) {
    return Claim.about(LogitRow.TYPE).named("own").saying("", "a claim").evaluatedBy(formula);
  }
}
