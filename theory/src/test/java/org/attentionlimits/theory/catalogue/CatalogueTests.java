package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.catalogue.neighbour.Neighbours;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
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
  void everyProofAndRefutationIsWhereTheClaimSays() throws IOException {
    List<String> lines = Files.readAllLines(PROOFS);
    for (Claim<?> claim : Catalogue.claims()) {
      Stream.of(claim.statement().proof(), claim.statement().refutation())
          .flatMap(Optional::stream)
          .forEach(
              where -> {
                assertThat(where).isEqualTo("proofs.html#" + claim.id());
                assertThat(lines)
                    .as(claim.id())
                    .containsAnyOf("## " + claim.id(), "<a id=\"" + claim.id() + "\"></a>");
              });
    }
  }

  /** A search looks at four lengths of a family, which is no proof. */
  @Test
  void everyClaimAboutALimitIsProvenOrRefutedInTheDocumentation() {
    assertThat(Catalogue.claims())
        .filteredOn(claim -> claim.type() == GrowingRow.TYPE)
        .isNotEmpty()
        .allSatisfy(
            claim ->
                assertThat(claim.statement().refutation().or(() -> claim.statement().proof()))
                    .isPresent());
  }

  /** Those that the adversary refutes have none, and one that another paper proves. */
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
            "prose-linear-growth",
            "prose-distance-collapse",
            "theorem-2-lower-separated",
            "theorem-2-upper",
            "theorem-2-upper-separated",
            "theorem-2-upper-positive",
            "theorem-2-upper-positive-separated",
            "prose-eighty-percent",
            "prose-eighty-percent-ideal",
            "prose-declining-with-n",
            "corollary-3",
            "corollary-3-temperature",
            "corollary-3-sqrt2",
            "prose-smaller-step",
            "low-temperature-single-row",
            "prose-vanishing-minimum",
            "length-aware",
            "controlled",
            "controlled-above",
            "controlled-above-normalized",
            "entropy-by-norm");
  }

  @Test
  void everyClaimHasASource() {
    assertThat(Catalogue.claims())
        .extracting(Catalogue::sourceOf)
        .allMatch(source -> source.matches("[0-9]{4}\\.[0-9]{5}|ours"))
        .contains("2508.17821", "2410.01104", Catalogue.OURS);
  }

  /** A result of another paper is never taken for one of the paper that is counted. */
  @Test
  void whatIsBesideThePaperIsFromAnotherOneOrDerivedHere() {
    String paper = Paper.theOne().source().replace("arXiv:", "");
    assertThat(Neighbours.claims())
        .isNotEmpty()
        .allSatisfy(
            claim -> {
              assertThat(Catalogue.sourceOf(claim)).isNotEqualTo(paper);
              assertThat(claim.statement().standing())
                  .isIn(Standing.NEIGHBOUR, Standing.SHARPER, Standing.IDENTITY);
            });
    assertThat(Catalogue.claims()).endsWith(Neighbours.claims().toArray(Claim<?>[]::new));
  }

  @Test
  void aUsersClaimHasNoPaper() {
    Claim<LogitRow> own =
        Claim.about(LogitRow.TYPE)
            .named("own")
            .evaluatedBy(
                (row, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));
    assertThat(Catalogue.sourceOf(own)).isEqualTo("a user");
  }

  @Test
  void everyProvenanceIsDescribed() {
    for (Provenance provenance : Provenance.values()) {
      assertThat(provenance.description()).isNotBlank();
    }
  }

  @Test
  void noClaimOfTheCatalogueIsAUsersOwn() {
    assertThat(Catalogue.claims())
        .extracting(claim -> claim.statement().standing())
        .doesNotContain(Standing.USER);
  }

  @Test
  void onlyOtherReadingsNameTheWordsThatSpeakAgainstThem() {
    assertThat(Catalogue.claims())
        .allSatisfy(
            claim ->
                assertThat(claim.statement().against().isPresent())
                    .as(claim.id())
                    .isEqualTo(claim.statement().standing() == Standing.VARIANT));
  }

  /** Another reading may be one of what an experiment states. */
  @Test
  void everyClaimStandsUnderClaimsOfTheCatalogueOrStatementsOfThePaper() {
    for (Claim<?> claim : Catalogue.claims()) {
      Statement statement = claim.statement();
      boolean beside = Neighbours.claims().contains(claim);
      assertThat(statement.of())
          .as(claim.id())
          .allMatch(
              id -> Catalogue.named(id).isPresent() || Paper.theOne().statement(id).isPresent());
      boolean alone =
          EnumSet.of(Standing.STATED, Standing.IDENTITY, Standing.VARIANT, Standing.NEIGHBOUR)
              .contains(statement.standing());
      assertThat(alone || beside || !statement.of().isEmpty()).as(claim.id()).isTrue();
    }
  }

  @Test
  void theStatedClaimsAreTheStatementsOfThePaperInItsOrder() {
    List<String> stated =
        Catalogue.claims().stream()
            .filter(claim -> claim.statement().standing() == Standing.STATED)
            .<String>map(Claim::id)
            .toList();
    List<String> statements = Paper.theOne().statements().stream().map(PaperStatement::id).toList();
    assertThat(stated).containsExactlyElementsOf(statements);
  }
}
