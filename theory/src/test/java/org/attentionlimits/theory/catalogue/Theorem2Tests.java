package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.ClaimBuilder;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.claim.Statement;
import org.attentionlimits.theory.geometry.Separability;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class Theorem2Tests {

  private static Statement statement(ClaimBuilder<SphericalRow> builder) {
    return builder.evaluatedBy(claim("theorem-2-lower")::evaluate).statement();
  }

  private static Claim<SphericalRow> claim(String id) {
    return Claims.named(id, SphericalRow.TYPE);
  }

  private static void assertSame(Statement actual, Statement expected) {
    assertThat(List.of(actual.provenance(), actual.place(), actual.latex(), actual.words()))
        .isEqualTo(
            List.of(expected.provenance(), expected.place(), expected.latex(), expected.words()));
    assertThat(actual.domain()).isEqualTo(expected.domain());
  }

  @Test
  void theReadingsAreSaidAlike() {
    String ball =
        "N_s counts the selected tokens whose contribution is within r of the context vector";
    Statement lower = statement(Theorem2.lower("a-1", "the count within the ball", ball));
    Statement upper = statement(Theorem2.upper("a-1", "the count within the ball", ball, false));
    Statement cut =
        statement(Theorem2.upper("a-1", "the count within the ball, positive part", ball, true));

    assertSame(lower, claim("theorem-2-lower").statement());
    assertSame(upper, claim("theorem-2-upper").statement());
    assertSame(cut, claim("theorem-2-upper-positive").statement());
    assertThat(lower.id()).isEqualTo("a-1");
    assertThat(upper.latex()).contains("-r)^2").doesNotContain("%");
    assertThat(cut.latex()).contains("-r)_+^2");
    assertThat(cut.words()).contains("max(ξ-r, 0)");
    assertThat(upper.words()).doesNotContain("max(").endsWith("; " + ball);
  }

  /** The ball is as large as the larger weight, as far as doubles can tell. */
  @Test
  void whereTheBallMayBeOnEitherSideNothingMoreThanAChanceIsClaimed() {
    LogitRow row = new LogitRow(1, 0.5, 0);
    double larger = row.weights(Arithmetic.BINARY64).get(0).value();
    SphericalRow instance = new SphericalRow(row, 2, 3, 1, 0, larger);
    Evaluation evaluation = claim("theorem-2-lower-sharp").evaluate(instance, Arithmetic.BINARY64);

    assertThat(evaluation.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(evaluation.right().lower()).isZero();
    assertThat(evaluation.right().upper().doubleValue()).isEqualTo(1);
  }

  /** Near the supremum √e, without a sample. */
  @Test
  void manyEqualWeightsBreakTheUpperBoundByMoreThanThreeFifths() {
    SphericalRow row =
        new SphericalRow(new LogitRow(1, new double[4096]), 4096, 1 << 20, 1, 0, 0.016);
    for (String id :
        new String[] {"theorem-2-upper-positive", "theorem-2-upper-positive-separated"}) {
      Evaluation evaluation = claim(id).evaluate(row, Arithmetic.BINARY64);
      assertThat(evaluation.outcome()).isEqualTo(Outcome.VIOLATED);
      assertThat(evaluation.doubt()).isZero();
      assertThat(evaluation.ratio()).isBetween(1.62, Math.sqrt(Math.E));
    }
  }

  /** The examples that the special values of both stated claims tell. */
  @Test
  void bothStatedBoundsFailWithASeparationAndATokenThatIsLeftOver() {
    double[] many = new double[65];
    many[64] = -22;
    Evaluation lower =
        claim("theorem-2-lower-separated")
            .evaluatePrecisely(new SphericalRow(new LogitRow(1, new double[3]), 2, 16, 1, 0.5, 1));
    Evaluation upper =
        claim("theorem-2-upper-positive-separated")
            .evaluatePrecisely(new SphericalRow(new LogitRow(1, many), 64, 1 << 20, 1, 1, 0.1245));

    assertThat(lower.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(lower.left().lower().doubleValue()).isGreaterThan(0.95);
    assertThat(lower.right().upper().doubleValue()).isLessThan(0.334);
    assertThat(upper.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(upper.left().lower().doubleValue() / upper.right().upper().doubleValue())
        .isBetween(1.105, 1.115);
  }

  @Test
  void bothStatedBoundsSpeakOfSpheresOnWhichTokensCanBeApart() {
    SphericalRow twoPoints = new SphericalRow(new LogitRow(1, 0, 0), 1, 1, 1, 0, 1);

    assertThat(claim("theorem-2-lower-separated").admits(twoPoints)).isFalse();
    assertThat(claim("theorem-2-upper-positive-separated").admits(twoPoints)).isFalse();
  }

  /** The chance that all distances are at least δ is counted against a refutation. */
  @Test
  void aSeparationThatIsNotAlwaysThereWidensTheShare() {
    LogitRow tied = new LogitRow(1, new double[64]);
    for (double separation : new double[] {0, 1, 1.05}) {
      SphericalRow row = new SphericalRow(tied, 64, 256, 1, separation, 0.2);
      double closer = Separability.closePairs(row, Arithmetic.BINARY64).value();
      double cosine = 1 - separation * separation / 2;
      double expected = separation == 0 ? 0 : 2016 * Math.exp(-128 * cosine * cosine);
      assertThat(closer).isCloseTo(expected, within(1e-12));
      double left =
          claim("theorem-2-upper-positive").evaluatePrecisely(row).left().lower().doubleValue();
      assertThat(left).isCloseTo(0.9970080436214874 - closer, within(1e-12));
    }
  }

  @Test
  void theRepairedBoundsSpeakOfASingleToken() {
    SphericalRow row = new SphericalRow(new LogitRow(1, 0), 1, 1, 1, 0, 1);
    for (String id :
        new String[] {"theorem-2-upper-repaired", "theorem-2-upper-repaired-mcdiarmid"}) {
      Evaluation evaluation = claim(id).evaluate(row, Arithmetic.BINARY64);
      assertThat(evaluation.outcome()).isEqualTo(Outcome.HOLDS);
      assertThat(evaluation.right().value()).isEqualTo(1);
    }
  }
}
