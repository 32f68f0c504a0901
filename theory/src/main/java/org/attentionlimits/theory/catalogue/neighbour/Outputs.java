package org.attentionlimits.theory.catalogue.neighbour;

import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.jacobian.OutputJacobian;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** How the output {@code o = Σ_i α_i v_i} of a row depends on its logits and on single tokens. */
final class Outputs {

  /** Most tokens for which the full matrix is decomposed. */
  private static final int DENSE_TOKENS = 16;

  /** Most tokens of which every two values are compared. */
  private static final int COMPARED_TOKENS = 32;

  /** {@code ‖∂o/∂ℓ‖₂ ≤ D(V)/(2√2T)}. */
  static final Claim<EmbeddedRow> BY_LOGITS =
      Claim.about(EmbeddedRow.TYPE)
          .named("output-by-logits")
          .from(Provenance.OURS, "the gradient of the output by the logits")
          .as(Standing.SHARPER)
          .saying(
              "\\Bigl\\|\\frac{\\partial o}{\\partial \\ell}\\Bigr\\|_2 \\le"
                  + " \\frac{\\max_{ij}\\|v_i - v_j\\|_2}{2\\sqrt2\\,T},"
                  + " \\quad o = \\sum_i \\alpha_i v_i",
              "the spectral norm of the output's Jacobian by the logits is at most the diameter of the"
                  + " values over 2 root 2 T")
          .specially("A single token, or equal values: both sides are zero.")
          .withSupremum("1, attained by two tied tokens")
          .provenIn("proofs.html#output-by-logits")
          .where("at most 16 tokens", row -> row.tokens() <= DENSE_TOKENS)
          .evaluatedBy(
              (row, arithmetic) -> {
                Vec[] values = row.embeddings(arithmetic);
                double temperature = row.row().temperature();
                Real norm =
                    new OutputJacobian(row.row().weights(arithmetic), values, temperature)
                        .spectralNorm();
                Real divisor =
                    arithmetic.of(2).sqrt().times(2).times(arithmetic.input(temperature));
                return Evaluation.atMost(norm, diameter(arithmetic, values).dividedBy(divisor));
              });

  /** {@code ‖o − o′‖ ≤ D max(α_j, α′_j) ≤ D/(1+(n−1)e^{−2a/T})}. */
  static final Claim<EmbeddedRow> REPLACE_ONE_TOKEN =
      Claim.about(EmbeddedRow.TYPE)
          .named("replace-one-token")
          .changingWithShift()
          .from(Provenance.OURS, "sharp form of what arXiv:1906.06755 says of one token replaced")
          .as(Standing.SHARPER)
          .saying(
              "\\|o - o'\\|_2 \\le D \\max\\{\\alpha_j, \\alpha'_j\\} \\le"
                  + " \\frac{D}{1+(n-1)e^{-2a/T}}, \\quad |\\ell_i| \\le a,"
                  + " \\; D = \\max_{ij}\\|v_i - v_j\\|_2",
              "a token whose key and value are replaced changes the output by at most the diameter of"
                  + " all values, the old and the new, times the larger of its weights, the old and the"
                  + " new; here the last token of the row replaces the one before it, so that n is one"
                  + " less than the row's tokens")
          .specially(
              "A single token is left out: there is none to replace. With two, n is 1: the output is the"
                  + " one value, and both bounds are D.")
          .withSupremum("1 in both, attained by a token that replaces the only one")
          .provenIn("proofs.html#replace-one-token")
          .where(
              "from two to 32 tokens",
              List.of(
                  new Hypothesis<>(Scaled.TWO_TOKENS, row -> row.tokens() >= 2),
                  new Hypothesis<>("at most 32 tokens", row -> row.tokens() <= COMPARED_TOKENS)))
          .evaluatedBy(Outputs::replaced);

