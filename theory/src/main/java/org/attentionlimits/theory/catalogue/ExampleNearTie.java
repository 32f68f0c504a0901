package org.attentionlimits.theory.catalogue;

import java.util.List;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** How far apart the weights of two nearly tied rows are whose two largest logits swap. */
final class ExampleNearTie {

  /** {@code ‖α⁽¹⁾ − α⁽²⁾‖ ≤ √5 ε/(2T)}. */
  static final Claim<NearTie> UPPER =
      Claim.about(NearTie.TYPE)
          .named("example-near-tie")
          .from(Provenance.RECONSTRUCTED, "Section 2.3, example of a near-tie, upper bound")
          .as(Standing.STATED)
          .saying(
              "\\|\\alpha^{(1)}-\\alpha^{(2)}\\|_2 \\le \\frac{\\sqrt5\\,\\varepsilon}{2T},"
                  + " \\quad \\ell^{(1)}=(\\varepsilon,0,-\\varepsilon-\\delta_k,\\dots),"
                  + " \\; \\ell^{(2)}=(-\\varepsilon,\\varepsilon,-\\varepsilon-\\delta_k,\\dots)",
              "if the two largest logits swap at a distance of √5 ε, the weights change by at most"
                  + " √5 ε/(2T)")
          .specially(
              "With two tokens and a small gap the ratio tends to 3/√10, about 0.949; a gap of "
                  + "many temperatures swaps weights of one and zero. Gaps below 1e-60 "
                  + "temperatures are beyond the digits carried.")
          .provenIn("proofs.html#example-near-tie")
          .evaluatedBy(
              (rows, arithmetic) ->
                  Evaluation.atMost(
                      change(rows, arithmetic),
                      temperatures(rows, arithmetic).times(arithmetic.of(5).sqrt()).dividedBy(2)));

  /** {@code (√2/2) ε/T ≤ ‖α⁽¹⁾ − α⁽²⁾‖} for two tokens and ε ≤ T. */
  static final Claim<NearTie> ORDER =
      Claim.about(NearTie.TYPE)
          .named("example-near-tie-order")
          .from(Provenance.RECONSTRUCTED, "Section 2.3, example of a near-tie, \"of order ε/T\"")
          .as(Standing.PART, "example-near-tie")
          .saying(
              "\\frac{\\sqrt2}{2}\\,\\frac{\\varepsilon}{T} \\le"
                  + " \\|\\alpha^{(1)}-\\alpha^{(2)}\\|_2"
                  + " \\quad \\text{for } n=2, \\; \\varepsilon \\le T",
              "with two tokens and a gap of at most the temperature, the weights change by at least"
                  + " 0.7 ε/T, so the upper bound is of the right order")
          .specially(
              "The ratio is largest at ε = T, about 0.817. Among n tied tokens every weight is "
                  + "about 1/n, and so is the change: no such bound holds for all n, which is why "
                  + "this one is for two.")
          .where(
              "two tokens, ε at most T",
              List.of(
                  new Hypothesis<>("two tokens", rows -> rows.tokens() == 2),
                  new Hypothesis<>("ε at most T", rows -> rows.gap() <= rows.temperature())))
          .provenIn("proofs.html#example-near-tie-order")
          .evaluatedBy(
              (rows, arithmetic) ->
                  Evaluation.atMost(
                      temperatures(rows, arithmetic).times(arithmetic.of(2).sqrt()).dividedBy(2),
                      change(rows, arithmetic)));

  private ExampleNearTie() {}

  private static Real change(NearTie rows, Arithmetic arithmetic) {
    return rows.weightsBefore(arithmetic).distance(rows.weightsAfter(arithmetic));
  }

  /** {@code ε/T}. */
  private static Real temperatures(NearTie rows, Arithmetic arithmetic) {
    return arithmetic.input(rows.gap()).dividedBy(arithmetic.input(rows.temperature()));
  }
}
