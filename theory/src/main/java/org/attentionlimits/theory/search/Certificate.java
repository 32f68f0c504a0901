package org.attentionlimits.theory.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Real;

/**
 * Proof by computation that a claim is violated: enclosures of both sides at the printed decimals
 * of an instance, the left side's lower bound being above the right side's upper bound.
 *
 * @param digits significant digits carried
 * @param logarithmic whether the bounds are those of the sides' natural logarithms, the sides being
 *     too large or too small to be written
 * @param leftAtLeast a lower bound of the left side
 * @param rightAtMost an upper bound of the right side
 * @param doubt chance that a random sample on which a bound rests misled; 0 if there is none, the
 *     bounds being proven
 */
public record Certificate(
    int digits, boolean logarithmic, BigDecimal leftAtLeast, BigDecimal rightAtMost, double doubt) {

  private static final int SHOWN_DIGITS = 50;

  /** Rejects bounds that show no violation. */
  public Certificate {
    if (!(leftAtLeast.compareTo(rightAtMost) > 0)) {
      throw new IllegalArgumentException(
          "left must be above right: " + leftAtLeast + " and " + rightAtMost);
    }
  }

  /** The certificate that an instance violates a claim, if it certainly does. */
  public static <I extends Instance<I>> Optional<Certificate> of(Claim<I> claim, I instance) {
    return of(claim.evaluate(instance, Claim.PRINTED));
  }

  /**
   * The certificate that an evaluation at the printed decimals of an instance, to {@link
   * Claim#CERTIFYING_DIGITS}, shows a violation, if it certainly does.
   */
  public static Optional<Certificate> of(Evaluation evaluation) {
    if (evaluation.outcome() != Outcome.VIOLATED) {
      return Optional.empty();
    }
    Real left = evaluation.left();
    Real right = evaluation.right();
    return left.certainlyAbove(right)
        ? Optional.of(of(false, left, right, evaluation.doubt()))
        : Optional.of(
            of(
                evaluation.isLogarithmic(),
                evaluation.comparedLeft(),
                evaluation.comparedRight(),
                evaluation.doubt()));
  }

  /** The bounds in words. */
  public String text() {
    String sides =
        logarithmic
            ? "left at least exp(%s), right at most exp(%s)"
            : "left at least %s, right at most %s";
    return (doubt == 0 ? "certified to " : "to ")
        + digits
        + (doubt == 0 ? " digits: " : " digits, by a sample: ")
        + String.format(Locale.ROOT, sides, leftAtLeast, rightAtMost);
  }

  private static Certificate of(boolean logarithmic, Real left, Real right, double doubt) {
    BigDecimal leftAtLeast = round(left.lower(), RoundingMode.FLOOR);
    BigDecimal rightAtMost = round(right.upper(), RoundingMode.CEILING);
    boolean apart = leftAtLeast.compareTo(rightAtMost) > 0;
    return new Certificate(
        Claim.CERTIFYING_DIGITS,
        logarithmic,
        apart ? leftAtLeast : left.lower(),
        apart ? rightAtMost : right.upper(),
        doubt);
  }

  private static BigDecimal round(BigDecimal bound, RoundingMode mode) {
    return bound.round(new MathContext(SHOWN_DIGITS, mode)).stripTrailingZeros();
  }
}
