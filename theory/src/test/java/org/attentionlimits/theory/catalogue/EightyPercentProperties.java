package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.jqwik.AttentionArbitraries;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.Falsified;
import org.junit.jupiter.api.Test;

class EightyPercentProperties {

  private static final Claim<EmbeddedRow> CLAIM =
      Claims.named("prose-eighty-percent", EmbeddedRow.TYPE);

  private static final Claim<EmbeddedRow> DECLINING =
      Claims.named("prose-declining-with-n", EmbeddedRow.TYPE);
  private static final Claim<EmbeddedRow> ORTHOGONAL =
      Claims.named("separability-orthogonal", EmbeddedRow.TYPE);
  private static final Claim<SphericalRow> IDEAL =
      Claims.named("prose-eighty-percent-ideal", SphericalRow.TYPE);

  @Provide
  Arbitrary<EmbeddedRow> longRows() {
    return AttentionArbitraries.embeddedRows().filter(CLAIM::admits);
  }

  @Property
  @Falsified(tokens = 17)
  void atMostEightyFivePercentAreNearerThanEveryOtherToken(@ForAll("longRows") EmbeddedRow row) {
    Assume.that(CLAIM.admits(row)); // while it is shrunk
    Claims.assertNotCertified(CLAIM, row);
  }

  @Property(tries = 100)
  void doublePrecisionAndSixtyDigitsAgree(@ForAll("longRows") EmbeddedRow row) {
    Claims.assertConsistent(CLAIM, row);
  }

  @Property
  @Falsified(tokens = 3)
  void theShareDoesNotIncreaseWithOneMoreSelectedToken(@ForAll("shortRows") EmbeddedRow row) {
    Assume.that(DECLINING.admits(row)); // while it is shrunk
    Claims.assertNotCertified(DECLINING, row);
  }

  @Provide
  Arbitrary<EmbeddedRow> shortRows() {
    return AttentionArbitraries.embeddedRows().filter(DECLINING::admits);
  }

  private static EmbeddedRow alongAxes(LogitRow row, int selected, double first) {
    int n = row.tokens();
    double[][] embeddings = new double[n][n];
    for (int i = 0; i < n; i++) {
      embeddings[i][n - 1 - i] = i == 0 ? first : i % 2 == 0 ? 3 : -3;
    }
    return new EmbeddedRow(row, embeddings, selected);
  }

  @Property
  void ofOrthogonalEmbeddingsAllSelectedTokensAreNearer(
      @ForAll("logitRows") LogitRow row, @ForAll @IntRange(min = 1, max = 6) int selected) {
    Assume.that(selected < row.tokens());
    EmbeddedRow orthogonal = alongAxes(row, selected, 3);
    assertThat(ORTHOGONAL.admits(orthogonal)).isTrue();
    Claims.assertHolds(ORTHOGONAL, orthogonal);
  }

  @Provide
  Arbitrary<LogitRow> logitRows() {
    return AttentionArbitraries.logitRows().filter(row -> row.tokens() <= 7);
  }

  @Test
  void embeddingsOfDifferentNormsOrAlongOneAxisAreNotSpokenOf() {
    LogitRow row = new LogitRow(1, 0, 0, 0);
    EmbeddedRow alike = new EmbeddedRow(row, new double[][] {{1, 0}, {0, 1}, {1, 0}}, 1);
    assertThat(ORTHOGONAL.admits(alongAxes(row, 2, 3))).isTrue();
    assertThat(ORTHOGONAL.admits(alongAxes(row, 2, 3.1))).isFalse();
    assertThat(ORTHOGONAL.admits(alongAxes(row, 3, 3))).isFalse();
    assertThat(ORTHOGONAL.admits(alike)).isFalse();
  }

  private static SphericalRow ideal(int tokens, int selected, int dimension) {
    return new SphericalRow(new LogitRow(1, new double[tokens]), selected, dimension, 1, 0, 1);
  }

  @Test
  void ofUniformDirectionsInAsManyDimensionsAsTheModelHasNearlyAllAreNearer() {
    Evaluation evaluation = IDEAL.evaluatePrecisely(ideal(256, 16, 768));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(evaluation.doubt()).isEqualTo(Sampling.DOUBT);
    assertThat(evaluation.left().lower().doubleValue()).isBetween(0.97, 1.0);
    assertThat(IDEAL.evaluate(ideal(256, 16, 768), Arithmetic.BINARY64).outcome())
        .isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void idealRowsHaveSixteenSelectedTokensAndAsManyOthers() {
    assertThat(IDEAL.admits(ideal(32, 16, 768))).isTrue();
    assertThat(IDEAL.admits(ideal(31, 16, 768))).isFalse();
    assertThat(IDEAL.admits(ideal(32, 15, 768))).isFalse();
    assertThat(IDEAL.admits(ideal(32, 16, 767))).isFalse();
  }

  /** Tied tokens, all at one embedding but the last. */
  private static EmbeddedRow opposed(int tokens, double selected, double last) {
    double[][] embeddings = new double[tokens][1];
    Arrays.setAll(embeddings, i -> new double[] {i == tokens - 1 ? last : selected});
    return new EmbeddedRow(new LogitRow(1, new double[tokens]), embeddings, tokens - 1);
  }

  @Test
  void selectedTokensOppositeToTheOtherAreAllNearer() {
    Evaluation evaluation = CLAIM.evaluate(opposed(17, 1, -1));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(evaluation.left().value()).isEqualTo(1);
  }

  @Test
  void tokensThatAreAlikeAreNotNearer() {
    Evaluation evaluation = CLAIM.evaluate(opposed(17, 3, 3));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(evaluation.left().value()).isZero();
  }

  @Test
  void seventeenOfTwentyAreAdmitted() {
    double[][] embeddings = new double[21][1];
    Arrays.setAll(embeddings, i -> new double[] {i < 17 ? 0 : i < 20 ? 1 : 3});
    embeddings[17][0] = -5;
    embeddings[18][0] = 9;
    embeddings[19][0] = -4;
    EmbeddedRow row = new EmbeddedRow(new LogitRow(1, new double[21]), embeddings, 20);
    Evaluation evaluation = CLAIM.evaluate(row);

    assertThat(evaluation.left().value()).isEqualTo(0.85);
    assertThat(evaluation.outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void fewerThanSixteenAndAllTokensAreLeftOut() {
    assertThat(CLAIM.admits(opposed(16, 1, -1))).isFalse();
    assertThat(CLAIM.admits(opposed(17, 1, -1))).isTrue();
    assertThat(
            CLAIM.admits(new EmbeddedRow(new LogitRow(1, new double[16]), new double[16][1], 16)))
        .isFalse();
  }
}
