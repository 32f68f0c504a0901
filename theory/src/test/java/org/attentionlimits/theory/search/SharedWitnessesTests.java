package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;

class SharedWitnessesTests {

  private static Claim<?> claim(String id) {
    return Catalogue.named(id).orElseThrow();
  }

  private static double strongest(Finding<?> finding) {
    return strongestOf(finding);
  }

  private static <I extends Instance<I>> double strongestOf(Finding<I> finding) {
    I instance = finding.strongest().orElseThrow().instance();
    return finding.claim().evaluate(instance, Claim.PRECISE).ratio();
  }

  @Test
  void theStrongestOfAClaimAndOfItsDecidingPartAreTheSame() {
    Adversary adversary = new Adversary(1, 500);
    Claim<?> whole = claim("controlled");
    Claim<?> part = claim("controlled-above");
    double ofPart = strongest(adversary.attack(part));
    double ofWhole = strongest(adversary.attack(whole));
    assertThat(ofPart).as("of each alone").isNotEqualTo(ofWhole);

    List<Finding<?>> findings = adversary.attack(List.of(whole, part));

    assertThat(findings)
        .allSatisfy(finding -> assertThat(strongest(finding)).isEqualTo(Math.max(ofPart, ofWhole)));
    assertThat(adversary.attackAmong(whole, Catalogue.claims())).isEqualTo(findings.get(0));
    assertThat(adversary.attackAmong(part, Catalogue.claims())).isEqualTo(findings.get(1));
    assertThat(strongest(adversary.attackAmong(part, List.of(part)))).isEqualTo(ofPart);
  }

  @Test
  void partsThatSurviveAndSmallestCounterexamplesStayAsTheyWereFound() {
    Adversary adversary = new Adversary(1, 500);
    List<Claim<?>> claims =
        List.of(claim("controlled"), claim("controlled-below"), claim("lemma-1"));

    List<Finding<?>> findings = adversary.attack(claims);

    assertThat(findings.get(1).verdict()).isEqualTo(Verdict.SURVIVED);
    for (int i = 0; i < claims.size(); i++) {
      Finding<?> alone = adversary.attack(claims.get(i));
      assertThat(findings.get(i).verdict()).isEqualTo(alone.verdict());
      assertThat(findings.get(i).counterexample()).isEqualTo(alone.counterexample());
      assertThat(findings.get(i).tries()).isEqualTo(alone.tries());
    }
  }

  @Test
  void progressIsToldOnceAClaim() {
    AtomicInteger told = new AtomicInteger();

    new Adversary(1, 10).attack(List.of(claim("lemma-1"), claim("sparse")), told::incrementAndGet);

    assertThat(told).hasValue(2);
  }
}
