package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.jqwik.AttentionArbitraries;
import org.attentionlimits.theory.testing.Falsified;
import org.junit.jupiter.api.Test;

class EightyPercentProperties {

  private static final Claim<EmbeddedRow> CLAIM =
      Claims.named("prose-eighty-percent", EmbeddedRow.class);

  @Provide
  Arbitrary<EmbeddedRow> longRows() {
    return AttentionArbitraries.embeddedRows().filter(CLAIM::admits);
  }

  @Property
  @Falsified(tokens = 17)
  void atMostEightyFivePercentAreNearerThanEveryOtherToken(@ForAll("longRows") EmbeddedRow row) {
    Claims.assertNotCertified(CLAIM, row);
  }

  @Property(tries = 100)
  void doublePrecisionAndSixtyDigitsAgree(@ForAll("longRows") EmbeddedRow row) {
    Claims.assertConsistent(CLAIM, row);
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
