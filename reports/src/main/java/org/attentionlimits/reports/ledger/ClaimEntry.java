package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;

/**
 * What the referee found about one claim.
 *
 * @param id file-safe name
 * @param statement what it says
 * @param verdict of the search, unless rows of a model speak against it
 * @param reason why the verdict is {@code UNDECIDED}, or is not that of the search; absent
 *     otherwise
 * @param search what was tried
 * @param tightest the instance of the largest ratio, names and numbers; absent if no admissible
 *     instance was found
 * @param counterexample the smallest one, if the claim is refuted
 * @param strongest the one of the largest ratio that fits on a line, if the claim is refuted; it
 *     may be the smallest one
 * @param replacements ids of the corrected and sharper forms and other readings that speak about
 *     the counterexamples, the best first
 * @param curve what was judged along growing n, if the claim is about a limit
 */
public record ClaimEntry(
    String id,
    StatementEntry statement,
    Verdict verdict,
    Optional<String> reason,
    SearchEntry search,
    Optional<JsonNode> tightest,
    Optional<CounterexampleEntry> counterexample,
    Optional<CounterexampleEntry> strongest,
    List<String> replacements,
    Optional<CurveEntry> curve) {

  /** Copies the list; an instance that is not there may have been read as a null. */
  public ClaimEntry {
    tightest = tightest.filter(node -> !node.isNull() && !node.isMissingNode());
    replacements = List.copyOf(replacements);
  }

  /**
   * What the search tried.
   *
   * @param tries instances evaluated
   * @param seed of the random choices
   * @param longest most tokens of an instance that was evaluated; 0 if none was
   * @param cutShort whether a limit of time ended the search, so that another run may find
   *     something else
   * @param largestRatio of left to right over all tries
   */
  public record SearchEntry(
      long tries, long seed, int longest, boolean cutShort, double largestRatio) {}

  /**
   * A counterexample and its certificate. The numbers of the instance are the printed decimals, at
   * whose exact values the certificate holds.
   *
   * @param instance names and numbers
   * @param text the same for people
   * @param left the claim's left side, rounded
   * @param right the claim's right side, rounded
   * @param ratio of left to right; infinite only where the right side is not positive
   * @param points what a claim about a limit was judged by, by growing n; empty for other claims
   * @param certificate bounds of both sides
   */
  public record CounterexampleEntry(
      JsonNode instance,
      String text,
      double left,
      double right,
      double ratio,
      List<PointEntry> points,
      CertificateEntry certificate) {

    /** Copies the list. */
    public CounterexampleEntry {
      points = List.copyOf(points);
    }
  }

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

    /** Rejects bounds that are no decimals. */
    public CertificateEntry {
      StrictNumbers.bound("leftAtLeast", leftAtLeast);
      StrictNumbers.bound("rightAtMost", rightAtMost);
    }

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

    /** Whether it is another but for what rounding does. */
    boolean isLike(CurveEntry other) {
      return of == other.of && text.equals(other.text) && Recheck.samePoints(points, other.points);
    }
  }

  /**
   * A point of a curve.
   *
   * @param tokens n
   * @param value of the quantity judged, rounded
   */
  public record PointEntry(int tokens, double value) {}

  /** What the claim stands for in the count. */
  public Standing standing() {
    return statement.standing();
  }

  /** Largest ratio of left to right over all tries. */
  public double largestRatio() {
    return search.largestRatio();
  }

  /** The counterexamples to show, the smallest first: none, one, or two that differ. */
  public List<CounterexampleEntry> witnesses() {
    Optional<CounterexampleEntry> other =
        strongest.filter(entry -> !counterexample.equals(Optional.of(entry)));
    return Stream.concat(counterexample.stream(), other.stream()).toList();
  }

  /**
   * The ratio of the strongest counterexample that is shown, or else the largest over all tries.
   */
  public double shownRatio() {
    return strongest.map(CounterexampleEntry::ratio).orElseGet(this::largestRatio);
  }

  /** Chance that a random sample misled a counterexample's certificate; 0 if all are proven. */
  public double doubt() {
    return witnesses().stream().mapToDouble(c -> c.certificate().doubt()).max().orElse(0);
  }

  /** The same with another verdict and the same counterexample. */
  ClaimEntry with(Verdict other, String why) {
    return with(other, why, counterexample);
  }

  /** The same with another verdict and counterexample. */
  ClaimEntry with(Verdict other, String why, Optional<CounterexampleEntry> witness) {
    return new ClaimEntry(
        id,
        statement,
        other,
        Optional.of(why),
        search,
        tightest,
        witness,
        counterexample.equals(witness) ? strongest : witness,
        replacements,
        curve);
  }
}
