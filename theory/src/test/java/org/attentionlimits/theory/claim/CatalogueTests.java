package org.attentionlimits.theory.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTests {

  @Test
  void namesAreUniqueAndFound() {
    List<String> ids = Catalogue.claims().stream().<String>map(Claim::id).toList();

    assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    for (Claim<?> claim : Catalogue.claims()) {
      assertThat(Catalogue.named(claim.id())).containsSame(claim);
    }
    assertThat(Catalogue.named("no-such-claim")).isEmpty();
  }

  @Test
  void everyClaimSaysWhatItSaysAndWhereItIsFrom() {
    for (Claim<?> claim : Catalogue.claims()) {
      Statement statement = claim.statement();
      assertThat(statement.words()).as(claim.id()).isNotBlank();
      assertThat(statement.latex()).as(claim.id()).isNotBlank();
      assertThat(statement.place()).as(claim.id()).isNotBlank();
      assertThat(statement.provenance()).as(claim.id()).isNotEqualTo(Provenance.USER);
      assertThat(balance(statement.latex())).as(statement.latex()).isZero();
    }
  }

  private static long balance(String latex) {
    return latex.chars().filter(c -> c == '{').count()
        - latex.chars().filter(c -> c == '}').count();
  }

  @Test
  void whatWasDerivedHereIsProvenInTheDocumentation() {
    assertThat(Catalogue.claims())
        .filteredOn(claim -> claim.statement().provenance() == Provenance.OURS)
        .isNotEmpty()
        .allSatisfy(
            claim -> assertThat(claim.statement().proof()).contains("proofs.html#" + claim.id()));
  }

  @Test
  void everyProvenanceIsDescribed() {
    for (Provenance provenance : Provenance.values()) {
      assertThat(provenance.description()).isNotBlank();
    }
  }
}
