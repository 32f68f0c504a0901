package org.attentionlimits.reports.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Arithmetic;
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

  /** Whether the instance violates the claim, and all that the ledger says of it stands. */
  public boolean reproduces() {
    return certificate.isPresent() && objection.isEmpty();
  }

  /**
   * Evaluates every counterexample.
   *
   * @throws IllegalArgumentException if a claim is not in the catalogue, a refuted one has no
   *     counterexample, or an instance cannot be read, in one line
   */
  public static List<Recheck> all(Ledger ledger) {
    return ledger.claims().stream()
        .filter(entry -> entry.verdict() == Verdict.REFUTED || entry.counterexample().isPresent())
        .map(Recheck::of)
        .toList();
  }

  private static Recheck of(ClaimEntry entry) {
    Claim<?> claim =
        Catalogue.named(entry.id())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(entry.id() + ": no such claim in the catalogue"));
    return of(claim, entry);
  }

  /**
   * Evaluates the counterexample of a claim.
   *
   * @throws IllegalArgumentException if there is none, or it cannot be read, in one line
   */
  public static <I extends Instance<I>> Recheck of(Claim<I> claim, ClaimEntry entry) {
    try {
      if (!claim.type().getSimpleName().equals(entry.instances())) {
        throw new IllegalArgumentException(
            "instances must be of " + claim.type().getSimpleName() + ": " + entry.instances());
      }
      return of(
          claim,
          entry
              .counterexample()
              .orElseThrow(() -> new IllegalArgumentException("refuted without a counterexample")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(entry.id() + ": " + e.getMessage(), e);
    }
  }

  private static <I extends Instance<I>> Recheck of(Claim<I> claim, CounterexampleEntry entry) {
    I instance = Instances.read(claim.type(), entry.instance());
    Evaluation sides = claim.evaluate(instance, Arithmetic.printed(Claim.CERTIFYING_DIGITS));
    return new Recheck(
        claim.id(),
        instance.toString(),
        Certificate.of(claim, instance),
        sides.left().value(),
        sides.right().value(),
        objection(entry, instance, sides));
  }

  private static Optional<String> objection(
      CounterexampleEntry entry, Instance<?> instance, Evaluation sides) {
    if (!entry.text().equals(instance.toString())) {
      return Optional.of("its text shows another instance: " + entry.text());
    }
    CertificateEntry certificate = entry.certificate();
    if (certificate.doubt() != sides.doubt()) {
      return Optional.of("its chance of a misleading sample is not " + certificate.doubt());
    }
    boolean log = certificate.logarithmic();
    Real left = log ? sides.comparedLeft() : sides.left();
    Real right = log ? sides.comparedRight() : sides.right();
    BigDecimal leftAtLeast = decimal("leftAtLeast", certificate.leftAtLeast());
    BigDecimal rightAtMost = decimal("rightAtMost", certificate.rightAtMost());
    boolean wrong =
        (left.isBounded() && leftAtLeast.compareTo(left.upper()) > 0)
            || (right.isBounded() && rightAtMost.compareTo(right.lower()) < 0);
    return wrong ? Optional.of("the bounds that stand there do not hold") : Optional.empty();
  }

  private static BigDecimal decimal(String name, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a decimal: " + text, e);
    }
  }
}
