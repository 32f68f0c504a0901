package org.attentionlimits.theory.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;

/**
 * Proof by computation that a claim is violated: enclosures of both sides at the printed decimals
 * of an instance, the left side's lower bound being above the right side's upper bound.
 *
 * @param digits significant digits carried
 * @param leftAtLeast a lower bound of the left side
 * @param rightAtMost an upper bound of the right side
 */
public record Certificate(int digits, BigDecimal leftAtLeast, BigDecimal rightAtMost) {

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
    int digits = Claim.CERTIFYING_DIGITS;
    Evaluation evaluation = claim.evaluate(instance, Arithmetic.printed(digits));
    if (evaluation.outcome() != Outcome.VIOLATED) {
      return Optional.empty();
    }
    BigDecimal left = round(evaluation.left().lower(), RoundingMode.FLOOR);
    BigDecimal right = round(evaluation.right().upper(), RoundingMode.CEILING);
    return left.compareTo(right) > 0
        ? Optional.of(new Certificate(digits, left, right))
        : Optional.empty();
  }

  private static BigDecimal round(BigDecimal bound, RoundingMode mode) {
    return bound.round(new MathContext(SHOWN_DIGITS, mode)).stripTrailingZeros();
  }
}
