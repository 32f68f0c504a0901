package org.attentionlimits.theory.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * Reads off whether a quantity that is not negative tends to zero along a family, from its values
 * at the family's lengths n = 4, 8, 16, 32: it does if at 32 it is at most half of the larger of
 * those at 4 and 8 (of that at 16, if both are zero), or at most 10⁻⁶, or zero at 4, 8 and 16. A
 * quantity that falls like {@code n^{−p}} with {@code p ≥ 1/3} passes; one that is near another
 * limit, or grows, does not.
 *
 * <p>Four values tell nothing of a limit by themselves. A claim judged by this rule must speak only
 * of families of which the documentation works the limit out, and along which the rule never denies
 * a limit of zero.
 */
final class Limit {

  /** The rule in words. */
  static final String RULE =
      "read off at n = 4, 8, 16, 32: a quantity tends to zero if at n = 32 it is at most half of the"
          + " larger of its values at n = 4 and 8 (of that at 16, if both are zero), or at most 1e-6,"
          + " or was zero at n = 4, 8 and 16";

  private static final int EARLY = 8;
  private static final int LATER = 16;
  private static final long MILLION = 1_000_000;

  private final List<Evaluation.Point> curve = new ArrayList<>();
  private final Real half;
  private final Real last;

  private Limit(GrowingRow family, Arithmetic arithmetic, Function<EmbeddedRow, Real> quantity) {
    Real zero = arithmetic.of(0);
    Real early = zero;
    Real latest = zero;
    for (int n : GrowingRow.lengths()) {
      latest = quantity.apply(family.row(n));
      curve.add(new Evaluation.Point(n, latest.certainlyAbove(zero) ? latest.value() : 0));
      boolean counts = n <= EARLY || (n <= LATER && early.certainlyAtMost(zero));
      early = counts ? early.max(latest) : early;
    }
    this.half = early.dividedBy(2);
    this.last = latest;
  }

  /** That the quantity tends to zero. */
  static Evaluation vanishes(
      GrowingRow family, Arithmetic arithmetic, Function<EmbeddedRow, Real> quantity) {
    Limit limit = new Limit(family, arithmetic, quantity);
    Real zero = arithmetic.of(0);
    Real last = limit.half.certainlyAtMost(zero) ? zero : limit.last;
    Real nothing = arithmetic.ratio(1, MILLION);
    return Evaluation.atMost(last, limit.half.max(nothing)).withCurve(limit.curve);
  }

  /** That the quantity does not tend to zero. */
  static Evaluation persists(
      GrowingRow family, Arithmetic arithmetic, Function<EmbeddedRow, Real> quantity) {
    Limit limit = new Limit(family, arithmetic, quantity);
    return Evaluation.atMost(limit.half, limit.last).withCurve(limit.curve);
  }
}
