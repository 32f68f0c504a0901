package org.attentionlimits.theory.search;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Decimals;

/**
 * What the search for a counterexample of a claim ended with.
 *
 * @param claim the claim
 * @param verdict its verdict
 * @param tries instances evaluated in the search, those of shrinking not counted
 * @param budget most tries, but for those of a search that goes on for a time
 * @param firstViolation number of the try that first saw a violation; empty if none did
 * @param seed of the random choices
 * @param longest most tokens of an instance that was evaluated; 0 if none was
 * @param largestRatio of left to right, over all tries; 0 if there was none
 * @param tightest the instance of that ratio; empty if no admissible instance was found
 * @param counterexample the smallest counterexample, if the claim is refuted
 * @param strongest the certified counterexample of the largest ratio among those that the search
 *     kept, or that the search of a part or whole of the claim did, if the claim is refuted: it may
 *     be the smallest one
 * @param suspect if the verdict is {@code UNDECIDED}, the simplest instance that looked like a
 *     counterexample, or one of those tried if the sides were known too coarsely at all of them
 * @param reason why the verdict is {@code UNDECIDED}, in words; empty otherwise
 * @param cutShort whether a limit of time ended the search before its budget was spent, or the
 *     shrinking: another run may find something else
 * @param <I> the type of instance
 */
public record Finding<I extends Instance<I>>(
    Claim<I> claim,
    Verdict verdict,
    long tries,
    long budget,
    OptionalLong firstViolation,
    long seed,
    int longest,
    double largestRatio,
    Optional<I> tightest,
    Optional<Counterexample<I>> counterexample,
    Optional<Counterexample<I>> strongest,
    Optional<I> suspect,
    Optional<String> reason,
    boolean cutShort) {

  /**
   * An instance that violates a claim, and the proof.
   *
   * @param instance the counterexample
   * @param certificate that it is one
   * @param <I> the type of instance
   */
  public record Counterexample<I extends Instance<I>>(I instance, Certificate certificate) {

    /** An instance as a counterexample of a claim, if it can be certified. */
    static <I extends Instance<I>> Optional<Counterexample<I>> of(Claim<I> claim, I instance) {
      return Certificate.of(claim, instance).map(found -> new Counterexample<>(instance, found));
    }
  }

  /** The same with a stronger counterexample, which may have the largest ratio seen. */
  Finding<I> with(Counterexample<I> stronger) {
    double ratio = claim.evaluateAdmitted(stronger.instance(), Claim.PRECISE).ratio();
    boolean isLargest = ratio > largestRatio;
    return new Finding<>(
        claim,
        verdict,
        tries,
        budget,
        firstViolation,
        seed,
        longest,
        isLargest ? ratio : largestRatio,
        isLargest ? Optional.of(stronger.instance()) : tightest,
        counterexample,
        Optional.of(stronger),
        suspect,
        reason,
        cutShort);
  }

  /**
   * All of it for people: the verdict, and both counterexamples, if there are any, with their
   * certificates.
   */
  public String text() {
    String told =
        String.format(
            Locale.ROOT,
            "%s: %s after %d %s, left/right up to %s, rows of up to %d %s",
            claim.id(),
            verdict,
            tries,
            tries == 1 ? "try" : "tries",
            Decimals.print(largestRatio),
            longest,
            longest == 1 ? "token" : "tokens");
    return told
        + (cutShort
            ? line("cut short by the limit of time after " + tries + " of " + budget + " tries")
            : "")
        + reason.map(Finding::line).orElse("")
        + suspect.map(i -> line("suspect: " + i)).orElse("")
        + counterexample.map(c -> told("at", c)).orElse("")
        + strongest
            .filter(s -> !s.equals(counterexample.orElse(s)))
            .map(c -> told("strongest at", c))
            .orElse("");
  }

  private String told(String where, Counterexample<I> c) {
    return line(where + " " + c.instance()) + line(c.certificate().text());
  }

  /** A line of its own below the first. */
  private static String line(String text) {
    return System.lineSeparator() + "  " + text;
  }
}
