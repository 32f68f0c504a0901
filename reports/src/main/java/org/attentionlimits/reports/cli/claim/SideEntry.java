package org.attentionlimits.reports.cli.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.real.Real;

/**
 * A side of a claim at an instance.
 *
 * @param text for people: the number where it is known to twelve digits, else what it lies between,
 *     and {@code exp(x)} of a side too large or too small for a double
 * @param value rounded to double precision
 * @param atLeast a lower bound, a decimal; absent if there is none
 * @param atMost an upper bound, a decimal; absent if there is none
 */
record SideEntry(String text, double value, Optional<String> atLeast, Optional<String> atMost) {

  private static final double KNOWN = 1e-12;
  private static final double SMALL = 1e-300;
  private static final double LARGE = 1e300;

  private static final MathContext DOWN = new MathContext(50, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(50, RoundingMode.CEILING);
  private static final MathContext SHORT_DOWN = new MathContext(6, RoundingMode.FLOOR);
  private static final MathContext SHORT_UP = new MathContext(6, RoundingMode.CEILING);

  static SideEntry left(Evaluation evaluation) {
    return of(evaluation.left(), evaluation.comparedLeft(), evaluation.isLogarithmic());
  }

  static SideEntry right(Evaluation evaluation) {
    return of(evaluation.right(), evaluation.comparedRight(), evaluation.isLogarithmic());
  }

  private static SideEntry of(Real side, Real compared, boolean logarithmic) {
    boolean isBounded = side.isBounded();
    return new SideEntry(
        logarithmic && isBeyondDoubles(side) ? "exp(" + text(compared) + ")" : text(side),
        side.value(),
        isBounded ? Optional.of(plain(side.lower().round(DOWN))) : Optional.empty(),
        isBounded ? Optional.of(plain(side.upper().round(UP))) : Optional.empty());
  }

  private static boolean isBeyondDoubles(Real side) {
    double size = Math.abs(side.value());
    return !(size > SMALL && size < LARGE);
  }

  private static String text(Real side) {
    if (!side.isBounded()) {
      return "unknown";
    }
    BigDecimal width = side.upper().subtract(side.lower());
    boolean isKnown = width.compareTo(BigDecimal.valueOf(KNOWN * Math.abs(side.value()))) <= 0;
    return isKnown
        ? Decimals.print(side.value())
        : "between "
            + plain(side.lower().round(SHORT_DOWN))
            + " and "
            + plain(side.upper().round(SHORT_UP));
  }

  private static String plain(BigDecimal bound) {
    return bound.signum() == 0 ? "0" : bound.stripTrailingZeros().toString();
  }
}
