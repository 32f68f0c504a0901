package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.DenseJacobian;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;

/** Bounds of the spectral norm of softmax's Jacobian, and the norm itself. */
final class Corollary3 {

  /** Most tokens for which the dense eigendecomposition is asked. */
  static final int DENSE_TOKENS = 32;

  private static final Memo.Quantity<LogitRow, Real> NORM =
      (row, arithmetic) -> jacobian(row, arithmetic).spectralNorm();

  /** {@code ‖J‖₂ ≤ min{1/(4T), √2}}. */
  static final Claim<LogitRow> MINIMUM =
      Claim.about(LogitRow.TYPE)
          .named("corollary-3")
          .from(Provenance.PRINTED, "Corollary 3")
          .as(Standing.STATED)
          .saying(
              "\\|J\\|_2 \\le \\min\\Bigl\\{\\frac{1}{4T},\\sqrt2\\Bigr\\}",
              "the spectral norm of softmax's Jacobian is at most the smaller of 1/(4T) and √2")
          .specially(
              "A single token has J = 0. Two tied logits have the norm 1/(2T): twice the first arm at"
                  + " every temperature. Below T = 1/(4 root 2) the second arm is the smaller one.")
          .withSupremum(
              "2 while T is at least 1/(4√2), and 1/(2√2 T) below, which has no bound as T falls:"
                  + " two tied logits attain the largest norm, 1/(2T) (corollary-3-sharp). For the"
                  + " entries of the Jacobian 1/(4T) is a true bound (corollary-3-entry)")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(
                      norm(row, arithmetic),
                      quarter(row, arithmetic).min(arithmetic.of(2).sqrt())));

  /** {@code ‖J‖₂ ≤ 1/(4T)}. */
  static final Claim<LogitRow> TEMPERATURE =
      Claim.about(LogitRow.TYPE)
          .named("corollary-3-temperature")
          .from(Provenance.PRINTED, "Corollary 3, first arm of the minimum")
          .as(Standing.PART, "corollary-3")
          .saying(
              "\\|J\\|_2 \\le \\frac{1}{4T}",
              "the spectral norm of softmax's Jacobian is at most 1/(4T)")
          .specially(
              "A single token has J = 0. Two tied logits are the row of the largest norm, "
                  + "1/(2T). A saturated row, whose other weights underflow, has a norm near "
                  + "zero that is enclosed without cancellation.")
          .withSupremum("2, attained by two tied logits at every temperature (corollary-3-sharp)")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(norm(row, arithmetic), quarter(row, arithmetic)));

  /** {@code ‖J‖₂ ≤ √2}. */
  static final Claim<LogitRow> SQRT_2 =
      Claim.about(LogitRow.TYPE)
          .named("corollary-3-sqrt2")
          .from(Provenance.PRINTED, "Corollary 3, second arm of the minimum")
          .as(Standing.PART, "corollary-3")
          .saying(
              "\\|J\\|_2 \\le \\sqrt{2}",
              "the spectral norm of softmax's Jacobian is at most √2, at any" + " temperature")
          .specially(
              "A single token has J = 0. Above T = 1/(2 root 2) no row can break it; "
                  + "below, two tied logits do.")
          .withSupremum(
              "1/(2√2 T), attained by two tied logits (corollary-3-sharp): without bound as T falls")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(norm(row, arithmetic), arithmetic.of(2).sqrt()));

  /** {@code max_ij |J_ij| ≤ 1/(4T)}. */
  static final Claim<LogitRow> ENTRY =
      Claim.about(LogitRow.TYPE)
          .named("corollary-3-entry")
          .from(Provenance.OURS, "what 1/(4T) does bound in Corollary 3")
          .as(Standing.SHARPER, "corollary-3")
          .saying(
              "\\max_{ij}|J_{ij}| \\le \\frac{1}{4T}",
              "every entry of softmax's Jacobian is at most 1/(4T) in magnitude")
          .specially("A single token has J = 0. Two tied logits attain it at every temperature.")
          .provenIn("proofs.html#corollary-3-entry")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(
                      jacobian(row, arithmetic).largestEntry(), quarter(row, arithmetic)));

  /** {@code ‖J‖₂ ≤ (2/T) max_i α_i(1−α_i) ≤ 1/(2T)}. */
  static final Claim<LogitRow> SHARP =
      Claim.about(LogitRow.TYPE)
          .named("corollary-3-sharp")
          .from(Provenance.OURS, "correct form of Corollary 3; also arXiv:2510.23012")
          .as(Standing.CORRECTED, "corollary-3", "corollary-3-temperature", "corollary-3-sqrt2")
          .saying(
              "\\|J\\|_2 \\le \\frac{2}{T}\\max_i \\alpha_i(1-\\alpha_i) \\le \\frac{1}{2T}",
              "the spectral norm of softmax's Jacobian is at most (2/T) max α(1-α), and that at"
                  + " most 1/(2T)")
          .specially(
              "A single token has J = 0 and both bounds are zero or above. Every row of "
                  + "two tokens attains the first bound, two tied ones the second.")
          .provenIn("proofs.html#corollary-3-sharp")
          .evaluatedBy(Corollary3::sharp);

  /** {@code Σ α_i²/(α_i − λ) = 1} between the two largest weights, at λ = T‖J‖₂. */
  static final Claim<LogitRow> EXACT =
      Claim.about(LogitRow.TYPE)
          .named("jacobian-exact")
          .from(Provenance.OURS, "exact form of Corollary 3")
          .as(Standing.SHARPER, "corollary-3")
          .saying(
              "\\|J\\|_2 = \\lambda/T, \\quad \\sum_i \\frac{\\alpha_i^2}{\\alpha_i-\\lambda} = 1,"
                  + " \\quad \\alpha_{(2)} \\le \\lambda \\le \\alpha_{(1)}",
              "the spectral norm of softmax's Jacobian is the root of the secular equation between"
                  + " the two largest weights, as the eigenvalues of the full matrix confirm")
          .specially(
              "A single token: both sides are zero, n = 1 having no second weight. Equal "
                  + "largest weights: lambda is that weight. Weights that underflow are settled "
                  + "by the enclosures.")
          .provenIn("proofs.html#jacobian-exact")
          .where("at most 32 tokens", row -> row.tokens() <= DENSE_TOKENS)
          .evaluatedBy(Corollary3::exact);

  private Corollary3() {}

  private static SoftmaxJacobian jacobian(LogitRow row, Arithmetic arithmetic) {
    return new SoftmaxJacobian(row.weights(arithmetic), row.temperature());
  }

  /** {@code ‖J‖₂}. */
  private static Real norm(LogitRow row, Arithmetic arithmetic) {
    return row.known(NORM, arithmetic);
  }

  /** {@code 1/(4T)}. */
  private static Real quarter(LogitRow row, Arithmetic arithmetic) {
    return arithmetic.of(1).dividedBy(arithmetic.input(row.temperature()).times(4));
  }

  private static Evaluation sharp(LogitRow row, Arithmetic arithmetic) {
    Real bound = jacobian(row, arithmetic).gershgorinBound();
    Real half = arithmetic.of(1).dividedBy(arithmetic.input(row.temperature()).times(2));
    return Evaluation.atMost(norm(row, arithmetic), bound).and(Evaluation.atMost(bound, half));
  }

  private static Evaluation exact(LogitRow row, Arithmetic arithmetic) {
    Real dense =
        new DenseJacobian(row.weights(arithmetic))
            .largestEigenvalue()
            .dividedBy(arithmetic.input(row.temperature()));
    return Evaluation.equal(norm(row, arithmetic), dense);
  }
}
