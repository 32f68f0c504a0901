package org.attentionlimits.reports.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.search.Certificate;

/**
 * A counterexample of a ledger evaluated anew, from nothing but the decimals that stand there.
 *
 * @param id of the claim
 * @param text of the instance
 * @param certificate that it violates the claim; empty if it does not, as far as can be told
 * @param left the claim's left side, rounded
 * @param right the claim's right side, rounded
 * @param objection why the ledger's entry does not stand although the claim is violated
 */
public record Recheck(
    String id,
    String text,
    Optional<Certificate> certificate,
    double left,
    double right,
    Optional<String> objection) {

  /** How near a rounded side or ratio must be to the one computed anew. */
  private static final double AGREEING = 1e-12;

  /** Whether the instance violates the claim, and all that the ledger says of it stands. */
  public boolean reproduces() {
    return certificate.isPresent() && objection.isEmpty();
  }

  /**
   * Evaluates every counterexample.
   *
   * @throws IllegalArgumentException if there is no claim, a claim is not in the catalogue, a
   *     refuted one has no counterexample or one that is not refuted has one, or an instance cannot
   *     be read, in one line
   */
  public static List<Recheck> all(Ledger ledger) {
    if (ledger.claims().isEmpty()) {
      throw new IllegalArgumentException("claims must not be empty");
    }
    return ledger.claims().stream()
        .filter(entry -> entry.verdict() == Verdict.REFUTED || !entry.witnesses().isEmpty())
        .flatMap(entry -> of(entry).stream())
        .toList();
  }

  private static List<Recheck> of(ClaimEntry entry) {
    Claim<?> claim =
        Catalogue.named(entry.id())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(entry.id() + ": no such claim in the catalogue"));
    return of(claim, entry);
  }

  /**
   * Evaluates the counterexamples of a claim: the smallest, and the strongest if it is another.
   *
   * @throws IllegalArgumentException if one of them is missing or cannot be read, in one line
   */
  public static <I extends Instance<I>> List<Recheck> of(Claim<I> claim, ClaimEntry entry) {
    try {
      String instances = entry.statement().instances();
      if (!claim.type().name().equals(instances)) {
        throw new IllegalArgumentException(
            "instances must be of " + claim.type().name() + ": " + instances);
      }
      if (entry.verdict() != Verdict.REFUTED) {
        throw new IllegalArgumentException(entry.verdict() + " with a counterexample");
      }
      if (entry.counterexample().isEmpty() || entry.strongest().isEmpty()) {
        throw new IllegalArgumentException("refuted without a smallest and a strongest witness");
      }
      return entry.witnesses().stream().map(witness -> of(claim, witness)).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(entry.id() + ": " + e.getMessage(), e);
    }
  }

  private static <I extends Instance<I>> Recheck of(Claim<I> claim, CounterexampleEntry entry) {
    I instance = Instances.read(claim.type(), entry.instance());
    Evaluation sides = claim.evaluate(instance, Claim.PRINTED);
    Optional<Certificate> certificate = Certificate.of(sides);
    return new Recheck(
        claim.id(),
        instance.toString(),
        certificate,
        sides.left().value(),
        sides.right().value(),
        objection(entry, instance, sides, certificate));
  }

  private static Optional<String> objection(
      CounterexampleEntry entry,
      Instance<?> instance,
      Evaluation sides,
      Optional<Certificate> computed) {
    if (!entry.text().equals(instance.toString())) {
      return Optional.of("its text shows another instance: " + entry.text());
    }
    if (!sameNumber(entry.left(), sides.left().value())
        || !sameNumber(entry.right(), sides.right().value())
        || !sameNumber(entry.ratio(), sides.ratio())) {
      return Optional.of("its sides or their ratio are others");
    }
    if (!samePoints(entry.points(), Entries.points(sides))) {
      return Optional.of("its values along growing n are others");
    }
    return objection(entry.certificate(), sides, computed);
  }

  /** What stands there must be a certificate, and no other than can be computed. */
  private static Optional<String> objection(
      CertificateEntry told, Evaluation sides, Optional<Certificate> computed) {
    if (told.doubt() != sides.doubt()) {
      return Optional.of("its chance of a misleading sample is not " + told.doubt());
    }
    if (told.digits() != Claim.CERTIFYING_DIGITS) {
      return Optional.of("its digits are not " + told.digits() + " but " + Claim.CERTIFYING_DIGITS);
    }
    if (computed.filter(c -> c.logarithmic() != told.logarithmic()).isPresent()) {
      return Optional.of(
          told.logarithmic()
              ? "its bounds are not those of logarithms"
              : "its bounds are those of logarithms");
    }
    BigDecimal leftAtLeast = StrictNumbers.bound("leftAtLeast", told.leftAtLeast());
    BigDecimal rightAtMost = StrictNumbers.bound("rightAtMost", told.rightAtMost());
    if (leftAtLeast.compareTo(rightAtMost) <= 0) {
      return Optional.of("the bounds that stand there are not apart");
    }
    boolean log = told.logarithmic();
    Real left = log ? sides.comparedLeft() : sides.left();
    Real right = log ? sides.comparedRight() : sides.right();
    boolean wrong =
        (left.isBounded() && leftAtLeast.compareTo(left.upper()) > 0)
            || (right.isBounded() && rightAtMost.compareTo(right.lower()) < 0);
    return wrong ? Optional.of("the bounds that stand there do not hold") : Optional.empty();
  }

  static boolean samePoints(List<PointEntry> told, List<PointEntry> computed) {
    return told.size() == computed.size()
        && IntStream.range(0, told.size())
            .allMatch(
                i ->
                    told.get(i).tokens() == computed.get(i).tokens()
                        && sameNumber(told.get(i).value(), computed.get(i).value()));
  }

  /** Whether two numbers agree to twelve digits; infinities and unknown ones must be equal. */
  private static boolean sameNumber(double told, double computed) {
    return Double.compare(told, computed) == 0
        || (Double.isFinite(computed)
            && Math.abs(told - computed) <= AGREEING * Math.abs(computed));
  }
}
