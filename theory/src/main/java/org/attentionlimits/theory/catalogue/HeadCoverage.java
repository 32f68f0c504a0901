package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** How likely it is that at least one of several heads separates a token. */
final class HeadCoverage {

  /** Most heads whose 2^H outcomes are gone through. */
  private static final int MOST_HEADS = 10;

  private static final double EIGHTY_PERCENT = 0.8;
  private static final int THREE = 3;

  /** The probability of the outcomes in which a head separates is {@code 1 − (1−p)^H}. */
  static final Claim<HeadGroup> FORMULA =
      Claim.about(HeadGroup.TYPE)
          .named("head-coverage")
          .from(Provenance.PROSE, "Discussion, independent heads")
          .as(Standing.IDENTITY)
          .saying(
              "\\sum_{b\\in\\{0,1\\}^H, \\, b\\ne 0} \\; \\prod_{h=1}^{H} p^{b_h}(1-p)^{1-b_h}"
                  + " = 1-(1-p)^H",
              "H independent heads, each of which separates a token with probability p, cover it"
                  + " with probability 1 - (1-p)^H, as all outcomes add up to")
          .specially(
              "p = 0: both sides are zero. p = 1: both are one. The right side is summed as p times "
                  + "the powers of 1 - p below the H-th, without cancellation for small p.")
          .where("at most 10 heads", group -> group.heads() <= MOST_HEADS)
          .provenIn("proofs.html#head-coverage")
          .evaluatedBy(
              (group, arithmetic) -> {
                Real p = arithmetic.input(group.separability());
                Real q = arithmetic.of(1).minus(p);
                return Evaluation.equal(
                    covered(arithmetic.of(1), group.heads(), false, p, q),
                    p.times(powers(q, group.heads())));
              });

  /** {@code (1−p)^H ≤ 1/100} for p ≥ 0.8, H ≥ 3; {@code ≥ 1/100} for p ≤ 0.8, H < 3. */
  static final Claim<HeadGroup> THREE_HEADS =
      Claim.about(HeadGroup.TYPE)
          .named("head-coverage-three")
          .from(Provenance.PROSE, "Discussion, three heads at p = 0.8")
          .as(Standing.IDENTITY)
          .saying(
              "(1-p)^H \\le \\tfrac{1}{100} \\text{ for } p \\ge 0.8,\\, H \\ge 3,"
                  + " \\qquad (1-p)^H \\ge \\tfrac{1}{100} \\text{ for } p \\le 0.8,\\, H < 3",
              "at a separability of 0.8 three heads leave at most 1 % uncovered, and fewer leave"
                  + " more")
          .specially(
              "At p = 0.8 two heads leave 4 % and three 0.8 %, so how 0.8 is rounded does not "
                  + "matter. p = 1 leaves nothing.")
          .where(
              "p at least 0.8 and three heads or more, or p at most 0.8 and fewer",
              group ->
                  group.heads() >= THREE
                      ? group.separability() >= EIGHTY_PERCENT
                      : group.separability() <= EIGHTY_PERCENT)
          .provenIn("proofs.html#head-coverage-three")
          .evaluatedBy(HeadCoverage::three);

  /** {@code 1 − (1−p)^H ≤ min(1, Hp)}, which heads that take turns cover. */
  static final Claim<HeadGroup> DEPENDENT =
      Claim.about(HeadGroup.TYPE)
          .named("head-coverage-dependent")
          .from(Provenance.OURS, "Discussion, heads that need not be independent")
          .as(Standing.SHARPER, "head-coverage")
          .saying(
              "1-(1-p)^H \\le \\sum_{h=1}^{H}\\min\\{p,\\,1-c_{h-1}\\} = \\min\\{1, Hp\\},"
                  + " \\quad c_h = c_{h-1}+\\min\\{p,\\,1-c_{h-1}\\}, \\; c_0 = 0",
              "heads that each separate a token with probability p cover at most min(1, Hp) together,"
                  + " however they depend on each other; heads that take turns, each adding what the"
                  + " ones before it leave, cover that much, and independent heads no more")
          .specially(
              "p = 0: all are zero. p = 1: all are one. A single head covers p either way. At p = 0.8"
                  + " two heads can cover everything.")
          .where("at most 10 heads", group -> group.heads() <= MOST_HEADS)
          .provenIn("proofs.html#head-coverage-dependent")
          .evaluatedBy(HeadCoverage::dependent);

  private HeadCoverage() {}

  private static Evaluation dependent(HeadGroup group, Arithmetic arithmetic) {
    Real one = arithmetic.of(1);
    Real p = arithmetic.input(group.separability());
    Real most = p.times(arithmetic.of(group.heads())).min(one);
    Real independent = p.times(powers(one.minus(p), group.heads()));
    Real turns = arithmetic.of(0);
    for (int h = 0; h < group.heads(); h++) {
      turns = turns.plus(p.min(one.minus(turns)));
    }
    return Evaluation.atMost(independent, most).and(Evaluation.equal(turns, most));
  }

  private static Evaluation three(HeadGroup group, Arithmetic arithmetic) {
    Real q = arithmetic.of(1).minus(arithmetic.input(group.separability()));
    Real uncovered = arithmetic.of(1);
    for (int h = 0; h < group.heads(); h++) {
      uncovered = uncovered.times(q);
    }
    Real hundredth = arithmetic.ratio(1, 100);
    return group.heads() >= THREE
        ? Evaluation.atMost(uncovered, hundredth)
        : Evaluation.atMost(hundredth, uncovered);
  }

  /** The chance of all outcomes of some more heads in which one separates, or has done so. */
  private static Real covered(Real chance, int heads, boolean already, Real p, Real q) {
    if (heads == 0) {
      return already ? chance : chance.arithmetic().of(0);
    }
    return covered(chance.times(p), heads - 1, true, p, q)
        .plus(covered(chance.times(q), heads - 1, already, p, q));
  }

  /** {@code 1 + q + … + q^{H−1}}. */
  private static Real powers(Real q, int heads) {
    Real sum = q.arithmetic().of(0);
    for (int h = 0; h < heads; h++) {
      sum = sum.times(q).plus(1);
    }
    return sum;
  }
}
