package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
 * @param instances type of the instances, by which they are read back
 * @param domain the instances it speaks about, in words
 * @param special what it says at the ends of its domain, if that is told
 * @param proof where the documentation proves it, if it does
 * @param verdict of the search, unless rows of a model violate what it left standing
 * @param remark why the verdict is not that of the search, if it is not
 * @param tries instances evaluated
 * @param seed of the random choices
 * @param largestRatio of left to right over all tries
 * @param tightest the instance of that ratio, names and numbers
 * @param counterexample the smallest one, if the claim is refuted
 * @param curve what was judged along growing n, if the claim is about a limit
 */
public record ClaimEntry(
    String id,
    Provenance provenance,
    String place,
    String words,
    String latex,
    String instances,
    String domain,
    Optional<String> special,
    Optional<String> proof,
    Verdict verdict,
    Optional<String> remark,
    long tries,
    long seed,
    double largestRatio,
    JsonNode tightest,
    Optional<CounterexampleEntry> counterexample,
    Optional<CurveEntry> curve) {

  /**
   * A counterexample and its certificate. The numbers of the instance are the printed decimals, at
   * whose exact values the certificate holds.
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
   * @param doubt chance that a random sample on which a bound rests misled; 0 if there is none, the
   *     bounds being proven
   */
  public record CertificateEntry(
      int digits, boolean logarithmic, String leftAtLeast, String rightAtMost, double doubt) {

    /** Whether the bounds are proven, and rest on no sample. */
    public boolean proven() {
      return doubt == 0;
    }
  }

  /** Which instance a curve belongs to. */
  public enum CurveOf {
    /** The counterexample. */
    COUNTEREXAMPLE,
    /** The instance of the largest ratio, there being no counterexample. */
    TIGHTEST
  }

  /**
   * What was judged along growing n at one instance.
   *
   * @param of which instance
   * @param text the instance for people
   * @param points by growing n
   */
  public record CurveEntry(CurveOf of, String text, List<PointEntry> points) {

    /** Copies the list. */
    public CurveEntry {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of a curve.
   *
   * @param tokens n
   * @param value of the quantity judged, rounded
   */
  public record PointEntry(int tokens, double value) {}

  /** Chance that a random sample misled the counterexample's certificate; 0 if it is proven. */
  public double doubt() {
    return counterexample.map(c -> c.certificate().doubt()).orElse(0.0);
  }

  /** The same with another verdict and the same counterexample. */
  ClaimEntry with(Verdict other, String why) {
    return with(other, why, counterexample);
  }

  /** The same with another verdict and counterexample. */
  ClaimEntry with(Verdict other, String why, Optional<CounterexampleEntry> witness) {
    return new ClaimEntry(
        id,
        provenance,
        place,
        words,
        latex,
        instances,
        domain,
        special,
        proof,
        other,
        Optional.of(why),
        tries,
        seed,
        largestRatio,
        tightest,
        witness,
        curve);
  }
}
