package org.attentionlimits.theory.catalogue;

import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.RangeAdjustedJacobian;
import org.attentionlimits.theory.jacobian.SelfAdjustedJacobian;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.normalize.SelfAdjustedSoftmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Whether the Jacobian of self-adjusted softmax neither vanishes nor grows without bound; both
 * sides are multiplied by T.
 */
final class Controlled {

  /** Most tokens for which the full matrix is decomposed. */
  private static final int DENSE_TOKENS = 16;

  private static final String FEW = "at most 16 tokens";

  private static final String MATRIX =
      ", \\quad J = \\frac{\\partial y}{\\partial\\ell},"
          + " \\; y_i = \\frac{\\ell_i}{T}\\,\\alpha_i,"
          + " \\; \\alpha = \\mathrm{softmax}(\\ell/T)";

  private static final String BAND =
      " The upper end of a healthy band is read as 1, twice the most that softmax's own Jacobian"
          + " reaches; no other constant serves either.";

  private static final String UNBOUNDED =
      "unbounded: logits (hT, hT) give T‖J‖₂ = max(1/2, |1 + h|/2)";

  private static final Memo.Quantity<LogitRow, Real> NORM =
      (row, arithmetic) ->
          new SelfAdjustedJacobian(scaled(row, arithmetic), row.weights(arithmetic), 1)
              .spectralNorm();

  /** {@code max_i α_i/√n ≤ T‖J‖₂ ≤ 1}. */
  static final Claim<LogitRow> BOTH =
      Claim.about(LogitRow.TYPE)
          .named("controlled")
          .changingWithShift()
          .from(
              Provenance.PROSE,
              "Discussion, controlled variants keep the Jacobian \"in a healthy band\"")
          .as(Standing.STATED)
          .saying(
              "\\frac{\\max_i\\alpha_i}{\\sqrt n} \\le T\\,\\|J\\|_2 \\le 1" + MATRIX,
              "the Jacobian of self-adjusted softmax stays in a band: T times its spectral norm is at"
                  + " least the largest weight over √n, and at most 1, where we put the band's upper end")
          .specially("A single token has the norm 1/T, the upper end." + BAND)
          .where(FEW, Controlled::isDense)
          .withSupremum(UNBOUNDED)
          .refutedIn("proofs.html#controlled")
          .evaluatedBy((row, arithmetic) -> below(row, arithmetic).and(above(row, arithmetic)));

  /** {@code max_i α_i/√n ≤ T‖J‖₂}. */
  static final Claim<LogitRow> BELOW =
      Claim.about(LogitRow.TYPE)
          .named("controlled-below")
          .changingWithShift()
          .from(Provenance.PROSE, "Discussion, controlled variants: the lower end of the band")
          .as(Standing.PART, "controlled")
          .saying(
              "\\frac{\\max_i\\alpha_i}{\\sqrt n} \\le T\\,\\|J\\|_2" + MATRIX,
              "the Jacobian of self-adjusted softmax does not vanish as a row saturates: T times its"
                  + " spectral norm is at least the largest weight over √n")
          .specially(
              "A single token attains it: y = ℓ/T. In a saturated row softmax's own T times the "
                  + "norm tends to zero, while this bound tends to 1/√n. A shift of the logits changes "
                  + "y, but not the bound.")
          .where(FEW, Controlled::isDense)
          .provenIn("proofs.html#controlled-below")
          .evaluatedBy(Controlled::below);

  /** {@code T‖J‖₂ ≤ 1}. */
  static final Claim<LogitRow> ABOVE =
      Claim.about(LogitRow.TYPE)
          .named("controlled-above")
          .changingWithShift()
          .from(Provenance.PROSE, "Discussion, controlled variants: the upper end of the band")
          .as(Standing.PART, "controlled")
          .saying(
              "T\\,\\|J\\|_2 \\le 1" + MATRIX,
              "the Jacobian of self-adjusted softmax stays bounded: T times its spectral norm is at"
                  + " most 1, where we put the band's upper end")
          .specially("A single token attains it." + BAND)
          .where(FEW, Controlled::isDense)
          .withSupremum(UNBOUNDED)
          .refutedIn("proofs.html#controlled-above")
          .evaluatedBy(Controlled::above);

