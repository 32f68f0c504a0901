package org.attentionlimits.theory.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim of the catalogue at instances at the ends of its domain. */
class SpecialValueTests {

  private static final Arithmetic PRINTED = Arithmetic.printed(Claim.CERTIFYING_DIGITS);

  static List<Claim<?>> claims() {
    return Catalogue.claims();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimAdmitsSpecialInstances(Claim<?> claim) {
    assertThat(admitted(claim))
        .as("special instances of %s: add them to SpecialInstances", claim.type().getSimpleName())
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
