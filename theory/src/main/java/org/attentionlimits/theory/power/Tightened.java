package org.attentionlimits.theory.power;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.real.Real;

/** Claims of the catalogue whose right side is made a little smaller, by their own formula. */
final class Tightened {

  /** Strictness that certificates can show: a right side less by this share of it. */
  static final double STRICT = 1e-12;

  private Tightened() {}

  /** The right side multiplied by {@code 1 − share}. */
  static <I extends Instance<I>> Mutant<I> of(Claim<I> claim, double share) {
    String name = share == STRICT ? "strict" : "less-" + percent(share).replace('.', '-');
    String mistake =
        share == STRICT ? "strict, by a share of " + STRICT : percent(share) + " % less";
    return mutant(claim, name, mistake, claim.statement().domain(), claim::admits, 1, share);
  }

  /**
   * A constant that is too small by a share of it, on a part of the claim's domain.
   *
   * @param name of the part
   * @param part in words
   * @param test whether an instance belongs to the part
   * @param constant the largest ratio of left to right on the part, as far as is known
   */
  static <I extends Instance<I>> Mutant<I> on(
      Claim<I> claim, String name, String part, Predicate<I> test, double constant, double share) {
    return mutant(
        claim,
        name + "-" + percent(share).replace('.', '-'),
        percent(share) + " % below the best constant for " + part,
        part,
        i -> claim.admits(i) && test.test(i),
        constant,
        share);
  }

  private static String percent(double share) {
    return Decimals.print(share * 100);
  }

  private static <I extends Instance<I>> Mutant<I> mutant(
      Claim<I> claim,
      String name,
      String mistake,
      String part,
      Predicate<I> test,
      double constant,
      double share) {
    String factor = new BigDecimal(constant * (1 - share)).toString();
    Claim<I> wrong =
        Claim.about(claim.type())
            .named(claim.id() + "-" + name)
            .saying("", claim.statement().words() + "; slip: " + mistake)
            .where(part, test)
            .evaluatedBy(
                (i, arithmetic) ->
                    scaled(claim.evaluate(i, arithmetic), arithmetic.decimal(factor)));
    return new Mutant<>(wrong, claim.id(), mistake, OptionalDouble.of(share));
  }

  private static Evaluation scaled(Evaluation sides, Real factor) {
    Evaluation scaled = scaledSides(sides, factor);
    return sides.doubt() > 0 ? scaled.withDoubt(sides.doubt()) : scaled;
  }

  private static Evaluation scaledSides(Evaluation sides, Real factor) {
    return sides.isLogarithmic()
        ? Evaluation.atMostLog(sides.comparedLeft(), sides.comparedRight().plus(factor.log()))
        : Evaluation.atMost(sides.left(), sides.right().times(factor));
  }
}
