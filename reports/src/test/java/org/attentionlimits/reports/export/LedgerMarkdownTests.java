package org.attentionlimits.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.BaselineCheck;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;

class LedgerMarkdownTests {

  private static final String REPLAY = "To run it again: attention-limits verify --seed=1";

  @Test
  void aRunWithoutDeparturesIsItsCountItsTablesAndTheBaseline() {
    assertThat(LedgerMarkdown.of(Ledgers.sample(), Departures.none(REPLAY)))
        .isEqualTo(
            """
            # attention-limits 0

            ## Statements of the paper

            Of the 4 statements that we took from the test text, 1 is refuted (1 formula as printed), 0 survive, 2 are undecided, 1 is an unconfirmed reading (the search refutes 0 of them, 0 survive it, 1 is undecided).

            | statement | place | verdict | left/right |
            |---|---|---|--:|
            | corollary-3-temperature | Corollary 3 | refuted | 2.000 |
            | lemma-1 | Lemma 1 | not attacked | none |
            | sparse | Discussion | not attacked | none |
            | lemma-2 | Lemma 2 | unconfirmed reading, not attacked | none |

            ## Models and recordings

            | source | rows | rows above what the paper states |
            |---|---|---|
            | mini | 40 | corollary-3-temperature: 12.50 % |

            ## Baseline

            Baseline: none was given
            """);
  }

  @Test
  void departuresComeFirstWithTheCommandThatShowsThem() {
    Ledger before =
        Ledgers.of(List.of(Ledgers.claim(Ledgers.PRINTED, Verdict.SURVIVED)), List.of());
    Ledger now = Ledgers.of(List.of(Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED)), List.of());
    Departures departures =
        Departures.of(
            Path.of("base_line.json"),
            Optional.of(BaselineCheck.compare(Baseline.of(before), now, false)),
            false,
            REPLAY);

    assertThat(LedgerMarkdown.of(now, departures))
        .startsWith(
            """
            # attention-limits 0

            ## The results depart from the baseline base\\_line.json

            - corollary-3-temperature: was SURVIVED, is REFUTED
              - counterexample: logits = (0, 1E-300), T = 0.1
              - left side at least 0.5, right side at most 0.25

            ```text
            To run it again: attention-limits verify --seed=1
            ```

            ## Statements of the paper
            """)
        .doesNotContain("Models and recordings");
  }

  @Test
  void whatFilesNameIsNoMarkup() {
    Ledger ledger =
        Ledgers.of(
            List.of(),
            List.of(Ledgers.model("<img src=x>|`a`*b*[c](d)\n# e", Ledgers.rows("x", 40, 0))));

    assertThat(LedgerMarkdown.of(ledger, Departures.none(REPLAY)))
        .contains(
            "| \\<img src=x\\>\\|\\`a\\`\\*b\\*\\[c\\](d) \\# e | 40 |"
                + " no statement could be evaluated |\n");
  }
}
