package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.normalize.Entropy;
import org.attentionlimits.theory.real.Real;

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
                Real softmax = Entropy.of(row.weights(arithmetic), row.logWeights(arithmetic));
                return Evaluation.atMost(
                        Entropy.of(row.known(Sparse.SPARSEMAX_WEIGHTS, arithmetic)), softmax)
                    .and(
                        Evaluation.atMost(
                            Entropy.of(row.known(Sparse.ENTMAX_WEIGHTS, arithmetic)), softmax));
              });

  private SparseEntropy() {}
}
