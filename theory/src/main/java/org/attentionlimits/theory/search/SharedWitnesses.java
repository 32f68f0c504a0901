package org.attentionlimits.theory.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding.Counterexample;

/**
 * Lets a claim and its parts share their strongest counterexamples: what breaks a part by a factor
 * breaks the whole by it, and the other way round if that part is what breaks. A claim's verdict
 * and smallest counterexample stay as its own search left them.
 */
final class SharedWitnesses {

  private SharedWitnesses() {}

  /** The findings with the strongest counterexample that a claim or a part or whole of it found. */
  static List<Finding<?>> share(List<Finding<?>> findings) {
    return findings.stream().<Finding<?>>map(finding -> shared(finding, findings)).toList();
  }

  /** A claim, and then those of some claims whose strongest counterexamples it may take over. */
  static List<Claim<?>> sharing(Claim<?> claim, List<Claim<?>> among) {
    return Stream.concat(
            Stream.of(claim),
            among.stream().filter(other -> isPart(other, claim) || isPart(claim, other)))
        .toList();
  }

  private static <I extends Instance<I>> Finding<I> shared(
      Finding<I> finding, List<Finding<?>> all) {
    if (finding.verdict() != Verdict.REFUTED) {
      return finding;
    }
    return all.stream()
        .filter(
            other ->
                isPart(other.claim(), finding.claim()) || isPart(finding.claim(), other.claim()))
        .flatMap(other -> other.strongest().stream())
        .map(Counterexample::instance)
        .flatMap(instance -> finding.claim().admitted(instance).stream())
        .reduce(finding, SharedWitnesses::stronger, (a, b) -> b);
  }

  private static boolean isPart(Claim<?> part, Claim<?> whole) {
    return part.statement().standing() == Standing.PART
        && part.statement().of().contains(whole.id());
  }

  /** The finding with another strongest counterexample if that has a larger ratio. */
  private static <I extends Instance<I>> Finding<I> stronger(Finding<I> finding, I instance) {
    Claim<I> claim = finding.claim();
    double own = ratio(claim, finding.strongest().orElseThrow().instance());
    return Optional.of(instance)
        .filter(other -> ratio(claim, other) > own)
        .flatMap(other -> Counterexample.of(claim, other))
        .map(finding::with)
        .orElse(finding);
  }

  private static <I extends Instance<I>> double ratio(Claim<I> claim, I instance) {
    return claim.evaluateAdmitted(instance, Claim.PRECISE).ratio();
  }
}
