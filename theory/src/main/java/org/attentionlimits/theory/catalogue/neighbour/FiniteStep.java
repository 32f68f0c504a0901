package org.attentionlimits.theory.catalogue.neighbour;

import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** How far softmax's weights move between two rows of logits ℓ and ℓ + Δℓ. */
final class FiniteStep {

  private static final long FOUR = 4;

  /** {@code ‖Δα‖₂ ≤ √2 tanh(‖Δℓ‖₂/(2√2T))} and {@code TV ≤ tanh(range(Δℓ)/(4T))}. */
  static final Claim<PerturbedRow> TANH =
      Claim.about(PerturbedRow.TYPE)
          .named("softmax-tanh")
          .from(Provenance.OURS, "softmax contracts Hilbert's metric, after Birkhoff")
          .as(Standing.SHARPER)
          .saying(
              "\\|\\Delta\\alpha\\|_2 \\le \\sqrt2 \\tanh\\frac{\\|\\Delta\\ell\\|_2}{2\\sqrt2\\,T},"
                  + " \\quad \\frac12\\|\\Delta\\alpha\\|_1 \\le"
                  + " \\tanh\\frac{\\max_i \\Delta\\ell_i - \\min_i \\Delta\\ell_i}{4T}",
              "a change of the logits changes the weights by at most a hyperbolic tangent of it, in the"
                  + " Euclidean norm and in total variation")
          .specially(
              "A single token never changes. The same change of all logits changes no weight: both sides"
                  + " of the second bound are zero. A long step gives the diameters √2 and 1.")
          .withSupremum("1 in both, attained by two logits that change places")
          .provenIn("proofs.html#softmax-tanh")
          .evaluatedBy(FiniteStep::tanh);

  /** {@code ‖Δα‖_p ≤ ‖Δℓ‖_p/(2T)} for p = 1, 2, ∞. */
  static final Claim<PerturbedRow> HALF_LIPSCHITZ =
      Claim.about(PerturbedRow.TYPE)
          .named("softmax-half-lipschitz-p")
          .from(Provenance.LITERATURE, "arXiv:2510.23012, main theorem, for p = 1, 2 and ∞")
          .as(Standing.NEIGHBOUR)
          .saying(
              "\\|\\Delta\\alpha\\|_p \\le \\frac{\\|\\Delta\\ell\\|_p}{2T},"
                  + " \\quad p \\in \\{1, 2, \\infty\\}",
              "softmax at temperature T is 1/(2T)-Lipschitz in the sum norm, the Euclidean norm and the"
                  + " max norm")
          .specially("A single token never changes. A step beyond 2√2T is bounded by the diameter.")
          .withSupremum(
              "1 for each p, approached by two tied logits that are moved apart by ever less")
          .provenIn("proofs.html#softmax-half-lipschitz-p")
          .evaluatedBy(FiniteStep::lipschitz);

  private FiniteStep() {}

  private static Evaluation tanh(PerturbedRow row, Arithmetic arithmetic) {
    Vec change = change(row, arithmetic);
    Vec step = scaled(row, arithmetic);
    Real root = arithmetic.of(2).sqrt();
    Real euclidean = root.times(tanh(step.norm().dividedBy(root).dividedBy(2)));
    Real total = tanh(Scaled.range(step).dividedBy(FOUR));
    return Evaluation.atMost(change.norm(), euclidean)
        .and(Evaluation.atMost(change.abs().sum().dividedBy(2), total));
  }

  /** {@code (1 − e^{−2x})/(1 + e^{−2x})} of a number that is not negative. */
  private static Real tanh(Real x) {
    Real power = x.times(-2).exp();
    Real one = x.arithmetic().of(1);
    return one.minus(power).dividedBy(one.plus(power));
  }

  private static Evaluation lipschitz(PerturbedRow row, Arithmetic arithmetic) {
    Vec change = change(row, arithmetic);
    Vec half = scaled(row, arithmetic).dividedBy(arithmetic.of(2));
    return Evaluation.atMost(change.abs().sum(), half.abs().sum())
        .and(Evaluation.atMost(change.norm(), half.norm()))
        .and(Evaluation.atMost(change.abs().max(), half.abs().max()));
  }

  /** Δα, [n]. */
  private static Vec change(PerturbedRow row, Arithmetic arithmetic) {
    return row.weightsAfter(arithmetic).minus(row.row().weights(arithmetic));
  }

  /** {@code Δℓ/T}, [n]. */
  private static Vec scaled(PerturbedRow row, Arithmetic arithmetic) {
    return row.difference(arithmetic).dividedBy(arithmetic.input(row.row().temperature()));
  }
}
