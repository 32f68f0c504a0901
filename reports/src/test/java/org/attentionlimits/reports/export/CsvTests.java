package org.attentionlimits.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTests {

  private static final String HEADER =
      "id,standing,provenance,place,status,verdict,largest_ratio,tries,seed,"
          + "counterexample,left,right,left_at_least,right_at_most,logarithmic,doubt";

  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    assertThat(Csv.line("a b", "", "a,b", "say \"x\"", "a\nb", "a\rb", "ℓ"))
        .isEqualTo("a b,,\"a,b\",\"say \"\"x\"\"\",\"a\nb\",\"a\rb\",ℓ\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "2, 2",
    "1e-300, 1E-300",
    "2e-3, 0.002",
    "Infinity, Infinity",
    "-Infinity, -Infinity",
    "NaN, NaN"
  })
  void numbersReadBack(double value, String text) {
    assertThat(Csv.number(value)).isEqualTo(text);
    assertThat(Double.valueOf(text)).isEqualTo(Double.valueOf(value));
  }

  @Test
  void everyClaimIsALineWithItsSmallestCounterexample() {
    assertThat(LedgerCsv.of(Ledgers.sample()).lines())
        .containsExactly(
            HEADER,
            "corollary-3-temperature,STATED,PRINTED,Corollary 3,REFUTED,REFUTED,2,100,1,"
                + "\"logits = (0, 1E-300), T = 0.1\",0.5,0.25,0.5,0.25,false,0",
            "corollary-3-sharp,CORRECTED,PRINTED,Corollary 3,,SURVIVED,0.9996,100,1,,,,,,,");
  }

  @Test
  void statusIsThatOfTheCountAndNotTheVerdict() {
    Ledger ledger =
        Ledgers.of(
            List.of(
                Ledgers.claim("lemma-2", Verdict.REFUTED, 1e-12),
                Ledgers.as(Standing.VARIANT, "lemma-2", Ledgers.claim("variant", Verdict.REFUTED))),
            List.of());

    assertThat(LedgerCsv.of(ledger).lines().skip(1))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("lemma-2,STATED,PRINTED,Corollary 3,UNCONFIRMED,REFUTED,2,")
                    .endsWith(",false,1E-12"),
            line ->
                assertThat(line)
                    .startsWith("variant,VARIANT,PRINTED,Corollary 3,,REFUTED,2,")
                    .endsWith(",false,0"));
  }

  @Test
  void anInfiniteRatioIsAWordThatReadersKnow() {
    Ledger ledger =
        Ledgers.of(
            List.of(
                Ledgers.with(
                    Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED),
                    new SearchEntry(3, 9, 2, false, Double.POSITIVE_INFINITY),
                    Optional.empty())),
            List.of());

    assertThat(LedgerCsv.of(ledger)).contains(",REFUTED,REFUTED,Infinity,3,9,");
  }

  @Test
  void headsOfViolatedClaimsAreLines() {
    Ledger ledger =
        Ledgers.of(
            List.of(),
            List.of(
                Ledgers.model(
                    "a, b", Ledgers.rows(Ledgers.PRINTED, 40, 5), Ledgers.rows("none", 40, 0)),
                Ledgers.model("other", Ledgers.notApplicable("x", "no vectors"))));

    assertThat(HeadsCsv.of(ledger).lines())
        .containsExactly(
            "claim,model,layer,head,rows,above",
            "corollary-3-temperature,\"a, b\",0,0,35,0",
            "corollary-3-temperature,\"a, b\",1,0,5,5");
  }
}
