package org.attentionlimits.theory.real;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Enclosures of {@code e^x}, {@code ln x}, {@code ln(1 + x)} and {@code √x} at single decimals.
 *
 * <p>{@code exp} and {@code log} are evaluated with ten digits more than the p digits of the ends
 * and then widened outwards by a factor of {@code 1 ± 10^−p}: a billion times the error that the
 * evaluation is specified to have. Roots are exact integer roots and need no widening.
 */
final class Elementary {

  private static final int SPARE_DIGITS = 10;

  /** Digits to spare in the reduction by ln 10, where multiples reach ten digits. */
  private static final int REDUCTION_DIGITS = SPARE_DIGITS + 20;

  private static final int MAX_TENS = 1_000_000_000;

  private final Enclosures enclosures;
  private final int precision;
  private final ExponentialSeries series;

  /** {@code ln 10}; set on first use, where several threads would set the same value. */
  private BigDecimal ln10;

  Elementary(Enclosures enclosures, int precision) {
    this.enclosures = enclosures;
    this.precision = precision;
    this.series = new ExponentialSeries(context(SPARE_DIGITS));
  }

  private MathContext context(int spareDigits) {
    return new MathContext(precision + spareDigits, RoundingMode.HALF_EVEN);
  }

  private BigDecimal ln10() {
    if (ln10 == null) {
      ln10 = BigDecimalMath.log(BigDecimal.TEN, context(REDUCTION_DIGITS));
    }
    return ln10;
  }

  /**
   * {@code e^x = 10^k e^r} with {@code r = x − k ln 10}, {@code |r| ≤ 1.2}; on the proper side of
   * 1. Below 10⁻¹⁰⁰⁰⁰⁰⁰⁰⁰⁰ the lower end is zero; above the inverse the result is unbounded.
   */
  Interval exp(BigDecimal x) {
    if (x.signum() == 0) {
      return enclosures.point(BigDecimal.ONE);
    }
    long exponent = Enclosures.exponent(x);
    if (exponent < -precision - 1L) {
      return besideOne(x.signum());
    }
    if (exponent >= 10) {
      return extreme(x.signum());
    }
    MathContext context = context(REDUCTION_DIGITS);
    long tens = x.divide(ln10(), context).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    if (Math.abs(tens) >= MAX_TENS) {
      return extreme(x.signum());
    }
    BigDecimal rest = x.subtract(ln10().multiply(BigDecimal.valueOf(tens), context), context);
    BigDecimal power = series.exp(rest);
    Interval wide = widened(power.scaleByPowerOfTen((int) tens));
    return x.signum() > 0
        ? enclosures.between(wide.lower().max(BigDecimal.ONE), wide.upper())
        : enclosures.between(wide.lower(), wide.upper().min(BigDecimal.ONE));
  }

  /**
   * Encloses {@code e^x} for {@code |x| < 10^−p−1}: {@code |e^x − 1| < 10^−p}, of the sign of x.
   */
  private Interval besideOne(int sign) {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal step = one.scaleByPowerOfTen(-precision);
    return sign > 0
        ? new Interval(enclosures, one, one.add(step))
        : new Interval(enclosures, one.subtract(step), one);
  }

  /** Encloses {@code e^x} where its decimal exponent is a billion at least, of either sign. */
  private Interval extreme(int sign) {
    return sign > 0
        ? enclosures.unbounded()
        : new Interval(enclosures, BigDecimal.ZERO, Enclosures.SMALLEST.scaleByPowerOfTen(1));
  }

  /**
   * {@code ln x = ln m + k ln 10} with {@code m} between 0.3 and 3.2. Next to 1, as many more
   * digits are carried as the logarithm has leading zeros.
   */
  Interval log(BigDecimal x) {
    if (x.compareTo(BigDecimal.ONE) == 0) {
      return enclosures.point(BigDecimal.ZERO);
    }
    int tens = (int) Enclosures.exponent(x);
    BigDecimal mantissa = x.scaleByPowerOfTen(-tens);
    if (mantissa.compareTo(BigDecimal.valueOf(3.17)) > 0) {
      tens++;
      mantissa = mantissa.scaleByPowerOfTen(-1);
    }
    if (tens == 0) {
      int zeros = (int) Math.max(0, -Enclosures.exponent(mantissa.subtract(BigDecimal.ONE)));
      return widened(BigDecimalMath.log(mantissa, context(SPARE_DIGITS + zeros)));
    }
    MathContext context = context(SPARE_DIGITS);
    BigDecimal multiple = ln10().multiply(BigDecimal.valueOf(tens), context(REDUCTION_DIGITS));
    return widened(BigDecimalMath.log(mantissa, context).add(multiple, context));
  }

  /**
   * {@code ln(1 + y)} for {@code y > −1}: of the exact sum, for tiny y within {@code y − y²} and
   * {@code y}, and for y of more than p digits of the sum rounded to either side.
   */
  Interval log1p(BigDecimal y) {
    long exponent = Enclosures.exponent(y);
    if (exponent < -precision) {
      return enclosures.between(y.subtract(y.multiply(y), enclosures.down), y);
    }
    return exponent > precision
        ? enclosures.point(y).plus(enclosures.point(BigDecimal.ONE)).log()
        : log(BigDecimal.ONE.add(y));
  }

  private Interval widened(BigDecimal x) {
    BigDecimal margin = x.abs().scaleByPowerOfTen(-precision);
    return enclosures.between(x.subtract(margin, enclosures.down), x.add(margin, enclosures.up));
  }

  /** {@code √x}, rounded down to p digits and up from there by one unit if that is not exact. */
  Interval sqrt(BigDecimal x) {
    if (x.signum() == 0) {
      return enclosures.point(BigDecimal.ZERO);
    }
    int shift = 2 * precision - x.precision();
    int scale = x.scale() + shift + (x.scale() + shift & 1);
    BigInteger root = x.setScale(scale, RoundingMode.DOWN).unscaledValue().sqrt();
    BigDecimal lower = new BigDecimal(root, scale / 2);
    if (lower.multiply(lower).compareTo(x) == 0) {
      return enclosures.point(lower);
    }
    return new Interval(enclosures, lower, new BigDecimal(root.add(BigInteger.ONE), scale / 2));
  }
}
