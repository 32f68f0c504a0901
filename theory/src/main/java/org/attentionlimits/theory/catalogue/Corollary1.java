package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Bounds of softmax weights by the norms of query and keys; compared in the log domain. */
final class Corollary1 {

  /** {@code e^{−2Δ/T}/n ≤ α_i ≤ e^{2Δ/T}/n}, Δ with the largest key norm. */
  static final Claim<QueryKeys> MAX =
      Claim.about(QueryKeys.TYPE)
          .named("corollary-1-max")
          .from(
              Provenance.PRINTED,
              "Corollary 1, which prints Δ = ‖q‖₂‖k‖₂ without an index; read with the largest key norm,"
                  + " as its proof bounds every |ℓ_i|")
          .as(Standing.STATED)
          .saying(
              "\\frac{e^{-2\\Delta/T}}{n} \\le \\alpha_i \\le \\frac{e^{2\\Delta/T}}{n},"
                  + " \\quad \\Delta = \\|q\\|_2 \\max_j \\|k_j\\|_2",
              "every softmax weight is within a factor exp(2Δ/T) of 1/n, where Δ is the query's"
                  + " norm times the largest key norm")
          .specially(
              "A single token has weight 1 = 1/n. Zero keys or a zero query make every "
                  + "weight 1/n, exactly. Compared by logarithms, so no exponential overflows or "
                  + "underflows.")
          .provenIn("proofs.html#corollary-1-max")
          .evaluatedBy(Corollary1::max);

  /** {@code e^{−2Δ_i/T}/n ≤ α_i ≤ e^{2Δ_i/T}/n}, Δ_i with the token's own key norm. */
  static final Claim<QueryKeys> OWN =
      Claim.about(QueryKeys.TYPE)
          .named("corollary-1-own")
          .from(
              Provenance.PRINTED,
              "Corollary 1, which prints Δ = ‖q‖₂‖k‖₂ without an index; read with the token's own key")
          .asVariantOf(
              "corollary-1-max",
              "The proof bounds every |ℓ_i| by the largest key norm; a weight depends on all keys,"
                  + " not on its own alone.")
          .saying(
              "\\frac{e^{-2\\Delta_i/T}}{n} \\le \\alpha_i \\le \\frac{e^{2\\Delta_i/T}}{n},"
                  + " \\quad \\Delta_i = \\|q\\|_2 \\|k_i\\|_2",
              "every softmax weight is within a factor exp(2Δ/T) of 1/n, where Δ is the query's"
                  + " norm times the norm of the token's own key")
          .specially(
              "A token whose own key is zero is claimed to have weight exactly 1/n, "
                  + "whatever the other keys are. Compared by logarithms.")
          .evaluatedBy(Corollary1::own);

  /**
   * The same with n in the right places; attained by keys along the query, one opposite to the
   * rest.
   */
  static final Claim<QueryKeys> SHARP =
      Claim.about(QueryKeys.TYPE)
          .named("corollary-1-sharp")
          .from(Provenance.OURS, "sharper form of Corollary 1")
          .as(Standing.SHARPER, "corollary-1-max", "corollary-1-own")
          .saying(
              "\\frac{1}{1+(n-1)e^{2\\Delta/T}} \\le \\alpha_i \\le"
                  + " \\frac{1}{1+(n-1)e^{-2\\Delta/T}},"
                  + " \\quad \\Delta = \\|q\\|_2 \\max_j \\|k_j\\|_2",
              "every softmax weight lies between the extremes reached when one logit is at one end"
                  + " of [-Δ, Δ] and all others at the other")
          .specially(
              "A single token: both bounds are 1. A zero query: both are 1/n. Compared by "
                  + "logarithms.")
          .provenIn("proofs.html#corollary-1-sharp")
          .evaluatedBy(Corollary1::sharp);

  private Corollary1() {}

  private static Evaluation max(QueryKeys instance, Arithmetic arithmetic) {
    Real exponent = exponent(instance, arithmetic);
    Real logMean = arithmetic.of(instance.tokens()).log().negated();
    return between(
        logMean.minus(exponent), instance.logWeights(arithmetic), logMean.plus(exponent));
  }

  private static Evaluation own(QueryKeys instance, Arithmetic arithmetic) {
    Real scale =
        instance.queryNorm(arithmetic).times(2).dividedBy(arithmetic.input(instance.temperature()));
    Vec exponents = instance.keyNorms(arithmetic).times(scale);
    Vec logWeights = instance.logWeights(arithmetic);
    Real logMean = arithmetic.of(instance.tokens()).log().negated();
    Evaluation worst = null;
    for (int i = 0; i < instance.tokens(); i++) {
      Real weight = logWeights.get(i);
      Evaluation one =
          Evaluation.atMostLog(logMean.minus(exponents.get(i)), weight)
              .and(Evaluation.atMostLog(weight, logMean.plus(exponents.get(i))));
      worst = worst == null ? one : worst.and(one);
    }
    return worst;
  }

  private static Evaluation sharp(QueryKeys instance, Arithmetic arithmetic) {
    if (instance.tokens() == 1) {
      Real zero = arithmetic.of(0);
      return between(zero, instance.logWeights(arithmetic), zero);
    }
    Real exponent = exponent(instance, arithmetic);
    Real decay = exponent.negated().exp();
    int others = instance.tokens() - 1;
    Real lower = decay.plus(others).log().plus(exponent).negated();
    Real upper = decay.times(others).plus(1).log().negated();
    return between(lower, instance.logWeights(arithmetic), upper);
  }

  /** {@code 2Δ/T}. */
  private static Real exponent(QueryKeys instance, Arithmetic arithmetic) {
    return instance
        .queryNorm(arithmetic)
        .times(instance.keyNorms(arithmetic).max())
        .times(2)
        .dividedBy(arithmetic.input(instance.temperature()));
  }

  private static Evaluation between(Real lower, Vec logWeights, Real upper) {
    return Evaluation.atMostLog(lower, logWeights.min())
        .and(Evaluation.atMostLog(logWeights.max(), upper));
  }
}
