package org.attentionlimits.theory.catalogue;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** The entropy of normalisers that give zeros beside softmax's, of the same logits. */
final class SparseEntropy {

  /** {@code H(sparsemax) ≤ H(softmax)} and {@code H(1.5-entmax) ≤ H(softmax)}. */
  static final Claim<LogitRow> CLAIM =
      Claim.about(LogitRow.TYPE)
          .named("sparse-entropy")
          .from(Provenance.PROSE, "Discussion, sparse normalisation: \"lower entropy\"")
          .as(Standing.STATED)
          .saying(
              "H(\\mathrm{sparsemax}(z)) \\le H(\\mathrm{softmax}(z)),"
                  + " \\quad H(1.5\\text{-entmax}(z)) \\le H(\\mathrm{softmax}(z)),"
                  + " \\quad z = \\ell/T, \\; H(\\alpha) = -\\sum_i \\alpha_i\\ln\\alpha_i",
              "sparsemax and 1.5-entmax have an entropy of at most softmax's at the same logits and"
                  + " temperature")
          .specially(
              "A single token: all entropies are zero. Tied logits: all are ln n. A weight of zero adds"
                  + " nothing.")
          .provenIn("proofs.html#sparse-entropy")
          .evaluatedBy(
              (row, arithmetic) -> {
                Real softmax = softmax(row, arithmetic);
                return Evaluation.atMost(
                        entropy(row.known(Sparse.SPARSEMAX_WEIGHTS, arithmetic)), softmax)
                    .and(
                        Evaluation.atMost(
                            entropy(row.known(Sparse.ENTMAX_WEIGHTS, arithmetic)), softmax));
              });

  private SparseEntropy() {}

  /** Softmax's entropy, by the logarithms of its weights, which do not underflow. */
  private static Real softmax(LogitRow row, Arithmetic arithmetic) {
    Real entropy = row.weights(arithmetic).dot(row.logWeights(arithmetic)).negated();
    return entropy.max(arithmetic.of(0));
  }

  private static Real entropy(Vec weights) {
    return IntStream.range(0, weights.size())
        .mapToObj(i -> term(weights.get(i)))
        .reduce(weights.arithmetic().of(0), Real::plus);
  }

  /** {@code −α ln α}, at most {@code (2/e)√α}; zero of a weight of zero. */
  private static Real term(Real weight) {
    Real zero = weight.arithmetic().of(0);
    if (weight.certainlyAbove(zero)) {
      return weight.times(weight.log()).negated().max(zero);
    }
    return weight.certainlyAtMost(zero) ? zero : zero.hull(weight.max(zero).sqrt());
  }
}
