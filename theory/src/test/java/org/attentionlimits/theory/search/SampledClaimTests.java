package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

/** Claims whose samples mislead the search, but not the certificate. */
class SampledClaimTests {

  private static final Adversary ADVERSARY = new Adversary(1, 500);

  /** Violated by every row as the search sees it, and as the certificate does by some. */
  private static Claim<LogitRow> violatedBy(Predicate<LogitRow> some) {
    return Claim.about(LogitRow.TYPE)
        .named("misleading")
        .evaluatedBy(
            (row, arithmetic) -> {
              boolean isSearch = arithmetic.digits() <= Arithmetic.BINARY64.digits();
              double left = isSearch || some.test(row) ? 1 : 0.25;
              return Evaluation.atMost(arithmetic.input(left), arithmetic.of(0.5))
                  .withDoubt(Sampling.DOUBT);
            });
  }

  @Test
  void whatTheCertificatesSampleDoesNotShowIsNoRefutation() {
    Finding<LogitRow> finding = ADVERSARY.attack(violatedBy(row -> false));

    assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(finding.suspect()).isPresent();
  }

  @Test
  void aCounterexampleIsShrunkAsFarAsTheCertificatesSampleShowsIt() {
    Predicate<LogitRow> some = row -> row.tokens() >= 3 && row.logits()[0] >= 2;
    Finding<LogitRow> finding = ADVERSARY.attack(violatedBy(some));

    assertThat(finding.counterexample().orElseThrow().instance())
        .isEqualTo(new LogitRow(1, 2, 0, 0));
  }
}
