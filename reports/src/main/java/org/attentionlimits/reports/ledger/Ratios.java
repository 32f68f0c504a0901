package org.attentionlimits.reports.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Decimals;

/**
 * Ratios of left to right and shares, for people. Rounding never carries a number across a line
 * that matters: a ratio below one is never shown as one, nor one above as one, nor a share of some
 * rows as none or all.
 */
public final class Ratios {

  /** Ratios this near to one are attained bounds. */
  private static final double ATTAINED = 1e-12;

  private static final double FINE = 1e-3;
  private static final double COARSE = 1e4;

  private Ratios() {}

  /**
   * A ratio to three decimals: {@code 0.999}, {@code 1.000} if attained, {@code 1 + 3.0e-4}, {@code
   * 2.000}, {@code 1.2e+5}, {@code > 1e308} of a ratio beyond the range of doubles, and {@code ∞}
   * of a violation whose right side is not positive.
   *
   * @param ratio not negative
   */
  public static String text(double ratio) {
    if (!Double.isFinite(ratio)) {
      return Double.isNaN(ratio) ? "unknown" : "∞";
    }
    if (ratio == Double.MAX_VALUE) {
      return "> 1e308";
    }
    if (Math.abs(ratio - 1) <= ATTAINED) {
      return "1.000";
    }
    if (ratio == 0) {
      return "0";
    }
    if (ratio < FINE || ratio >= COARSE) {
      return scientific(ratio, 1);
    }
    if (ratio > 1 && ratio - 1 < FINE) {
      return "1 + " + scientific(ratio - 1, 1);
    }
    RoundingMode mode = ratio < 1 ? RoundingMode.DOWN : RoundingMode.HALF_EVEN;
    return Decimals.shortest(ratio).setScale(3, mode).toPlainString();
  }

  /**
   * A chance to two significant digits, never rounded down: {@code 1e-12}.
   *
   * @param chance above 0
   */
  public static String chance(double chance) {
    return Decimals.shortest(chance)
        .round(new MathContext(2, RoundingMode.CEILING))
        .stripTrailingZeros()
        .toString()
        .replace('E', 'e');
  }

  /**
   * What a refutation rests on: {@code certified}, or {@code by a sample: at most 1e-12 chance that
   * the sample misled}.
   *
   * @param doubt chance that a random sample misled; 0 if there is none
   */
  public static String assurance(double doubt) {
    return doubt == 0
        ? "certified"
        : "by a sample: at most " + chance(doubt) + " chance that the sample misled";
  }

  /** A number to four significant digits. */
  public static String number(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double magnitude = Math.abs(value);
    BigDecimal rounded = Decimals.shortest(value).round(new MathContext(4)).stripTrailingZeros();
    return magnitude < FINE || magnitude >= COARSE ? scientific(value, 3) : rounded.toPlainString();
  }

  /** A number to four significant digits, or as many more as tell it from another. */
  public static String number(double value, double other) {
    String text = number(value);
    if (value == other || !text.equals(number(other))) {
      return text;
    }
    return IntStream.rangeClosed(5, 17)
        .mapToObj(MathContext::new)
        .filter(digits -> rounded(value, digits).compareTo(rounded(other, digits)) != 0)
        .findFirst()
        .map(digits -> rounded(value, digits).stripTrailingZeros().toString())
        .orElse(text);
  }

  private static BigDecimal rounded(double value, MathContext digits) {
    return Decimals.shortest(value).round(digits);
  }

  private static String scientific(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "e", Decimals.shortest(value));
  }

  /**
   * A part of a whole in percent: {@code 0 %}, {@code < 0.01 %}, {@code 12.34 %}, {@code 100 %}.
   */
  public static String percent(long part, long whole) {
    if (part == 0 || whole == 0) {
      return "0 %";
    }
    if (part == whole) {
      return "100 %";
    }
    double percent = 100.0 * part / whole;
    if (percent < 0.01) {
      return "< 0.01 %";
    }
    return percent > 99.99 ? "> 99.99 %" : String.format(Locale.ROOT, "%.2f %%", percent);
  }
}
