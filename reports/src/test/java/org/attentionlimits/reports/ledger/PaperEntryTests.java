package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attentionlimits.reports.ledger.PaperEntry.CountsEntry;
import org.attentionlimits.reports.ledger.PaperEntry.PaperStatementEntry;
import org.attentionlimits.reports.summary.Summary;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperEntryTests {

  private static final String ANOTHER =
      """
      title\tAnother Paper
      authors\tSomeone
      source\tarXiv:1
      version\tits second version
      statement\ta\tseen\tLemma 1\tfirst
      statement\tb\tunseen\tLemma 2\tsecond
      statement\tc\tunseen\tLemma 3\tthird
      statement\td\twords\tDiscussion\tfourth
      statement\te\twords\tDiscussion\tfifth
      unseen\tLemma 2
      """;

  private static PaperEntry another(Verdict a, Verdict b, Verdict c, Verdict d, Verdict e) {
    return PaperEntry.of(
        Paper.parse(ANOTHER),
        List.of(
            Ledgers.claim("a", a),
            Ledgers.claim("b", b),
            Ledgers.claim("c", c),
            Ledgers.claim("d", d),
            Ledgers.claim("e", e)));
  }

  private static Ledger ledger(Paper paper, List<ClaimEntry> claims) {
    Ledger sample = Ledgers.sample();
    return Ledger.of(
        sample.version(), sample.search(), paper, claims, List.of(), sample.environment());
  }

  @Test
  void countsOfTheCatalogueAddUpToTheNumberOfStatements() {
    Paper paper = Paper.theOne();

    CountsEntry counts = PaperEntry.of(paper, Searched.claims()).counts();

    assertThat(counts.statements()).isEqualTo(paper.statements().size());
    assertThat(
            counts.refuted()
                + counts.depends()
                + counts.survived()
                + counts.undecided()
                + counts.unconfirmed())
        .isEqualTo(paper.statements().size());
  }

  @Test
  void everyStatedClaimOfTheCatalogueIsCountedAndNoOther() {
    Set<String> counted =
        Paper.theOne().statements().stream().map(PaperStatement::id).collect(Collectors.toSet());

    assertThat(Searched.claims())
        .allSatisfy(
            claim ->
                assertThat(counted.contains(claim.id()))
                    .as(claim.id())
                    .isEqualTo(claim.standing() == Standing.STATED));
  }

  @Test
  void anotherPaperChangesCountsAndTexts() {
    PaperEntry paper =
        another(
            Verdict.REFUTED,
            Verdict.REFUTED,
            Verdict.SURVIVED,
            Verdict.SURVIVED,
            Verdict.UNDECIDED);

    assertThat(paper.counts()).isEqualTo(new CountsEntry(5, 1, 0, 1, 1, 2, 1));
    assertThat(paper.text())
        .isEqualTo(
            "Of the 5 statements that we took from its second version, 1 is refuted (1 formula as printed), 1"
                + " survives, 1 is undecided, 2 are unconfirmed readings (the search refutes 1 of them, 1"
                + " survives it).");
    assertThat(paper.refutedInShort()).isEqualTo("1 formula of 5 refuted");
    assertThat(paper.unseen()).containsExactly("Lemma 2");
  }

  @Test
  void readingsOfUnseenFormulasAreNeverCountedAsRefuted() {
    PaperEntry paper =
        another(
            Verdict.REFUTED, Verdict.REFUTED, Verdict.REFUTED, Verdict.REFUTED, Verdict.REFUTED);

    assertThat(paper.counts()).isEqualTo(new CountsEntry(5, 3, 0, 0, 0, 2, 2));
    assertThat(paper.text())
        .isEqualTo(
            "Of the 5 statements that we took from its second version, 3 are refuted (1 formula as printed; 2"
                + " sentences, in the sense that we gave their words), 0 survive, 0 are undecided, 2 are unconfirmed readings (the search refutes 2 of them, 0"
                + " survive it).");
  }

  @Test
  void aSentenceAboutAFormulaThatWasNotSeenIsAnUnconfirmedReading() {
    Paper resting = Paper.parse(ANOTHER + "rests\td\tb\nours\te\ta threshold\n");
    PaperEntry paper =
        PaperEntry.of(
            resting,
            List.of(Ledgers.claim("d", Verdict.REFUTED), Ledgers.claim("e", Verdict.REFUTED)));

    assertThat(paper.counts()).isEqualTo(new CountsEntry(5, 1, 0, 0, 1, 3, 1));
    assertThat(paper.refutedInShort()).isEqualTo("1 sentence of 5 refuted");
    assertThat(paper.statements().get(3).restsOn()).contains("b");
    assertThat(paper.statements().get(4).ours()).contains("a threshold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d  | 2 sentences, in the sense that we gave their words, 1 of them with a choice of ours",
        "de | 2 sentences, in the sense that we gave their words, each with a choice of ours"
      })
  void theCountSaysHowManySentencesLeaveAChoice(String ours, String words) {
    String lines =
        ours.chars()
            .mapToObj(id -> "ours\t" + (char) id + "\ta threshold\n")
            .collect(Collectors.joining());
    PaperEntry paper =
        PaperEntry.of(
            Paper.parse(ANOTHER + lines),
            List.of(Ledgers.claim("d", Verdict.REFUTED), Ledgers.claim("e", Verdict.REFUTED)));

    assertThat(paper.text()).contains("2 are refuted (" + words + "), ");
  }

  @Test
  void aSentenceThatHoldsInAnotherReadingIsNotCountedAsRefuted() {
    Paper paper = Paper.parse(ANOTHER + "ours\td\ta scale\notherwise\td\tanother scale\n");
    List<ClaimEntry> claims =
        List.of(Ledgers.claim("d", Verdict.REFUTED), Ledgers.claim("e", Verdict.REFUTED));
    PaperEntry entry = PaperEntry.of(paper, claims);
    Ledger ledger = ledger(paper, claims);

    assertThat(entry.counts()).isEqualTo(new CountsEntry(5, 1, 1, 0, 1, 2, 0));
    assertThat(entry.text())
        .contains(", 1 depends on the reading (refuted in ours, true in another that we name), ");
    assertThat(entry.refutedInShort()).isEqualTo("1 sentence of 5 refuted");
    assertThat(Words.status(claims.get(0), ledger)).isEqualTo("refuted in our reading");
    assertThat(Words.tone(claims.get(0), ledger)).isEqualTo(Words.Tone.NEUTRAL);
    assertThat(Words.choices(claims.get(0), ledger))
        .containsExactly("Our choice: a scale.", "It holds in another reading: another scale.");
    assertThat(PaperEntry.of(paper, List.of(Ledgers.claim("d", Verdict.SURVIVED))).counts())
        .isEqualTo(new CountsEntry(5, 0, 0, 1, 2, 2, 0));
  }

  @Test
  void anUnconfirmedReadingThatHasAnotherOneThatHoldsIsToldInTheCount() {
    Paper paper = Paper.parse(ANOTHER + "otherwise\tb\tanother reading\n");
    PaperEntry entry =
        PaperEntry.of(
            paper,
            List.of(Ledgers.claim("b", Verdict.REFUTED), Ledgers.claim("c", Verdict.REFUTED)));

    assertThat(entry.text())
        .contains(
            "(the search refutes 2 of them, of which 1 holds in another that we name, 0 surv");
  }

  @Test
  void whatIsOurChoiceIsSaidBesideTheVerdict() {
    List<ClaimEntry> claims = List.of(Ledgers.claim("d", Verdict.REFUTED));
    Paper resting = Paper.parse(ANOTHER + "rests\td\tb\nours\td\ta threshold\n");
    Ledger ledger = ledger(resting, claims);

    assertThat(Words.choices(claims.get(0), ledger))
        .containsExactly(
            "It speaks of b, whose formula we did not see.", "Our choice: a threshold.");
    assertThat(Summary.of(ledger)).contains("It speaks of b, ", "Our choice: a threshold.");
  }

  @Test
  void theWorstComesFirstAndFormulasBeforeSentences() {
    PaperEntry paper =
        another(
            Verdict.REFUTED, Verdict.SURVIVED, Verdict.REFUTED, Verdict.REFUTED, Verdict.UNDECIDED);

    assertThat(paper.worstFirst())
        .extracting(PaperStatementEntry::claim)
        .containsExactly("a", "d", "e", "c", "b");
  }

  @Test
  void statementWithoutAClaimIsUndecided() {
    PaperEntry paper = PaperEntry.of(Paper.parse(ANOTHER), List.of());

    assertThat(paper.counts()).isEqualTo(new CountsEntry(5, 0, 0, 0, 3, 2, 0));
    assertThat(paper.statements()).allMatch(statement -> statement.verdict().isEmpty());
  }

  @Test
  void claimsOfOtherStandingChangeNoCount() {
    List<ClaimEntry> claims = Ledgers.sample().claims();
    CountsEntry counts = PaperEntry.of(Ledgers.PAPER, claims).counts();
    ClaimEntry variant =
        Ledgers.as(Standing.VARIANT, Ledgers.PRINTED, Ledgers.claim("a-variant", Verdict.REFUTED));

    assertThat(
            PaperEntry.of(Ledgers.PAPER, List.of(claims.get(0), claims.get(1), variant)).counts())
        .isEqualTo(counts);
  }

  @Test
  void countsThatAreNotThoseOfTheStatementsAreRejected() {
    PaperEntry paper = Ledgers.sample().paper();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PaperEntry(
                    paper.title(),
                    paper.source(),
                    paper.version(),
                    new CountsEntry(4, 2, 0, 0, 1, 1, 0),
                    paper.statements(),
                    paper.unseen()))
        .withMessageStartingWith("counts must be ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CountsEntry(4, 2, 0, 0, 1, 1, 2))
        .withMessageStartingWith("counts must add up: ");
  }
}
