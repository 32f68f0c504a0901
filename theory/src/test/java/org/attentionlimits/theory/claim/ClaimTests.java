package org.attentionlimits.theory.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;

class ClaimTests {

  private static final LogitRow ROW = new LogitRow(1, 0, 0);

  private static Claim<LogitRow> largestWeightAtMost(double bound) {
    return Claim.about(LogitRow.TYPE)
        .named("largest-weight")
        .where("two tokens or more", row -> row.tokens() > 1)
        .evaluatedBy(
            (row, arithmetic) ->
                Evaluation.atMost(row.weights(arithmetic).max(), arithmetic.input(bound)));
  }

  @Test
  void aClaimOfOnesOwnIsEvaluated() {
    assertThat(largestWeightAtMost(0.6).evaluate(ROW).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(largestWeightAtMost(0.4).evaluate(ROW).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(largestWeightAtMost(0.4)).hasToString("largest-weight");
    assertThat(largestWeightAtMost(0.4).statement().provenance()).isEqualTo(Provenance.USER);
  }

  @Test
  void aClaimSpeaksOnlyAboutItsDomain() {
    Claim<LogitRow> claim = largestWeightAtMost(0.6);
    LogitRow single = new LogitRow(1, 0);

    assertThat(claim.admits(ROW)).isTrue();
    assertThat(claim.admits(single)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claim.evaluate(single))
        .withMessage("largest-weight does not speak about logits = (0), T = 1");
    assertThat(claim.admitted(ROW)).containsSame(ROW);
    assertThat(claim.admitted(single)).isEmpty();
    assertThat(claim.admitted(new EmbeddedRow(ROW, new double[2][1], 1))).isEmpty();
  }

  @Test
  void theFirstHypothesisThatFailsIsNamed() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("two-hypotheses")
            .where(
                "two tokens at a temperature above one",
                List.of(
                    new Hypothesis<>("two tokens", row -> row.tokens() == 2),
                    new Hypothesis<>("a temperature above one", row -> row.temperature() > 1)))
            .evaluatedBy(
                (row, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));

    assertThat(claim.unmet(new LogitRow(2, 0, 0))).isEmpty();
    assertThat(claim.unmet(new LogitRow(1, 0))).contains("two tokens");
    assertThat(claim.unmet(ROW)).contains("a temperature above one");
    assertThat(claim.admits(ROW)).isFalse();
    assertThat(claim.statement().domain()).isEqualTo("two tokens at a temperature above one");
  }

  /** The double 0.1 is above one tenth, and 0.5 is one half. */
  @Test
  void printedDecimalsAreExact() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("at-most-a-tenth")
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(
                        arithmetic.input(row.temperature()), arithmetic.ratio(1, 10)));
    LogitRow tenth = new LogitRow(0.1, 0);
    LogitRow half = new LogitRow(0.5, 0);

    assertThat(claim.evaluate(tenth).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(claim.evaluateAsPrinted(tenth).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(claim.evaluateAsPrinted(half).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(claim.evaluateAsPrinted(half).left().arithmetic()).isEqualTo(Arithmetic.BINARY64);
    assertThat(claim.evaluateAsPrinted(tenth).left().arithmetic()).isEqualTo(Claim.PRINTED);
  }

  @Test
  void moreDigitsAreCarriedOnlyWhereDoublePrecisionCannotTell() {
    AtomicInteger precise = new AtomicInteger();
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("counted")
            .evaluatedBy(
                (row, arithmetic) -> {
                  precise.addAndGet(arithmetic == Arithmetic.BINARY64 ? 0 : 1);
                  Real one = arithmetic.of(1).dividedBy(3).times(3);
                  return Evaluation.atMost(one, arithmetic.input(row.logits()[0]));
                });

    assertThat(claim.evaluate(new LogitRow(1, 2)).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(precise).hasValue(0);
    assertThat(claim.evaluate(new LogitRow(1, Math.nextUp(Math.nextUp(1.0)))).outcome())
        .isEqualTo(Outcome.HOLDS);
    assertThat(claim.evaluate(new LogitRow(1, 1 - 0x1p-53)).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(precise.get()).isPositive();
    assertThat(claim.evaluate(new LogitRow(1, 1)).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void idsAreFileSafe() {
    for (String bad : new String[] {"", "A", "a_b", "-a", "a-", "a--b", "a/b", "a b", "é", "a."}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Claim.about(LogitRow.TYPE)
                      .named(bad)
                      .evaluatedBy((row, a) -> Evaluation.atMost(a.of(0), a.of(0))))
          .withMessage("id must be lower-case letters, digits and hyphens: " + bad);
    }
  }

  @Test
  void aStatementIsWhatItsBuilderWasTold() {
    Statement statement =
        Claim.about(LogitRow.TYPE)
            .named("a-1")
            .from(Provenance.PROSE, "Section 2")
            .saying("x", "words")
            .provenIn("proofs.html#a-1")
            .specially("ends")
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(0), a.of(0)))
            .statement();

    assertThat(statement.id()).isEqualTo("a-1");
    assertThat(statement.provenance()).isEqualTo(Provenance.PROSE);
    assertThat(statement.place()).isEqualTo("Section 2");
    assertThat(statement.latex()).isEqualTo("x");
    assertThat(statement.words()).isEqualTo("words");
    assertThat(statement.proof()).contains("proofs.html#a-1");
    assertThat(statement.refutation()).isEmpty();
    assertThat(statement.special()).isEqualTo("ends");
    assertThat(statement.domain()).isEqualTo("any logit row");
    assertThat(largestWeightAtMost(1).statement().domain()).isEqualTo("two tokens or more");
  }

  @Test
  void aClaimIsNotProvenBothTrueAndFalse() {
    ClaimBuilder<LogitRow> refuted =
        Claim.about(LogitRow.TYPE).named("a-1").refutedIn("proofs.html#a-1");

    assertThat(refuted.evaluatedBy((row, a) -> Evaluation.atMost(a.of(1), a.of(0))).statement())
        .satisfies(
            statement -> {
              assertThat(statement.refutation()).contains("proofs.html#a-1");
              assertThat(statement.proof()).isEmpty();
            });
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                refuted
                    .provenIn("proofs.html#a-1")
                    .evaluatedBy((row, a) -> Evaluation.atMost(a.of(1), a.of(0))))
        .withMessage("a-1 is said to be proven, and to be proven false");
  }
}
