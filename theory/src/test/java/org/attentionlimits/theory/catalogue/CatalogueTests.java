package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Statement;
import org.junit.jupiter.api.Test;

class CatalogueTests {

  private static final Path PROOFS = Path.of("..", "src", "site", "markdown", "proofs.md");

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

  /** The page has a heading or an anchor of that name. */
  @Test
  void everyProofIsWhereTheClaimSays() throws IOException {
    List<String> lines = Files.readAllLines(PROOFS);
    for (Claim<?> claim : Catalogue.claims()) {
      String proof = claim.statement().proof().orElse("proofs.html#" + claim.id());
      assertThat(proof).isEqualTo("proofs.html#" + claim.id());
      boolean isThere =
          lines.contains("## " + claim.id()) || lines.contains("<a id=\"" + claim.id() + "\"></a>");
      assertThat(isThere || claim.statement().proof().isEmpty()).as(claim.id()).isTrue();
    }
  }

  /** Those that the adversary refutes have none. */
  @Test
  void theClaimsWithoutAProofAreKnown() {
    assertThat(Catalogue.claims())
        .filteredOn(claim -> claim.statement().proof().isEmpty())
        .extracting(Claim::id)
        .containsExactly(
            "corollary-1-own",
            "theorem-1-fixed-set",
            "prose-jensen-gap",
            "corollary-2-i",
            "prose-distance-collapse",
            "theorem-2-lower-separated",
            "theorem-2-upper",
            "theorem-2-upper-separated",
            "theorem-2-upper-positive",
            "theorem-2-upper-positive-separated",
            "prose-eighty-percent",
            "prose-eighty-percent-ideal",
            "prose-declining-with-n",
            "corollary-3-temperature",
            "corollary-3-sqrt2",
            "length-aware");
  }

  @Test
  void everyProvenanceIsDescribed() {
    for (Provenance provenance : Provenance.values()) {
      assertThat(provenance.description()).isNotBlank();
    }
  }
}
