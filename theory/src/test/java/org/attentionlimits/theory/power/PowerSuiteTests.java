package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalDouble;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;

class PowerSuiteTests {

  @Test
  void plantsMoreThanSixtyClaimsOfDifferentNames() {
    List<String> names = PowerSuite.claims().stream().map(p -> p.claim().id()).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  @Test
  void aClaimIsTakenByItsNameAndType() {
    assertThat(PowerSuite.named("corollary-3-sharp", LogitRow.TYPE).id())
        .isEqualTo("corollary-3-sharp");
    assertThatIllegalStateException()
        .isThrownBy(() -> PowerSuite.named("corollary-3-sharp", EmbeddedRow.TYPE))
        .withMessage("corollary-3-sharp is not about EmbeddedRow");
  }

  @Test
  void whatIsRefutedTookAsManyEvaluationsAsTheFindingSays() {
    Power power = PowerSuite.measure(mutant(LargestWeight.atMost(0.5)), 1, 100);

    assertThat(power.refuted()).isTrue();
    assertThat(power.finding().counterexample()).isPresent();
    assertThat(power.evaluations()).isEqualTo(power.finding().firstViolation()).isPresent();
    assertThat(power.plainEvaluations())
        .isEqualTo(PlainSearch.firstViolation(LargestWeight.atMost(0.5), 1, 100))
        .isPresent();
  }

  @Test
  void theSearchEndsWithTheFirstViolation() {
    Power power = PowerSuite.measure(mutant(LargestWeight.atMost(0.5)), 1, 100);

    assertThat(power.finding().tries()).isEqualTo(power.evaluations().orElseThrow());
  }

  @Test
  void whatIsNotRefutedTookNoNumberOfEvaluations() {
    Power power = PowerSuite.measure(mutant(LargestWeight.atMost(1)), 1, 100);

    assertThat(power.refuted()).isFalse();
    assertThat(power.finding().verdict()).isEqualTo(Verdict.SURVIVED);
    assertThat(power.evaluations()).isEmpty();
    assertThat(power.plainEvaluations()).isEmpty();
  }

  @Test
  void theTimeIsThatOfTheProcessorDuringTheSearch() {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Power power = PowerSuite.measure(mutant(LargestWeight.atMost(1)), 1, 100);
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    assertThat(power.seconds()).isPositive().isLessThanOrEqualTo((end - start) / 1e9);
  }

  @Test
  void claimsAreMeasuredInTheirOrder() {
    List<Mutant<?>> mutant =
        List.of(mutant(LargestWeight.atMost(0.5)), mutant(LargestWeight.atMost(1)));

    assertThat(PowerSuite.measure(mutant, 1, 100))
        .extracting(Power::mutant)
        .containsExactlyElementsOf(mutant);
  }

  private static Mutant<LogitRow> mutant(Claim<LogitRow> claim) {
    return new Mutant<>(claim, "none", "none", OptionalDouble.empty());
  }
}