  /** {@code T‖J‖₂ ≤ 1} of the variant that is divided by the range of the logits. */
  static final Claim<LogitRow> ABOVE_NORMALIZED =
      Claim.about(LogitRow.TYPE)
          .named("controlled-above-normalized")
          .changingWithShift()
          .from(
              Provenance.PROSE,
              "Discussion, controlled variants, read for the form that is divided by a range")
          .asVariantOf(
              "controlled",
              "Nothing in the text decides between this form and the one without a division, which is"
                  + " counted.")
          .saying(
              "T\\,\\|J\\|_2 \\le 1, \\quad J = \\frac{\\partial y}{\\partial\\ell},"
                  + " \\; y_i = \\frac{z_i-m}{M-m}\\,\\alpha_i,"
                  + " \\; m = \\min(\\min_i z_i, 0), \\; M = \\max(0, \\max_i z_i),"
                  + " \\; z = \\ell/T",
              "the Jacobian of self-adjusted softmax in the form that is divided by the range of the"
                  + " logits and zero stays bounded: T times its spectral norm is at most 1")
          .specially(
              "A single token has a constant output: J = 0. Where the largest or the smallest logit"
                  + " enters the range, a second one that is tied with it makes a kink, and so does a"
                  + " logit of zero at an end: such rows are left out."
                  + BAND)
          .where(
              FEW
                  + "; the largest logit is not zero, and if positive, is the only largest one; the"
                  + " same for the smallest and negative",
              List.of(
                  new Hypothesis<>(FEW, Controlled::isDense),
                  new Hypothesis<>(
                      "no logit of zero at an end, and no tie at an end that enters the range",
                      row -> isSmooth(row.logits()))))
          .withSupremum("unbounded: logits (hT, hT/2) diverge as h tends to zero")
          .refutedIn("proofs.html#controlled-above-normalized")
          .evaluatedBy(Controlled::aboveNormalized);

  /** {@code T‖J‖₂ ≤ max_i α_i + max_i |z_i| · 2 max_i α_i(1−α_i)}. */
  static final Claim<LogitRow> BY_SIZE =
      Claim.about(LogitRow.TYPE)
          .named("controlled-by-size")
          .changingWithShift()
          .from(
              Provenance.OURS,
              "Discussion, controlled variants: an upper end that depends on the logits")
          .as(Standing.CORRECTED, "controlled", "controlled-above")
          .saying(
              "T\\,\\|J\\|_2 \\le \\max_i\\alpha_i + 2\\max_i\\frac{|\\ell_i|}{T}"
                  + "\\,\\max_i\\alpha_i(1-\\alpha_i) \\le 1+\\max_i\\frac{|\\ell_i|}{2T}"
                  + MATRIX,
              "T times the spectral norm of self-adjusted softmax's Jacobian is at most the largest"
                  + " weight plus 2 max |ℓ|/T times max α(1-α), and that at most 1 + max |ℓ|/(2T): it is"
                  + " bounded where the logits are")
          .specially("A single token and two tied logits above zero attain the first bound.")
          .where(FEW, Controlled::isDense)
          .provenIn("proofs.html#controlled-by-size")
          .evaluatedBy(Controlled::bySize);

  private Controlled() {}

  private static boolean isDense(LogitRow row) {
    return row.tokens() <= DENSE_TOKENS;
  }

  private static boolean isSmooth(double... logits) {
    double most = Arrays.stream(logits).max().orElseThrow();
    double least = Arrays.stream(logits).min().orElseThrow();
    return most != 0
        && least != 0
        && (most < 0 || count(most, logits) == 1)
        && (least > 0 || count(least, logits) == 1);
  }

  private static long count(double logit, double... logits) {
    return Arrays.stream(logits).filter(x -> x == logit).count();
  }

  private static Evaluation below(LogitRow row, Arithmetic arithmetic) {
    Real root = arithmetic.of(row.tokens()).sqrt();
    return Evaluation.atMost(row.weights(arithmetic).max().dividedBy(root), norm(row, arithmetic));
  }

  private static Evaluation bySize(LogitRow row, Arithmetic arithmetic) {
    Vec weights = row.weights(arithmetic);
    Real size = scaled(row, arithmetic).abs().max();
    Real bound = weights.max().plus(size.times(new SoftmaxJacobian(weights, 1).gershgorinBound()));
    Real plain = size.dividedBy(arithmetic.of(2)).plus(1);
    return Evaluation.atMost(norm(row, arithmetic), bound).and(Evaluation.atMost(bound, plain));
  }

  private static Evaluation above(LogitRow row, Arithmetic arithmetic) {
    return Evaluation.atMost(norm(row, arithmetic), arithmetic.of(1));
  }

  /** {@code T‖J‖₂}. */
  private static Real norm(LogitRow row, Arithmetic arithmetic) {
    return row.known(NORM, arithmetic);
  }

  private static Vec scaled(LogitRow row, Arithmetic arithmetic) {
    return new SelfAdjustedSoftmax(row.temperature()).scaled(row.logits(arithmetic));
  }

  private static Evaluation aboveNormalized(LogitRow row, Arithmetic arithmetic) {
    double[] logits = row.logits();
    int largest = row.top(1)[0];
    int smallest = row.top(row.tokens())[row.tokens() - 1];
    Real one = arithmetic.of(1);
    RangeAdjustedJacobian jacobian =
        new RangeAdjustedJacobian(
            scaled(row, arithmetic),
            row.weights(arithmetic),
            logits[smallest] < 0 ? smallest : -1,
            logits[largest] > 0 ? largest : -1,
            one);
    return Evaluation.atMost(jacobian.spectralNorm(), one);
  }
}
