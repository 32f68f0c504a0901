package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.OwnClaims;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.junit.jupiter.api.Test;

class SummaryTests {

  private static List<String> lines(ClaimEntry... claims) {
    StringWriter out = new StringWriter();
    Summary.print(
        Ledgers.of(List.of(claims), List.of()), Duration.ofMillis(1234), new PrintWriter(out));
    return out.toString().lines().toList();
  }

  @Test
  void tableIsAligned() {
    List<String> lines =
        lines(
            Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED),
            Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED));

    assertThat(lines)
        .startsWith(
            "claim                    provenance  verdict   tries  left/right",
            "corollary-3-temperature  printed     refuted     100       2.000",
            "corollary-3-sharp        printed     survived    100       0.999",
            "2 claims: 1 refuted, 1 survived; 200 tries in 1.2 s")
        .contains(
            "corollary-3-temperature is refuted at logits = (0, 1E-300), T = 0.1:"
                + " left 0.5, right 0.25");
  }

  @Test
  void refutationBySampleIsMarkedAndTellsItsDoubt() {
    List<String> lines = lines(Entries.of(new Adversary(1, 50).attack(OwnClaims.sampled())));

    assertThat(lines.get(1)).contains("refuted*");
    assertThat(lines)
        .contains("* by a sample: at most 1e-12 chance that the sample misled")
        .anyMatch(
            line ->
                line.startsWith("own-sampled is refuted at ")
                    && line.endsWith("; by a sample: at most 1e-12 chance that the sample misled"))
        .noneMatch(line -> line.contains("certified"));
  }

  @Test
  void infiniteRatiosAreShown() {
    List<String> lines = lines(Entries.of(new Adversary(1, 50).attack(OwnClaims.staying())));

    assertThat(lines.get(1)).endsWith("∞");
    assertThat(lines.get(1)).hasSameSizeAs(lines.get(0));
  }
}
