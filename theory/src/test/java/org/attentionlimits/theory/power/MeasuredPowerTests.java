package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Decimals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the adversary sees of the mutants, and what plain generation does. */
class MeasuredPowerTests {

  private static final long BUDGET = 5000;

  /** Mutants whose smallest violations have that many tokens by their own domain. */
  private static final List<String> LARGE = List.of("lemma-2-sharp-");

  private static List<Power> measured;

  /** Every fifth claim; the build measures all of them for the page. */
  @BeforeAll
  static void measure() {
    List<Mutant<?>> all = PowerSuite.claims();
    measured =
        PowerSuite.measure(
            IntStream.range(0, all.size())
                .filter(i -> i % 5 == 0)
                .<Mutant<?>>mapToObj(all::get)
                .toList(),
            1,
            BUDGET);
  }

  @Test
  void theAdversaryRefutesAllThatAreWrongByAPercent() {
    List<Power> wrong =
        measured.stream().filter(p -> p.mutant().wrongBy().orElse(0) >= 0.01).toList();

    assertThat(wrong).hasSizeGreaterThan(4);
    assertThat(wrong).allSatisfy(p -> assertThat(p.refuted()).as(name(p)).isTrue());
  }

  @Test
  void theAdversaryRefutesNearlyAll() {
    List<String> missed = missed().map(MeasuredPowerTests::name).toList();
    assertThat(missed).as("not refuted").hasSizeLessThanOrEqualTo(1 + 3 * measured.size() / 100);
  }

  @Test
  void plainGenerationRefutesFewer() {
    long plain = measured.stream().filter(p -> p.plainEvaluations().isPresent()).count();
    long adversary = measured.stream().filter(Power::refuted).count();
    assertThat(adversary).isGreaterThan(plain);
  }

  @Test
  void neitherTakesMoreThanTheBudget() {
    assertThat(measured)
        .allSatisfy(
            power -> {
              assertThat(power.plainEvaluations().orElse(1)).isBetween(1L, BUDGET);
              assertThat(power.evaluations().orElse(1)).isBetween(1L, BUDGET);
            });
  }

  @Test
  void counterexamplesAreCertifiedAndSmall() {
    assertThat(measured.stream().filter(Power::refuted))
        .allSatisfy(MeasuredPowerTests::assertSmall);
  }

  private static void assertSmall(Power power) {
    Instance<?> instance = power.finding().counterexample().orElseThrow().instance();
    assertThat(Arrays.stream(instance.numbers()).map(Decimals::significantDigits))
        .as("%s at %s", name(power), instance)
        .allMatch(digits -> digits <= 2);
    if (LARGE.stream().noneMatch(name(power)::startsWith)) {
      assertThat(instance.tokens()).as("%s at %s", name(power), instance).isLessThanOrEqualTo(4);
    }
  }

  private static Stream<Power> missed() {
    return measured.stream().filter(power -> !power.refuted());
  }

  private static String name(Power power) {
    return power.mutant().claim().id();
  }
}
