package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;

/** Rows of a model refute what the search left standing. */
class ModelRowsTests {

  private static final int MOST = 6;

  /** False of rows of more than six tokens at one temperature, which no search draws. */
  private static Claim<LogitRow> mutant(double temperature) {
    return Claim.about(LogitRow.TYPE)
        .named("mutant")
        .evaluatedBy(
            (row, a) ->
                Evaluation.atMost(
                    a.of(row.temperature() == temperature ? row.tokens() : 1), a.of(MOST)));
  }

  @Test
  void rowsOfTheEmbeddedModelRefuteAMutantThatTheSearchMisses() throws IOException {
    try (Gpt2 mini = Gpt2.mini()) {
      Claim<LogitRow> mutant = mutant(mini.config().temperature());
      Referee referee = new Referee(SearchSettings.of(1, 20), Optional.empty(), List.of(mutant));
      long[] ids = LongStream.rangeClosed(65, 80).toArray();
      ClaimEntry alone = referee.run(List.of(), Optional.empty()).claims().get(0);
      ClaimEntry entry =
          referee
              .run(List.of(new Gpt2Attention(mini, "letters", ids)), Optional.empty())
              .claims()
              .get(0);

      assertThat(alone.verdict()).isEqualTo(Verdict.SURVIVED);
      assertThat(entry.verdict()).isEqualTo(Verdict.REFUTED);
      assertThat(entry.reason())
          .contains(
              "the search found no counterexample, but 160 rows of mini violate the claim; the"
                  + " counterexample was certified and shrunk from layer 0, head 0, query 6");
      assertThat(entry.counterexample().orElseThrow().left()).isEqualTo(MOST + 1.0);
      assertThat(entry.counterexample().orElseThrow().certificate().proven()).isTrue();
    }
  }
}
