package org.attentionlimits.reports.cli.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.search.Certificate;
import org.attentionlimits.theory.search.Finding.Counterexample;

/**
 * A claim at one instance, evaluated at the decimals that were written.
 *
 * @param instance as it was read, names and numbers
 * @param text the same for people
 * @param verdict of the evaluation
 * @param words the verdict for people
 * @param left the left side; absent if the claim does not speak about the instance
 * @param right the right side
 * @param ratio of left to right; absent where it is not known
 * @param digits to which they were computed; 16 of double precision
 * @param doubt chance that a random sample misled; 0 if there is none
 * @param points what a claim about a limit was judged by
 * @param certificate bounds of both sides, if the claim is violated
 */
record Evaluated(
    JsonNode instance,
    String text,
    Answer verdict,
    String words,
    Optional<SideEntry> left,
    Optional<SideEntry> right,
    Optional<Double> ratio,
    int digits,
    double doubt,
    List<PointEntry> points,
    Optional<CertificateEntry> certificate) {

  private static final MathContext FEW = new MathContext(20, RoundingMode.CEILING);

  /** What is said of a claim at an instance. */
  enum Answer {
    /** The claim certainly holds. */
    HOLDS,
    /** It is certainly violated. */
    VIOLATED,
    /** The sides are equal as far as the digits carried can tell: no violation. */
    EQUAL,
    /** The sides are known too coarsely to be compared. */
    UNKNOWN,
    /** The claim does not speak about the instance. */
    NOT_ABOUT
  }

  /** Copies the list. */
  Evaluated {
    points = List.copyOf(points);
  }

  /**
   * A claim at an instance. A violation is evaluated as {@code check} does, so that its sides and
   * bounds are those that a ledger has.
   *
   * @throws IllegalArgumentException if the formula is not defined there
   */
  static <I extends Instance<I>> Evaluated of(Claim<I> claim, I instance) {
    Optional<String> unmet = claim.unmet(instance);
    if (unmet.isPresent()) {
      return notAbout(instance, unmet.get());
    }
    Evaluation fast = claim.evaluateAsPrinted(instance);
    Evaluation sides =
        fast.outcome() == Outcome.VIOLATED ? claim.evaluate(instance, Claim.PRINTED) : fast;
    Optional<CertificateEntry> certificate =
        Certificate.of(sides)
            .map(found -> Entries.of(claim, new Counterexample<>(instance, found)).certificate());
    Answer answer = answer(sides);
    return new Evaluated(
        Instances.write(instance),
        instance.toString(),
        answer,
        words(answer, sides),
        Optional.of(SideEntry.left(sides)),
        Optional.of(SideEntry.right(sides)),
        Optional.of(sides.ratio()).filter(ratio -> !Double.isNaN(ratio)),
        sides.left().arithmetic().digits(),
        sides.doubt(),
        Entries.points(sides),
        certificate);
  }

  private static Evaluated notAbout(Instance<?> instance, String unmet) {
    return new Evaluated(
        Instances.write(instance),
        instance.toString(),
        Answer.NOT_ABOUT,
        "the claim does not speak about the instance; it needs: " + unmet,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        List.of(),
        Optional.empty());
  }

  private static Answer answer(Evaluation sides) {
    return switch (sides.outcome()) {
      case HOLDS -> Answer.HOLDS;
      case VIOLATED -> Answer.VIOLATED;
      case UNDECIDED -> equalDigits(sides) > 0 ? Answer.EQUAL : Answer.UNKNOWN;
    };
  }

  private static String words(Answer answer, Evaluation sides) {
    String sampled = sides.doubt() == 0 ? "" : ", " + Ratios.assurance(sides.doubt());
    return switch (answer) {
      case HOLDS -> "holds" + sampled;
      case VIOLATED -> "violated, " + Ratios.assurance(sides.doubt());
      case EQUAL -> "equal to " + equalDigits(sides) + " digits, no violation" + sampled;
      case UNKNOWN, NOT_ABOUT ->
          "cannot be told: the sides are known too coarsely to be compared" + sampled;
    };
  }

  /** To how many digits the sides certainly agree; 0 if they are not known to nine digits. */
  private static int equalDigits(Evaluation sides) {
    Real left = sides.comparedLeft();
    Real right = sides.comparedRight();
    if (sides.isCoarse() || !left.isBounded() || !right.isBounded()) {
      return 0;
    }
    BigDecimal apart =
        left.upper().subtract(right.lower()).max(right.upper().subtract(left.lower()));
    BigDecimal size = sides.isLogarithmic() ? BigDecimal.ONE : left.lower().abs();
    if (apart.signum() == 0 || size.signum() == 0) {
      return 0;
    }
    BigDecimal share = apart.divide(size, FEW);
    return Math.min(left.arithmetic().digits(), Math.max(0, share.scale() - share.precision()));
  }
}
