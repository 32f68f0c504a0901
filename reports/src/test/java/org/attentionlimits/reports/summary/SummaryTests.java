package org.attentionlimits.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.OwnClaims;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.junit.jupiter.api.Test;

class SummaryTests {

  private static List<String> lines(ClaimEntry... claims) {
    return Summary.of(Ledgers.of(List.of(claims), List.of())).lines().toList();
  }

  @Test
  void theCountByStatementComesFirstAndTheRestApart() {
    List<String> lines =
        lines(
            Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED),
            Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED),
            Ledgers.claim("lemma-2", Verdict.REFUTED),
            Ledgers.claim("sparse", Verdict.SURVIVED));

    assertThat(String.join("\n", lines))
        .startsWith(
            """
            Of the 4 statements that we took from the test text, 1 is refuted (1 formula as printed), 1
                survives, 1 is undecided, 1 is an unconfirmed reading (the search refutes 1 of them, 0 survive
                it).
            The list of statements is ours. What the paper says of heads that it measured is not in it: the
                experiments judge that.
            We could not see: Lemma 2; <b>the rest</b>.

            statement                verdict                       tries  longest row  left/right
            corollary-3-temperature  refuted                         100         2048       2.000
            lemma-1                  not attacked                   none         none        none
            lemma-2                  unconfirmed reading, refuted    100         2048       2.000
            sparse                   survived                        100         2048       0.999
            Seed 1, at most 100 tries a claim. Each claim is read as left ≤ right, so that the left side of one
                that says "at least" is its bound. Left/right is the ratio of the strongest counterexample shown
                where there is one, and else the largest ratio seen; ∞ where the right side is not positive.
            Survived: no counterexample was found, which is no proof.
            Symbols: logits ℓ of n tokens at temperature T, weights α = softmax(ℓ/T), or of another normaliser
                F(ℓ/T) over the sum of F; embeddings x of d dimensions, of norm M and at least δ apart where
                these are named, contributions y_i = α_i x_i; N selected tokens, the sum A of their weights,
                their context vector s = Σ y_i, the cumulative distance of the others Σ ‖s - y_j‖, a ball of
                radius r around s; ‖J‖ the spectral norm of the Jacobian.

            corollary-3-temperature (Corollary 3, as printed in the 2025 text): the norm is at most 1/(4T)
              refuted
              smallest and strongest: logits = (0, 1E-300), T = 0.1: left 0.5, right 0.25, ratio 2.000,
                certified
              correct form: corollary-3-sharp: the norm is at most 1/(4T)
            """
                .stripTrailing())
        .contains(
            """
            Apart from the paper's statements, and never counted with them:

            True forms in place of refuted ones
            claim              verdict   tries  longest row  left/right
            corollary-3-sharp  survived    100         2048       0.999
            """
                .stripTrailing());
  }

  @Test
  void bothWitnessesAreShown() {
    ClaimEntry claim = Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED);

    assertThat(
            lines(
                Ledgers.with(
                    claim, claim.search(), Optional.of(Ledgers.tied("logits = (0, 0), T = 1")))))
        .contains(
            "  smallest: logits = (0, 1E-300), T = 0.1: left 0.5, right 0.25, ratio 2.000, certified",
            "  strongest: logits = (0, 0), T = 1: left 0.5, right 0.25, ratio 2.000, certified");
  }

  @Test
  void partsStandUnderTheirStatementAndVariantsApart() {
    List<String> lines =
        lines(
            Ledgers.claim(Ledgers.PRINTED, Verdict.SURVIVED),
            Ledgers.as(Standing.PART, Ledgers.PRINTED, Ledgers.claim("the-part", Verdict.REFUTED)),
            Ledgers.as(
                Standing.VARIANT, Ledgers.PRINTED, Ledgers.claim("the-variant", Verdict.REFUTED)));
    int statement = indexOf(lines, Ledgers.PRINTED);

    assertThat(lines.get(0)).contains("0 are refuted, ");
    assertThat(indexOf(lines, "  the-part")).isEqualTo(statement + 1);
    assertThat(indexOf(lines, "the-variant")).isGreaterThan(indexOf(lines, "Apart from"));
    assertThat(lines)
        .contains("  refuted; another reading, never counted as the paper's")
        .contains("  against this reading: the paper says otherwise");
  }

  private static int indexOf(List<String> lines, String start) {
    return lines.indexOf(lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow());
  }

  @Test
  void undecidedTellsItsReasonAndASearchThatWasCutShortIsTold() {
    ClaimEntry survivor = Ledgers.claim("sparse", Verdict.SURVIVED);
    List<String> lines =
        lines(
            Ledgers.claim(Ledgers.PRINTED, Verdict.UNDECIDED),
            Ledgers.with(survivor, new SearchEntry(7, 1, 40, true, 0.5), survivor.strongest()));

    assertThat(lines).contains("corollary-3-temperature: no row was found");
    assertThat(lines.get(indexOf(lines, "sparse"))).contains("survived, search cut short");
    assertThat(lines)
        .contains(
            "Seed and budget do not determine this run: a limit of time cut short the search of"
                + " sparse.");
  }

  @Test
  void longerSearchesAndMemoriesAreTold() {
    Ledger ledger =
        Ledgers.of(new SearchSettings(1, 9, 5, true), Ledgers.sample().claims(), List.of());

    assertThat(Summary.of(ledger))
        .contains("it went on for 5 minutes, it began with the best\n    instances of earlier");
  }

  @Test
  void refutationBySampleTellsItsDoubt() {
    List<String> lines = lines(Entries.of(new Adversary(1, 50).attack(OwnClaims.sampled())));

    assertThat(lines.get(indexOf(lines, "own-sampled  "))).contains("refuted by a sample");
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains("by a sample: at most 1e-12 chance that the sample misled")
        .doesNotContain("certified");
  }

  @Test
  void claimsAboutLimitsShowTheirRuleInsteadOfARatio() {
    List<String> lines = lines(Entries.of(new Adversary(1, 50).attack(OwnClaims.staying())));

    assertThat(lines.get(indexOf(lines, "own-staying  "))).endsWith("by a rule");
    assertThat(String.join("\n", lines)).contains(": at n = 8, ").doesNotContain(", ratio ");
    assertThat(lines).contains("  judged by a rule at n = 8 … 1024");
  }

  @Test
  void aRuleThatIsNotAlongTokensIsToldWithItsProof() {
    ClaimEntry claim =
        Ledgers.saying(
            Ledgers.statement(Standing.STATED, List.of(), Optional.of("read off at T and T/8")),
            Ledgers.claim("sparse", Verdict.REFUTED));
    List<String> lines = lines(claim);

    assertThat(lines.get(indexOf(lines, "sparse  "))).endsWith("by a rule");
    assertThat(lines).contains("  judged by a rule, read off at T and T/8");
    assertThat(String.join("\n", lines)).contains("  smallest and strongest by the rule: ");
  }

  @Test
  void onlyAFormulaThatWasSeenHasACorrectForm() {
    List<String> lines =
        lines(
            Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED),
            Ledgers.claim("lemma-2", Verdict.REFUTED),
            Ledgers.claim("sparse", Verdict.REFUTED));

    assertThat(lines)
        .filteredOn(line -> line.contains(" form: ") || line.contains(" form beside it: "))
        .containsOnly("  true form beside it: corollary-3-sharp: the norm is at most 1/(4T)");
    assertThat(
            lines(
                Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED),
                Ledgers.claim("lemma-1", Verdict.REFUTED)))
        .contains("  correct form: corollary-3-sharp: the norm is at most 1/(4T)");
  }

  @Test
  void recordingsOfACollectionAreCountedTogether() {
    Optional<String> real = Optional.of("real");
    Ledger ledger =
        Ledgers.of(
            Ledgers.sample().claims(),
            List.of(
                Ledgers.recording(Ledgers.model("one", Ledgers.rows(Ledgers.PRINTED, 40, 5)), real),
                Ledgers.recording(
                    Ledgers.model(
                        "two",
                        Ledgers.rows(Ledgers.PRINTED, 60, 10),
                        Ledgers.notApplicable(Ledgers.SHARP, "needs more")),
                    real)));
    List<String> lines = Summary.of(ledger).lines().toList();

    assertThat(lines)
        .contains("one on a text", "two on a text", "Left out, needs more: " + Ledgers.SHARP);
    assertThat(lines)
        .filteredOn(line -> line.startsWith(Ledgers.PRINTED) && line.contains("stated  "))
        .singleElement()
        .asString()
        .matches(".* 100 +15\\.00 % +0 +1\\.750");
  }

  @Test
  void choicesAreToldOfStatementsThatSurviveToo() {
    PaperStatement statement = Paper.theOne().statement("sparse").orElseThrow();
    Ledger ledger =
        Ledger.of(
            "0",
            SearchSettings.of(1, 100),
            Paper.theOne(),
            List.of(Ledgers.claim("sparse", Verdict.SURVIVED)),
            List.of(),
            Ledgers.sample().environment());

    assertThat(Summary.ofPaper(ledger).replaceAll("\\s+", " "))
        .contains("Statements without a counterexample: sparse: ")
        .contains("Our choice: " + statement.ours().orElseThrow());
  }

  @Test
  void theCatalogueFitsOnATerminalAndCountsNoVariant() {
    Ledger ledger =
        Ledger.of(
            "0",
            SearchSettings.of(1, 500),
            Paper.theOne(),
            Searched.claims(),
            Ledgers.sample().models(),
            Ledgers.sample().environment());

    String text = Summary.of(ledger);

    assertThat(text.lines().filter(line -> line.length() > Lines.WIDTH && line.contains("  ")))
        .isEmpty();
    assertThat(text)
        .startsWith(
            "Of the "
                + Paper.theOne().statements().size()
                + " statements that we took from the 2025 text")
        .startsWith(Summary.ofPaper(ledger));
    assertThat(Summary.ofPaper(ledger)).doesNotContain("corollary-1-own");
  }
}
