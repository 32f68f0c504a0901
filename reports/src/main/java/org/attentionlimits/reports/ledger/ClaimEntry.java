package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Verdict;

/**
 * What the referee found about one claim.
 *
 * @param id file-safe name
 * @param provenance where the formula comes from
 * @param place where in the source
 * @param words the statement in words
 * @param latex the statement as a formula
 * @param proof where the documentation proves it, if it does
 * @param verdict of the search, or {@code UNDECIDED} if rows of a model violate what it left
 *     standing
 * @param remark why the verdict is not that of the search, if it is not
 * @param tries instances evaluated
 * @param seed of the random choices
 * @param largestRatio of left to right over all tries
 * @param tightest the instance of that ratio, names and numbers
 * @param counterexample the smallest one, if the claim is refuted
 */
public record ClaimEntry(
    String id,
    Provenance provenance,
    String place,
    String words,
    String latex,
    Optional<String> proof,
    Verdict verdict,
    Optional<String> remark,
    long tries,
    long seed,
    double largestRatio,
    JsonNode tightest,
    Optional<CounterexampleEntry> counterexample) {

  /**
   * A counterexample and its proof. The numbers of the instance are the printed decimals, at whose
   * exact values the certificate holds.
   *
   * @param instance names and numbers
   * @param text the same for people
   * @param left the claim's left side, rounded
   * @param right the claim's right side, rounded
   * @param certificate bounds of both sides
   */
  public record CounterexampleEntry(
      JsonNode instance, String text, double left, double right, CertificateEntry certificate) {}

  /**
   * Bounds that show a violation: {@code leftAtLeast > rightAtMost}.
   *
   * @param digits significant digits carried
   * @param logarithmic whether the bounds are those of the sides' natural logarithms
   * @param leftAtLeast lower bound of the left side, a decimal
   * @param rightAtMost upper bound of the right side, a decimal
   */
  public record CertificateEntry(
      int digits, boolean logarithmic, String leftAtLeast, String rightAtMost) {}

  /** The same with another verdict. */
  ClaimEntry with(Verdict other, String why) {
    return new ClaimEntry(
        id,
        provenance,
        place,
        words,
        latex,
        proof,
        other,
        Optional.of(why),
        tries,
        seed,
        largestRatio,
        tightest,
        counterexample);
  }
}
