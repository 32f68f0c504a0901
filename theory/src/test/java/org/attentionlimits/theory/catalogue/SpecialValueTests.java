package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim of the catalogue at instances at the ends of its domain. */
class SpecialValueTests {

  private static final int MAGNITUDES = 100;
  private static final Arithmetic PRINTED = Arithmetic.printed(Claim.CERTIFYING_DIGITS);

  static List<Claim<?>> claims() {
    return Catalogue.claims();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimAdmitsSpecialInstances(Claim<?> claim) {
    assertThat(admitted(claim))
        .as("special instances of %s: add them to SpecialInstances", claim.type().name())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void fewDigitsAndManyNeverContradict(Claim<?> claim) {
    checkAgreement(claim);
  }

  private static <I extends Instance<I>> void checkAgreement(Claim<I> claim) {
    admitted(claim)
        .forEach(
            instance -> {
              Evaluation fast = claim.evaluate(instance, Arithmetic.BINARY64);
              Evaluation precise = claim.evaluatePrecisely(instance);
              assertThat(List.of(fast.outcome(), precise.outcome()))
                  .as("%s at %s: %s, and %s", claim, instance, fast, precise)
                  .isNotEqualTo(List.of(Outcome.HOLDS, Outcome.VIOLATED))
                  .isNotEqualTo(List.of(Outcome.VIOLATED, Outcome.HOLDS));
              assertThat(claim.evaluate(instance, PRINTED).outcome()).isNotNull();
            });
  }

  @ParameterizedTest
  @MethodSource("claims")
  void numbersOfAnyMagnitudeAreJudgedOrLeftUndecided(Claim<?> claim) {
    checkMagnitudes(claim, new Random(claim.id().hashCode()));
  }

  /** Each number of a special instance times its own power of ten, where that is admissible. */
  private static <I extends Instance<I>> void checkMagnitudes(Claim<I> claim, Random random) {
    List<I> special = admitted(claim).toList();
    Stream.generate(() -> special.get(random.nextInt(special.size())))
        .limit(MAGNITUDES)
        .flatMap(instance -> rescaled(instance, random).stream())
        .flatMap(instance -> claim.admitted(instance).stream())
        .forEach(
            instance -> {
              List<Outcome> outcomes =
                  Stream.of(Arithmetic.BINARY64, Arithmetic.exact(60), PRINTED)
                      .map(arithmetic -> claim.evaluate(instance, arithmetic).outcome())
                      .toList();
              assertThat(Set.copyOf(outcomes.subList(0, 2)))
                  .as("outcomes of %s at %s by few and many digits", claim, instance)
                  .isNotEqualTo(Set.of(Outcome.HOLDS, Outcome.VIOLATED));
            });
  }

  private static <I extends Instance<I>> Optional<I> rescaled(I instance, Random random) {
    int orders = 1 + random.nextInt(300);
    double[] numbers =
        Arrays.stream(instance.numbers())
            .map(x -> x * Math.pow(10, random.nextInt(2 * orders + 1) - orders))
            .toArray();
    try {
      return Optional.of(instance.withNumbers(numbers));
    } catch (IllegalArgumentException inadmissible) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimWithAProofIsNeverViolatedAndOneWithoutOnlyIfThatIsCertified(Claim<?> claim) {
    checkViolations(claim);
  }

  private static <I extends Instance<I>> void checkViolations(Claim<I> claim) {
    List<I> violating =
        admitted(claim)
            .filter(instance -> claim.evaluate(instance).outcome() == Outcome.VIOLATED)
            .toList();
    if (claim.statement().proof().isPresent()) {
      assertThat(violating).as("violations of %s", claim).isEmpty();
    } else if (!violating.isEmpty()) {
      assertThat(violating)
          .as("violations of %s that are certified", claim)
          .anyMatch(instance -> Certificate.of(claim, instance).isPresent());
    }
  }

  private static <I extends Instance<I>> Stream<I> admitted(Claim<I> claim) {
    return SpecialInstances.of(claim.type()).stream()
        .flatMap(instance -> claim.admitted(instance).stream());
  }
}
