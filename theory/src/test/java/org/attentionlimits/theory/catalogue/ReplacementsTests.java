package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Standing;
import org.junit.jupiter.api.Test;

/** Which claims stand for a refuted one. */
class ReplacementsTests {

  private static final LogitRow TIED = new LogitRow(1, 0, 0);
  private static final LogitRow SINGLE = new LogitRow(1, 0);

  private static Claim<LogitRow> claim(String name, Standing standing, String... of) {
    return Claim.about(LogitRow.TYPE)
        .named(name)
        .as(standing, of)
        .where("two tokens", row -> row.tokens() == 2)
        .evaluatedBy((row, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));
  }

  private static List<String> ids(List<Claim<?>> claims) {
    return claims.stream().<String>map(Claim::id).toList();
  }

  private static List<String> replacements(String id, Instance<?>... counterexamples) {
    return ids(Catalogue.replacementsOf(id, List.of(counterexamples)));
  }

  @Test
  void correctedFormsComeBeforeSharperOnesAndThoseBeforeOtherReadings() {
    List<Claim<?>> claims =
        List.of(
            claim("part", Standing.PART, "wrong"),
            claim("variant", Standing.VARIANT, "wrong"),
            claim("sharper", Standing.SHARPER, "other", "wrong"),
            claim("corrected", Standing.CORRECTED, "wrong"),
            claim("identity", Standing.IDENTITY, "wrong"),
            claim("corrected-other", Standing.CORRECTED, "other"),
            claim("corrected-too", Standing.CORRECTED, "wrong"));

    assertThat(ids(Catalogue.replacementsOf("wrong", List.of(TIED), claims)))
        .containsExactly("corrected", "corrected-too", "sharper", "variant");
    assertThat(Catalogue.replacementsOf("right", List.of(TIED), claims)).isEmpty();
  }

  @Test
  void aClaimStandsForAnotherOnlyIfItSpeaksAboutEveryCounterexampleShown() {
    List<Claim<?>> claims = List.of(claim("corrected", Standing.CORRECTED, "wrong"));
    Instance<?> embedded = new EmbeddedRow(TIED, new double[2][1], 1);

    assertThat(Catalogue.replacementsOf("wrong", List.of(TIED, SINGLE), claims)).isEmpty();
    assertThat(Catalogue.replacementsOf("wrong", List.of(embedded), claims)).isEmpty();
    assertThat(ids(Catalogue.replacementsOf("wrong", List.of(), claims)))
        .containsExactly("corrected");
  }

  @Test
  void aClaimAboutRowsSpeaksAboutAFamilyIfItDoesAboutEachOfItsRows() {
    GrowingRow spiked = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, 0.5, 1);
    GrowingRow uniform = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 1);

    assertThat(replacements("length-aware", spiked)).containsExactly("length-aware-gap");
    assertThat(replacements("length-aware", uniform)).isEmpty();
  }

  /** Of a single token the sharp bound says nothing: no other token's vector has a length. */
  @Test
  void theSharpBoundOfSeparabilityDoesNotStandForTheOtherAtASingleToken() {
    SphericalRow single = new SphericalRow(SINGLE, 1, 2, 1, 0, 0.5);
    SphericalRow three = new SphericalRow(new LogitRow(1, 0, 0, 0), 3, 2, 1, 0, 0.1);

    assertThat(replacements("theorem-2-upper-positive-separated", single))
        .doesNotContain("theorem-2-upper-sharp");
    assertThat(replacements("theorem-2-upper-positive-separated", three))
        .contains("theorem-2-upper-sharp");
  }

  @Test
  void theBoundOfSoftmaxesJacobianIsReplacedByTheSharpOne() {
    for (String id : List.of("corollary-3-temperature", "corollary-3-sqrt2")) {
      assertThat(replacements(id, TIED, SINGLE).get(0)).isEqualTo("corollary-3-sharp");
    }
    assertThat(replacements("corollary-3", TIED, SINGLE)).startsWith("corollary-3-sharp");
    assertThat(replacements("corollary-3-sharp", TIED)).isEmpty();
  }
}
