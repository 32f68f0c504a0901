package org.attentionlimits.theory.power;

import java.util.List;
import java.util.stream.LongStream;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.Parallel;

/**
 * What the adversary makes of claims that are proven.
 *
 * @param claims the proven claims of the catalogue
 * @param seeds how many searches for each, of different seeds
 * @param budget most instances evaluated in one search
 * @param tries instances evaluated in all
 * @param alarms findings other than that the claim survived
 */
public record FalseAlarms(
    List<String> claims, int seeds, long budget, long tries, List<Finding<?>> alarms) {

  /** One search. */
  private record Search(Claim<?> claim, long seed) {}

  /**
   * Attacks every proven claim with the seeds from 1 on, in parallel.
   *
   * @param seeds how many
   * @param budget most instances evaluated in one search
   */
  public static FalseAlarms over(int seeds, long budget) {
    return of(proven(), seeds, budget);
  }

  static List<Claim<?>> proven() {
    return Catalogue.claims().stream().filter(c -> c.statement().proof().isPresent()).toList();
  }

  static FalseAlarms of(List<Claim<?>> claims, int seeds, long budget) {
    List<Search> searches =
        claims.stream()
            .flatMap(
                claim -> LongStream.rangeClosed(1, seeds).mapToObj(seed -> new Search(claim, seed)))
            .toList();
    List<Finding<?>> findings = Parallel.map(searches, search -> attack(search, budget));
    return new FalseAlarms(
        claims.stream().map(Claim::id).toList(),
        seeds,
        budget,
        findings.stream().mapToLong(Finding::tries).sum(),
        findings.stream().filter(finding -> finding.verdict() != Verdict.SURVIVED).toList());
  }

  private static Finding<?> attack(Search search, long budget) {
    return new Adversary(search.seed, budget).attack(search.claim);
  }
}
