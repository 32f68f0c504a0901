package org.attentionlimits.theory.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.SparsemaxJacobian;
import org.attentionlimits.theory.normalize.Descending;
import org.attentionlimits.theory.normalize.Entmax15;
import org.attentionlimits.theory.normalize.Sparsemax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Normalisers that give zeros, and what they do to the Jacobian. */
final class Sparse {

  /** Most tokens for which the full matrix is decomposed. */
  private static final int DENSE_TOKENS = 16;

  private static final Arithmetic PRECISE = Arithmetic.exact(Claim.CERTIFYING_DIGITS);

  private static final Memo.Quantity<LogitRow, Descending> DESCENDING =
      (row, arithmetic) -> Descending.of(row.logits(arithmetic));

  /** The weights of sparsemax, [n]. */
  static final Memo.Quantity<LogitRow, Vec> SPARSEMAX_WEIGHTS =
      (row, arithmetic) -> new Sparsemax(row.temperature()).weights(descending(row, arithmetic));

  /** The weights of 1.5-entmax, [n]. */
  static final Memo.Quantity<LogitRow, Vec> ENTMAX_WEIGHTS =
      (row, arithmetic) -> new Entmax15(row.temperature()).weights(descending(row, arithmetic));

  /** Sparsemax: weight zero from T below the largest logit on. */
  static final Claim<LogitRow> SPARSEMAX =
      Claim.about(LogitRow.TYPE)
          .named("sparse")
          .from(Provenance.PROSE, "Discussion, sparse normalisation: sparsemax")
          .as(Standing.STATED)
          .saying(
              "\\alpha_i = 0 \\text{ if } \\ell_i \\le \\max_j \\ell_j - T,"
                  + " \\quad \\alpha = \\mathrm{sparsemax}(\\ell/T)",
              "sparsemax gives a weight of exactly zero to every token at least one temperature"
                  + " below the largest logit")
          .specially(
              "A token exactly T below is at the threshold if only one logit is larger, and has weight"
                  + " zero. One spike over far others has all the weight.")
          .where("a token at least T below the largest logit", row -> reaches(row, 1))
          .provenIn("proofs.html#sparse")
          .evaluatedBy((row, arithmetic) -> zeros(row, SPARSEMAX_WEIGHTS, 1, arithmetic));

  /** 1.5-entmax: weight zero from 2T below the largest logit on. */
  static final Claim<LogitRow> ENTMAX =
      Claim.about(LogitRow.TYPE)
          .named("sparse-entmax")
          .from(Provenance.PROSE, "Discussion, sparse normalisation: 1.5-entmax")
          .as(Standing.PART, "sparse")
          .saying(
              "\\alpha_i = 0 \\text{ if } \\ell_i \\le \\max_j \\ell_j - 2T,"
                  + " \\quad \\alpha = 1.5\\text{-entmax}(\\ell/T)",
              "1.5-entmax gives a weight of exactly zero to every token at least two temperatures"
                  + " below the largest logit")
          .specially(
              "A token exactly 2T below is at the threshold if only one logit is larger, and has weight"
                  + " zero.")
          .where("a token at least 2T below the largest logit", row -> reaches(row, 2))
          .provenIn("proofs.html#sparse-entmax")
          .evaluatedBy((row, arithmetic) -> zeros(row, ENTMAX_WEIGHTS, 2, arithmetic));

  /** {@code ‖J‖₂ = 1/T} if sparsemax selects two or more tokens, and 0 if one. */
  static final Claim<LogitRow> NORM =
      Claim.about(LogitRow.TYPE)
          .named("sparse-norm")
          .from(Provenance.OURS, "Discussion, sparse normalisation: the gradient")
          .as(Standing.SHARPER, "sparse")
          .saying(
              "\\|J\\|_2 = \\begin{cases} 1/T & |S| \\ge 2 \\\\ 0 & |S| = 1 \\end{cases},"
                  + " \\quad J = \\frac1T\\Bigl(\\mathrm{diag}\\,s-\\frac{ss^T}{|S|}\\Bigr),"
                  + " \\; s = 1_S, \\; S = \\{i : \\alpha_i > 0\\}",
              "the spectral norm of sparsemax's Jacobian is 1/T whenever two or more tokens are"
                  + " selected, so zeros alone do not tame it; with one selected token it is zero")
          .specially(
              "A single token, or one that is more than T above all others, has J = 0 exactly. Where a"
                  + " token is at the threshold, as the lower one of two that are T apart, sparsemax"
                  + " has a kink and no Jacobian: such rows are left out.")
          .where(
              "at most 16 tokens, each above or below the threshold, not at it, as far as 60 digits"
                  + " can tell",
              List.of(
                  new Hypothesis<>("at most 16 tokens", row -> row.tokens() <= DENSE_TOKENS),
                  new Hypothesis<>(
                      "no token at the threshold, as far as 60 digits can tell",
                      Sparse::isOffThreshold)))
          .provenIn("proofs.html#sparse-norm")
          .evaluatedBy(Sparse::norm);

  private Sparse() {}

  private static Descending descending(LogitRow row, Arithmetic arithmetic) {
    return row.known(DESCENDING, arithmetic);
  }

  /** Whether the smallest logit is so many temperatures below the largest, without rounding. */
  private static boolean reaches(LogitRow row, int temperatures) {
    double[] logits = row.logits();
    BigDecimal largest = new BigDecimal(Arrays.stream(logits).max().orElseThrow());
    BigDecimal least = new BigDecimal(Arrays.stream(logits).min().orElseThrow());
    BigDecimal reach = new BigDecimal(row.temperature()).multiply(BigDecimal.valueOf(temperatures));
    return largest.subtract(least).compareTo(reach) >= 0;
  }

  /** The largest weight of the tokens that far below; of those that may be, or zero. */
  static Evaluation zeros(
      LogitRow row,
      Memo.Quantity<LogitRow, Vec> ofNormalizer,
      int temperatures,
      Arithmetic arithmetic) {
    Vec logits = row.logits(arithmetic);
    Vec weights = row.known(ofNormalizer, arithmetic);
    Real largest = logits.max();
    Real reach = arithmetic.input(row.temperature()).times(temperatures);
    Real most = arithmetic.of(0);
    for (int i = 0; i < row.tokens(); i++) {
      Real depth = largest.minus(logits.get(i));
      if (!reach.certainlyAbove(depth)) {
        Real more = most.max(weights.get(i));
        most = reach.certainlyAtMost(depth) ? more : most.hull(more);
      }
    }
    return Evaluation.atMost(most, arithmetic.of(0));
  }

  private static boolean isOffThreshold(LogitRow row) {
    return new Sparsemax(row.temperature()).isSmoothAt(PRECISE.inputs(row.logits()));
  }

  private static Vec support(LogitRow row, Arithmetic arithmetic) {
    return new Sparsemax(row.temperature()).support(row.logits(arithmetic));
  }

  private static Evaluation norm(LogitRow row, Arithmetic arithmetic) {
    SparsemaxJacobian jacobian = new SparsemaxJacobian(support(row, arithmetic), row.temperature());
    Real zero = arithmetic.of(0);
    Real several = arithmetic.of(1).dividedBy(arithmetic.input(row.temperature()));
    Real one = arithmetic.of(1);
    Real selected = jacobian.selected();
    Real expected =
        selected.certainlyAbove(one)
            ? several
            : selected.certainlyAtMost(one) ? zero : zero.hull(several);
    return Evaluation.equal(jacobian.spectralNorm(), expected);
  }
}
