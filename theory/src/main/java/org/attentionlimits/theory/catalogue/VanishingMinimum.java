package org.attentionlimits.theory.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.NormalizerJacobian;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Whether a normaliser whose smallest value vanishes has a Jacobian without bound; T times it. */
final class VanishingMinimum {

  /** Most tokens for which the full matrix is decomposed. */
  private static final int DENSE_TOKENS = 16;

  /** Normalisers that would inherit what softmax has: {@code inf F = 0}. */
  private static final Set<PositiveFunction> INHERITING =
      EnumSet.of(PositiveFunction.LOGISTIC, PositiveFunction.SOFTPLUS);

  /** Most tokens to which one is added. */
  private static final int FEW_TOKENS = 3;

  /** How far below zero and the row's smallest logit a token is added, in temperatures. */
  private static final long FAR = 32;

  /** {@code ‖J‖₂} without bound as the row's least F tends to zero. */
  static final Claim<FunctionRow> CLAIM =
      Claim.about(FunctionRow.TYPE)
          .named("prose-vanishing-minimum")
          .from(
              Provenance.PROSE,
              "Discussion, \"any normaliser with a vanishing minimum value will inherit the same"
                  + " instability\"")
          .as(Standing.STATED)
          .saying(
              "\\inf F = 0 \\;\\Rightarrow\\; \\|J(\\ell,\\ell_{n+1})\\|_2 \\to \\infty"
                  + " \\text{ as } F(\\ell_{n+1}) \\to 0, \\; T \\text{ fixed}",
              "if the values of F come near to zero, the norm of the Jacobian grows without bound"
                  + " at a fixed temperature as the smallest value of F in the row vanishes")
          .judgedBy(
              "read off along a token that is added 32 T below zero and below every other logit. The"
                  + " left side is twice the norm without that token, the right side the norm with it:"
                  + " a norm that does not even double is said not to grow")
          .where(
              "F(x) = 1/(1 + e^-x) and F(x) = ln(1 + e^x), whose infimum is zero as softmax's is; 2 or 3"
                  + " tokens",
              List.of(
                  new Hypothesis<>(
                      "F(x) = 1/(1 + e^-x) or F(x) = ln(1 + e^x)",
                      row -> INHERITING.contains(row.function())),
                  new Hypothesis<>(
                      "2 or 3 tokens", row -> row.tokens() > 1 && row.tokens() <= FEW_TOKENS)))
          .specially(
              "For all of these F, and for softmax, the slope is at most F, and T times the norm at"
                  + " most 1/2, whatever the row. With softmax, two tied logits keep T times the norm at about 1/2 while the bound of"
                  + " lemma-2 grows like e^(2t)/3 with the depth t of the added token.")
          .refutedIn("proofs.html#prose-vanishing-minimum")
          .needing("a token added far below the others")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(
                      jacobian(row, arithmetic).spectralNorm().times(2),
                      norm(row, arithmetic.of(FAR))));

  /** {@code ‖J‖₂ ≤ (1/2) max_j |F'_j|/F_j}. */
  static final Claim<FunctionRow> LOG_SLOPE =
      Claim.about(FunctionRow.TYPE)
          .named("jacobian-by-log-slope")
          .from(
              Provenance.OURS, "Discussion, a vanishing minimum: what bounds the Jacobian instead")
          .as(Standing.CORRECTED, "prose-vanishing-minimum")
          .saying(
              "\\|J\\|_2 \\le \\frac12 \\max_j \\frac{|F'(\\ell_j)|}{F(\\ell_j)}",
              "the spectral norm of a normaliser's Jacobian is at most half of the steepest slope of"
                  + " ln F on the row, however small F is")
          .where("at most 16 tokens", row -> row.tokens() <= DENSE_TOKENS)
          .specially(
              "A single token: the left side is zero. Softmax's ln F has the slope 1/T everywhere:"
                  + " the bound is corollary-3-sharp's 1/(2T), attained by two tied logits.")
          .provenIn("proofs.html#jacobian-by-log-slope")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(
                      jacobian(row, arithmetic).spectralNorm(),
                      row.slopes(arithmetic)
                          .dividedBy(row.values(arithmetic))
                          .abs()
                          .max()
                          .dividedBy(arithmetic.of(2))));

  private VanishingMinimum() {}

  private static NormalizerJacobian jacobian(FunctionRow row, Arithmetic arithmetic) {
    return new NormalizerJacobian(row.values(arithmetic), row.slopes(arithmetic));
  }

  /** {@code T‖J‖₂} with a token added so many temperatures below zero and the others. */
  private static Real norm(FunctionRow row, Real depth) {
    Arithmetic arithmetic = depth.arithmetic();
    Real added = row.scaled(arithmetic).min().min(arithmetic.of(0)).minus(depth);
    return new NormalizerJacobian(
            arithmetic.vector(with(row.values(arithmetic), row.function().value(added))),
            arithmetic.vector(with(row.slopes(arithmetic), row.function().slope(added))))
        .spectralNorm();
  }

  private static Real[] with(Vec others, Real added) {
    return IntStream.rangeClosed(0, others.size())
        .mapToObj(i -> i < others.size() ? others.get(i) : added)
        .toArray(Real[]::new);
  }
}