  /** {@code ‖o − v_i‖ ≤ ((n−1)/(n−1+e^g)) max_j ‖v_j − v_i‖}, i the argmax. */
  static final Claim<EmbeddedRow> RETRIEVAL =
      Claim.about(EmbeddedRow.TYPE)
          .named("retrieval")
          .from(
              Provenance.OURS,
              "sharp form, for one row, of what arXiv:2008.02217 says of retrieval")
          .as(Standing.SHARPER)
          .saying(
              "\\|o - v_i\\|_2 \\le \\frac{n-1}{n-1+e^{g}} \\max_j \\|v_j - v_i\\|_2,"
                  + " \\quad i = \\mathrm{argmax}_k \\ell_k, \\; g = \\frac{\\ell_{(1)}-\\ell_{(2)}}{T}",
              "the output is as close to the value of the token with the largest logit as the gap"
                  + " between the two largest logits makes it")
          .specially("A single token has no gap and is left out. Two tied tokens attain the bound.")
          .withSupremum("1, attained by two tokens, and by tied others of one value")
          .provenIn("proofs.html#retrieval")
          .where(Scaled.TWO_TOKENS, row -> row.tokens() >= 2)
          .evaluatedBy(Outputs::retrieval);

  private Outputs() {}

  /** {@code max_ij ‖v_i − v_j‖₂}. */
  private static Real diameter(Arithmetic arithmetic, Vec... values) {
    Real largest = arithmetic.of(0);
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        Vec difference = values[i].minus(values[j]);
        largest = largest.max(difference.dot(difference));
      }
    }
    return largest.sqrt();
  }

  private static Evaluation retrieval(EmbeddedRow row, Arithmetic arithmetic) {
    Vec[] values = row.embeddings(arithmetic);
    Vec weights = row.row().weights(arithmetic);
    Vec own = values[row.row().top(1)[0]];
    Vec missed = own.minus(own);
    Real farthest = arithmetic.of(0);
    for (int j = 0; j < values.length; j++) {
      Vec difference = values[j].minus(own);
      missed = missed.plus(difference.times(weights.get(j)));
      farthest = farthest.max(difference.dot(difference));
    }
    Real rest = Scaled.rest(row.row(), arithmetic);
    return Evaluation.atMost(missed.norm(), rest.dividedBy(rest.plus(1)).times(farthest.sqrt()));
  }

  private static Evaluation replaced(EmbeddedRow row, Arithmetic arithmetic) {
    int last = row.tokens() - 1;
    Arm before = Arm.of(row, arithmetic, last - 1);
    Arm after = Arm.of(row, arithmetic, last);
    Real diameter = diameter(arithmetic, row.embeddings(arithmetic));
    Real byWeight = diameter.times(before.weight().max(after.weight()));
    Real largest = Scaled.logits(row.row(), arithmetic).abs().max();
    Real others = largest.times(-2).exp().times(last - 1L);
    return Evaluation.atMost(before.output().distance(after.output()), byWeight)
        .and(Evaluation.atMost(byWeight, diameter.dividedBy(others.plus(1))));
  }

  /**
   * A row whose last token is one of two.
   *
   * @param weight of that token
   * @param output of the row, [d]
   */
  private record Arm(Real weight, Vec output) {

    private static Arm of(EmbeddedRow row, Arithmetic arithmetic, int token) {
      int kept = row.tokens() - 2;
      int[] tokens = IntStream.concat(IntStream.range(0, kept), IntStream.of(token)).toArray();
      Vec logits = row.row().logits(arithmetic).select(tokens);
      Vec weights = new Softmax(row.row().temperature()).weights(logits);
      Vec[] all = row.embeddings(arithmetic);
      Vec[] values = IntStream.of(tokens).mapToObj(i -> all[i]).toArray(Vec[]::new);
      int[] every = IntStream.rangeClosed(0, kept).toArray();
      return new Arm(weights.get(kept), new Selection(weights, values, every).context());
    }
  }
}
