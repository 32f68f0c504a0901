package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ledgers of a search in which what stands beside the counterexamples was edited. */
class EditedFindingsTests {

  private static final String CLAIM = "    \"id\" : \"";

  @TempDir private Path directory;

  private static Ledger ledger(List<ClaimEntry> claims, List<ModelEntry> models)
      throws IOException {
    return Ledger.of(
        Version.text(),
        SearchSettings.of(1, 200),
        Paper.theOne(),
        claims,
        models,
        new Environment("17", "Linux", Optional.empty()));
  }

  private static String searched() throws IOException {
    return Json.print(ledger(Searched.claims(), List.of()));
  }

  private Run check(String text) throws IOException {
    return Run.of("check", Files.writeString(directory.resolve("ledger.json"), text).toString());
  }

  private Run check(Ledger ledger) throws IOException {
    return check(Json.print(ledger));
  }

  private static void assertFound(Run run, String problem) {
    assertThat(run.out()).contains("Edited: ").contains(problem);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Main.DEPARTED);
  }

  /** The ledger with a part of one claim replaced. */
  private static String edited(String id, String part, String other) throws IOException {
    String text = searched();
    int start = text.indexOf(CLAIM + id + '"');
    int next = text.indexOf(CLAIM, start + 1);
    String claim = text.substring(start, next);
    assertThat(claim).containsPattern(part);
    return text.substring(0, start) + claim.replaceFirst(part, other) + text.substring(next);
  }

  @Test
  void theLedgerStandsUntilItIsEdited() throws IOException {
    Run run = check(searched());

    assertThat(run.out()).doesNotContain("Edited", "Written by");
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corollary-3-sharp | '(\"words\" : \")' | '$1not ' | its statement is not the catalogue's: words not ",
        "corollary-3-sharp | '(\"latex\" : \")' | '$1x' | its statement is not the catalogue's: latex x",
        "corollary-3-sharp | '(\"domain\" : \")' | '$1no ' | its statement is not the catalogue's: domain no ",
        "corollary-3-sharp | '(\"place\" : \")' | '$1no ' | its statement is not the catalogue's: place no ",
        "corollary-3-sharp | '\"standing\" : \"[A-Z]+\"' | '\"standing\" : \"NEIGHBOUR\"' | its statement is not the catalogue's: standing NEIGHBOUR",
        "corollary-3-sharp | '\"tries\" : [0-9]+' | '\"tries\" : 0' | its tightest instance was found in no try",
        "corollary-3-sharp | '\"tries\" : [0-9]+' | '\"tries\" : 201' | its tries are above the budget of the search: 201",
        "corollary-3-sharp | '\"longest\" : [0-9]+' | '\"longest\" : 0' | its tightest instance was found in no try",
        "corollary-3-sharp | '\"seed\" : 1' | '\"seed\" : 2' | its seed is not that of the search: 2",
        "corollary-3-sharp | '\"largestRatio\" : [^\n]+' | '\"largestRatio\" : 0.5' | its largest ratio is not that of its tightest instance: 0.5",
        "corollary-3-sharp | '\"largestRatio\" : [^\n]+' | '\"largestRatio\" : 1.5' | SURVIVED, but its tightest instance violates it",
        "corollary-3-sharp | '\"tightest\" : [{]' | '\"reason\" : \"x\", \"tightest\" : {' | SURVIVED with a reason for another verdict",
        "corollary-3-sharp | '\"verdict\" : \"SURVIVED\"' | '\"verdict\" : \"UNDECIDED\"' | UNDECIDED without a reason",
        "corollary-3-sharp | '\"replacements\" : \\[ *\\]' | '\"replacements\" : [ \"lemma-1\" ]' | its replacements are not [lemma-1]",
        "corollary-3-temperature | '\"replacements\" : \\[[^\\]]*\\]' | '\"replacements\" : [ ]' | its replacements are not []",
        "corollary-3-temperature | '(\"verdict\" : \"REFUTED\")' | '$1, \"reason\" : \"x\"' | REFUTED for a reason, but no row of a model violates it",
        "corollary-3-sharp | 'corollary-3-sharp' | 'nonsense' | nonsense: no such claim in the catalogue",
        "corollary-3-sharp | 'corollary-3-sharp' | 'nonsense' | claims of the catalogue are missing: corollary-3-sharp",
      })
  void isTold(String id, String part, String other, String problem) throws IOException {
    assertFound(check(edited(id, part, other)), problem);
  }

  @Test
  void triesAboveTheBudgetAreThoseOfMoreMinutes() throws IOException {
    String tries = edited("corollary-3-sharp", "\"tries\" : [0-9]+", "\"tries\" : 201");
    Run run = check(tries.replaceFirst("\"minutes\" : 0", "\"minutes\" : 1"));

    assertThat(run.out()).doesNotContain("Edited");
    assertThat(run.code()).isZero();
  }

  @Test
  void thePapersWordsAreTold() throws IOException {
    String text = searched();
    String title = "\"title\" : \"";
    assertFound(
        check(text.replaceFirst(title, title + "No ")),
        "the paper's statements are not those of the catalogue");
  }

  @Test
  void wordsOfAnotherVersionAreToldAsThat() throws IOException {
    String version = "\"version\" : \"";
    Run run =
        check(
            edited("corollary-3-sharp", "\"words\" : \"", "\"words\" : \"not ")
                .replaceFirst(version + Version.text(), version + "9.9"));

    assertThat(run.out())
        .startsWith(
            "Written by version 9.9, and checked by version "
                + Version.text()
                + ": words that are not the catalogue's here are told, not judged; they may be"
                + " edited.")
        .contains("corollary-3-sharp: its statement is not the catalogue's: words not ")
        .contains(", 1 difference in words, not judged" + System.lineSeparator())
        .doesNotContain("Edited");
    assertThat(run.code()).isZero();
  }

  @Test
  void anotherVersionIsToldWhereNoWordsAreOthers() throws IOException {
    String version = "\"version\" : \"";
    Run run = check(searched().replaceFirst(version + Version.text(), version + "9.9"));

    assertThat(run.out())
        .startsWith("Written by version 9.9, and checked by version " + Version.text())
        .contains(", 0 differences in words, not judged" + System.lineSeparator());
    assertThat(run.code()).isZero();
  }

  /** What is no word is held against the claims here, whatever version is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"largestRatio\" : [^\n]+' | '\"largestRatio\" : 0.5' | its largest ratio is not that of",
        "'\"seed\" : 1' | '\"seed\" : 2' | its seed is not that of the search: 2",
        "'\"tries\" : [0-9]+' | '\"tries\" : 0' | its tightest instance was found in no try",
        "'\"verdict\" : \"SURVIVED\"' | '\"verdict\" : \"UNDECIDED\"' | UNDECIDED without a reason",
      })
  void allElseOfAnotherVersionIsChecked(String part, String other, String problem)
      throws IOException {
    String version = "\"version\" : \"";
    Run run =
        check(
            edited("corollary-3-sharp", part, other)
                .replaceFirst(version + Version.text(), version + "9.9"));
    assertFound(run, problem);
    assertThat(run.out()).startsWith("Written by version 9.9, and checked by version ");
  }

  @Test
  void aClaimThatIsLeftOutIsTold() throws IOException {
    List<ClaimEntry> claims =
        Searched.claims().stream().filter(c -> !c.id().equals(Ledgers.SHARP)).toList();
    assertFound(
        check(ledger(claims, List.of())), "claims of the catalogue are missing: " + Ledgers.SHARP);
  }

  private static ClaimEntry with(
      ClaimEntry claim,
      Verdict verdict,
      Optional<ClaimEntry.CounterexampleEntry> counterexample,
      Optional<ClaimEntry.CounterexampleEntry> strongest) {
    return new ClaimEntry(
        claim.id(),
        claim.statement(),
        verdict,
        claim.reason(),
        claim.search(),
        claim.tightest(),
        counterexample,
        strongest,
        verdict == Verdict.SURVIVED ? List.of() : claim.replacements(),
        claim.curve());
  }

  private static Ledger with(ClaimEntry other) throws IOException {
    return ledger(
        Searched.claims().stream().map(c -> c.id().equals(other.id()) ? other : c).toList(),
        List.of());
  }

  private static List<ClaimEntry> refuted() {
    return Searched.claims().stream().filter(c -> c.verdict() == Verdict.REFUTED).toList();
  }

  @Test
  void aVerdictThatWasTurnedWithItsWitnessesRemovedIsTold() throws IOException {
    assertThat(refuted()).isNotEmpty();
    for (ClaimEntry claim : refuted()) {
      Run run = check(with(with(claim, Verdict.SURVIVED, Optional.empty(), Optional.empty())));
      assertFound(run, claim.id() + ": SURVIVED, but its tightest instance violates it");
    }
  }

  @Test
  void counterexamplesThatWereSwappedAreTold() throws IOException {
    ClaimEntry claim =
        refuted().stream()
            .filter(c -> c.strongest().orElseThrow().ratio() > c.witnesses().get(0).ratio())
            .findFirst()
            .orElseThrow();
    assertFound(
        check(with(with(claim, Verdict.REFUTED, claim.strongest(), claim.counterexample()))),
        claim.id() + ": its smallest counterexample is stronger than its strongest");
  }

  @Test
  void aCounterexampleThatIsMissingIsToldInOneLine() throws IOException {
    ClaimEntry claim = refuted().get(0);
    Run run = check(with(with(claim, Verdict.REFUTED, claim.counterexample(), Optional.empty())));

    assertThat(run.err())
        .contains(claim.id() + ": refuted without a smallest and a strongest witness")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void aCurveThatIsAnotherIsTold() throws IOException {
    for (ClaimEntry claim : Searched.claims()) {
      if (claim.curve().isPresent()) {
        String value = "(?s)(\"curve\".*?\"value\" : )[^}]+?(\\s*\\})";
        if (!claim.equals(Searched.claims().get(Searched.claims().size() - 1))) {
          assertFound(check(edited(claim.id(), value, "$1-7$2")), "its curve is another");
        }
      }
    }
    assertThat(Searched.claims()).anyMatch(claim -> claim.curve().isPresent());
  }

  @Test
  void rowsThatViolateASurvivingClaimAreTold() throws IOException {
    ModelEntry model = Ledgers.model("mini", Ledgers.rows(Ledgers.SHARP, 40, 5));
    assertFound(
        check(ledger(Searched.claims(), List.of(model))),
        Ledgers.SHARP + ": SURVIVED, but rows of a model violate it");
  }
}
