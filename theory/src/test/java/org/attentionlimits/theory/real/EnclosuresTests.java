package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class EnclosuresTests {

  private static final Arithmetic E = Arithmetic.exact(40);

  private static BigDecimal exactly(double binary) {
    return new BigDecimal(binary);
  }

  @Test
  void theNormOfASingleElementIsItsMagnitudeExactly() {
    Arithmetic a = Arithmetic.exact(20);
    Real third = a.of(-1).dividedBy(3);

    assertThat(a.vector(third).norm().lower()).isEqualTo(third.abs().lower());
    assertThat(a.vector(third).norm().upper()).isEqualTo(third.abs().upper());
    assertThat(a.inputs(-3.0).norm().upper()).isEqualByComparingTo("3");
  }

  @Test
  void inputsAreReadAsTheyAreOrAsTheyPrint() {
    assertThat(E.input(0.1).lower()).isEqualTo(exactly(0.1));
    assertThat(Arithmetic.printed(40).input(0.1).lower()).isEqualTo(new BigDecimal("0.1"));
    assertThat(E.input(0.1).value()).isEqualTo(0.1);
    assertThat(E.input(0.1).radius()).isZero();
  }

  @Test
  void errorFreeResultsAreExact() {
    assertExact(E.input(0.25).plus(E.input(0.5)), "0.75");
    assertExact(E.of(3).dividedBy(8), "0.375");
    assertExact(E.of(-3).square(), "9");
    assertExact(E.input(2.25).sqrt(), "1.5");
    assertExact(E.of(0).sqrt(), "0");
    assertExact(E.of(0).exp(), "1");
    assertExact(E.of(1).log(), "0");
    assertExact(E.inputs(3, 4).norm(), "5");
    assertExact(E.inputs(3, 4).distance(E.inputs(3, 0)), "4");
    assertExact(E.inputs(new double[0]).sum(), "0");
  }

  @Test
  void squaresAreTightAroundZero() {
    Real aroundZero = E.of(1).dividedBy(3).times(3).minus(1);

    assertThat(aroundZero.lower()).isNegative();
    assertThat(aroundZero.square().lower()).isZero();
    assertThat(aroundZero.abs().lower()).isZero();
    assertThat(aroundZero.sqrt().lower()).isZero();
    assertThat(aroundZero.log().isBounded()).isFalse();
    assertThat(E.of(1).dividedBy(aroundZero).isBounded()).isFalse();
  }

  @Test
  void enclosuresAreNarrow() {
    assertNarrow(E.of(2).sqrt(), "1.41421356237309504880168872420969807856967187537694");
    assertNarrow(E.of(1).exp(), "2.71828182845904523536028747135266249775724709369995");
    assertNarrow(E.of(2).log(), "0.69314718055994530941723212145817656807550013436025");
    assertNarrow(E.of(-700).exp().log(), "-700");
    assertNarrow(E.input(1e300).log().exp(), exactly(1e300).toString());
  }

  @Test
  void logarithmsNextToOneKeepTheirDigits() {
    double epsilon = 0x1p-52;
    BigDecimal e = new BigDecimal(epsilon);
    BigDecimal series = // ln(1 + e) = e − e²/2 + e³/3 − …
        e.subtract(e.pow(2).divide(new BigDecimal(2)))
            .add(e.pow(3).divide(new BigDecimal(3), new MathContext(60)))
            .subtract(e.pow(4).divide(new BigDecimal(4)));

    assertNarrow(E.input(1 + epsilon).log(), series.toString());
  }

  @Test
  void exponentialsOfExtremesAreRight() {
    Real tiny = E.input(-1.4e9).exp();
    assertThat(tiny.lower()).isPositive();
    assertNarrow(tiny.log(), "-1400000000");
    assertNarrow(E.input(1e6).exp().log(), "1000000");
    assertThat(E.input(1e-300).exp().lower()).isEqualByComparingTo("1");
    assertThat(E.input(1e-300).exp().upper()).isGreaterThan(BigDecimal.ONE);
    assertThat(E.input(-1e-300).exp().upper()).isEqualByComparingTo("1");
    assertThat(E.input(-1e300).exp().lower()).isZero();
    assertThat(E.input(-1e300).exp().certainlyAtMost(tiny)).isTrue();
    assertThat(E.input(1e300).exp().isBounded()).isFalse();
    assertThat(tiny.times(tiny).times(tiny).lower()).isZero();
    assertThat(tiny.value()).isZero();
    assertThat(tiny.radius()).isEqualTo(Double.MIN_VALUE);
    assertThat(tiny.plus(1).minus(1).certainlyAtMost(E.input(1e-30))).isTrue();
    assertThat(E.of(1).dividedBy(tiny).times(E.of(1).dividedBy(tiny)).isBounded()).isFalse();
    assertThat(tiny.sqrt().square().lower()).isPositive();
  }

  @Test
  void unboundedIsUndecided() {
    Real unbounded = E.of(0).log();

    assertThat(unbounded.value()).isNaN();
    assertThat(unbounded.radius()).isInfinite();
    assertThat(unbounded.certainlyAtMost(E.of(1))).isFalse();
    assertThat(unbounded.certainlyAbove(E.of(1))).isFalse();
    assertThat(unbounded.plus(1).isBounded()).isFalse();
    assertThat(unbounded.exp().isBounded()).isFalse();
    assertThat(unbounded.max(E.of(1)).isBounded()).isFalse();
    assertThatThrownBy(unbounded::upper).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void certainDomainErrorsThrow() {
    assertThatThrownBy(() -> E.of(-1).sqrt()).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> E.of(-1).log()).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> E.of(1).dividedBy(E.input(0.0)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> E.inputs(new double[0]).min()).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void arithmeticsDoNotMixUnlessTheyAreTheSame() {
    assertThat(E.of(1).plus(Arithmetic.exact(40).of(1)).value()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> E.of(1).plus(Arithmetic.exact(41).of(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> E.of(1).max(Arithmetic.printed(40).of(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> E.vector(Arithmetic.BINARY64.of(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> E.inputs(1, 2).dot(Arithmetic.exact(41).inputs(1, 2)));
  }

  @Test
  void badInputsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arithmetic.exact(19))
        .withMessage("digits must be at least 20: 19");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> E.input(Double.NEGATIVE_INFINITY))
        .withMessage("value must be finite: -Infinity");
  }

  private static void assertExact(Real number, String value) {
    assertThat(number.lower()).isEqualByComparingTo(value);
    assertThat(number.upper()).isEqualByComparingTo(value);
  }

  /** Within 10⁻⁴⁰ of the value, relative to it. */
  private static void assertNarrow(Real number, String value) {
    BigDecimal expected = new BigDecimal(value);
    BigDecimal allowed = expected.abs().scaleByPowerOfTen(-40);
    assertThat(number.lower()).isBetween(expected.subtract(allowed), expected.add(allowed));
    assertThat(number.upper()).isBetween(expected.subtract(allowed), expected.add(allowed));
    assertThat(number.lower()).isLessThanOrEqualTo(number.upper());
  }
}
