package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class InstanceTests {

  private static final LogitRow ROW = new LogitRow(2, 0, 1);
  private static final EmbeddedRow EMBEDDED =
      new EmbeddedRow(ROW, new double[][] {{1, 2}, {3, 4}}, 2);
  private static final QueryKeys KEYS =
      new QueryKeys(8, new double[] {1, 0.5}, new double[][] {{2, 4}, {-1, 0}, {0, 6}});

  private static void assertRejected(ThrowingCallable action, String message) {
    assertThatIllegalArgumentException().isThrownBy(action).withMessage(message);
  }

  @Test
  void instancesPrintAsTheirData() {
    assertThat(ROW).hasToString("logits = (0, 1), T = 2");
    assertThat(EMBEDDED).hasToString("logits = (0, 1), T = 2, x = ((1, 2), (3, 4)), N = 2");
    assertThat(KEYS).hasToString("q = (1, 0.5), k = ((2, 4), (-1, 0), (0, 6)), T = 8");
  }

  @Test
  void fieldsAreNamedInOrder() {
    assertThat(ROW.fields()).containsOnlyKeys("logits", "temperature");
    assertThat(EMBEDDED.fields().keySet())
        .containsExactly("logits", "temperature", "embeddings", "selected");
    assertThat(KEYS.fields().keySet()).containsExactly("query", "keys", "temperature");
    assertThat((double[]) ROW.fields().get("logits")).containsExactly(0, 1);
    assertThat(EMBEDDED.fields()).containsAllEntriesOf(Map.of("temperature", 2.0, "selected", 2));
  }

  @Test
  void numbersComeInAFixedOrder() {
    assertThat(ROW.numbers()).containsExactly(0, 1, 2);
    assertThat(EMBEDDED.numbers()).containsExactly(0, 1, 2, 1, 2, 3, 4);
    assertThat(KEYS.numbers()).containsExactly(1, 0.5, 8, 2, 4, -1, 0, 0, 6);
  }

  @Test
  void smallerInstancesLackATokenADimensionOrASelection() {
    assertThat(ROW.smaller()).containsExactly(new LogitRow(2, 1), new LogitRow(2, 0));
    assertThat(new LogitRow(1, 0).smaller()).isEmpty();
    assertThat(EMBEDDED.smaller())
        .containsExactlyInAnyOrder(
            new EmbeddedRow(new LogitRow(2, 1), new double[][] {{3, 4}}, 1),
            new EmbeddedRow(new LogitRow(2, 0), new double[][] {{1, 2}}, 1),
            new EmbeddedRow(ROW, new double[][] {{2}, {4}}, 2),
            new EmbeddedRow(ROW, new double[][] {{1}, {3}}, 2),
            new EmbeddedRow(ROW, new double[][] {{1, 2}, {3, 4}}, 1));
    assertThat(KEYS.smaller())
        .containsExactlyInAnyOrder(
            new QueryKeys(8, new double[] {1, 0.5}, new double[][] {{-1, 0}, {0, 6}}),
            new QueryKeys(8, new double[] {1, 0.5}, new double[][] {{2, 4}, {0, 6}}),
            new QueryKeys(8, new double[] {1, 0.5}, new double[][] {{2, 4}, {-1, 0}}),
            new QueryKeys(8, new double[] {0.5}, new double[][] {{4}, {0}, {6}}),
            new QueryKeys(8, new double[] {1}, new double[][] {{2}, {-1}, {0}}));
  }

  @Test
  void largerInstancesHaveATokenTwiceADimensionOrASelectionMore() {
    assertThat(ROW.larger()).containsExactly(new LogitRow(2, 0, 1, 0), new LogitRow(2, 0, 1, 1));
    assertThat(new EmbeddedRow(ROW, new double[][] {{1}, {3}}, 1).larger())
        .containsExactlyInAnyOrder(
            new EmbeddedRow(new LogitRow(2, 0, 1, 0), new double[][] {{1}, {3}, {1}}, 1),
            new EmbeddedRow(new LogitRow(2, 0, 1, 1), new double[][] {{1}, {3}, {3}}, 1),
            new EmbeddedRow(ROW, new double[][] {{1}, {3}}, 2),
            new EmbeddedRow(ROW, new double[][] {{1, 0}, {3, 0}}, 1));
    assertThat(EMBEDDED.larger()).hasSize(3).allMatch(row -> row.selected() == 2);
    assertThat(new QueryKeys(8, new double[] {2}, new double[][] {{4}, {5}}).larger())
        .containsExactlyInAnyOrder(
            new QueryKeys(8, new double[] {2}, new double[][] {{4}, {5}, {4}}),
            new QueryKeys(8, new double[] {2}, new double[][] {{4}, {5}, {5}}),
            new QueryKeys(8, new double[] {2, 0}, new double[][] {{4, 0}, {5, 0}}));
  }

  @Test
  void aTokenLessMayBeOneSelectedOrNot() {
    EmbeddedRow row = new EmbeddedRow(new LogitRow(1, 3, 2, 1), new double[3][1], 2);

    assertThat(row.smaller().filter(r -> r.tokens() == 2).map(EmbeddedRow::selected))
        .containsExactly(1, 2, 1, 2, 1, 2);
  }

  @Test
  void instancesOfOneTypeDifferByTheirData() {
    assertThat(ROW)
        .isEqualTo(new LogitRow(2, 0, 1))
        .isNotEqualTo(new LogitRow(1, 0, 1))
        .isNotEqualTo(new LogitRow(2, 1, 0))
        .isNotEqualTo(new LogitRow(2, 0))
        .isNotEqualTo(null);
    assertThat(EMBEDDED)
        .isNotEqualTo(new EmbeddedRow(ROW, new double[][] {{1, 2}, {3, 4}}, 1))
        .isNotEqualTo(new EmbeddedRow(ROW, new double[][] {{1, 2}, {3, 5}}, 2))
        .isNotEqualTo(ROW);
    assertThat(KEYS).isNotEqualTo(KEYS.withNumbers(1, 0.5, 7, 2, 4, -1, 0, 0, 6));
  }

  @Test
  void instancesOfTwoTypesDifferThoughTheirNumbersDoNot() {
    LogitRow row = new LogitRow(2, 0, 1, 3);
    EmbeddedRow embedded = new EmbeddedRow(row, new double[][] {{1}, {1}, {1}}, 1);
    SphericalRow spherical = new SphericalRow(row, 1, 1, 1, 1, 1);

    assertThat(embedded.shape()).isEqualTo(spherical.shape());
    assertThat(embedded.numbers()).isEqualTo(spherical.numbers());
    assertThat(embedded).isNotEqualTo(spherical);
  }

  @Test
  void arraysAreNotShared() {
    double[] logits = {0, 1};
    double[][] embeddings = {{1, 2}, {3, 4}};
    EmbeddedRow row = new EmbeddedRow(new LogitRow(2, logits), embeddings, 2);
    Arrays.fill(logits, 9);
    Arrays.fill(embeddings[0], 9);
    row.row().logits()[0] = 9;
    ((double[][]) row.fields().get("embeddings"))[1][1] = 9;
    row.numbers()[0] = 9;

    assertThat(row).isEqualTo(EMBEDDED);
  }

  @Test
  void logitsOfAQueryAreInnerProducts() {
    assertThat(KEYS.logits(Arithmetic.BINARY64).values()).containsExactly(4, -1, 3);
    assertThat(KEYS.keyNorms(Arithmetic.BINARY64).get(2).value()).isEqualTo(6);
    assertThat(KEYS.queryNorm(Arithmetic.BINARY64).value()).isEqualTo(Math.sqrt(1.25));
  }

  @Test
  void maskedTokensAreLeftOut() {
    assertThat(LogitRow.visible(2, Double.NEGATIVE_INFINITY, 0, 1)).isEqualTo(ROW);
    assertRejected(
        () -> LogitRow.visible(1, Double.NEGATIVE_INFINITY),
        "at least one logit must be finite: (-Infinity)");
  }

  @Test
  void badRowsAreNamed() {
    assertRejected(() -> new LogitRow(1), "logits must not be empty");
    assertRejected(() -> new LogitRow(1, 0, Double.NaN), "logit 1 must be finite: NaN");
    assertRejected(
        () -> new LogitRow(1, Double.NEGATIVE_INFINITY), "logit 0 must be finite: -Infinity");
    assertRejected(() -> new LogitRow(0, 1), "temperature must be positive and finite: 0.0");
    assertRejected(
        () -> ROW.withNumbers(0, 1, -2), "temperature must be positive and finite: -2.0");
  }

  @Test
  void badEmbeddingsAreNamed() {
    assertRejected(
        () -> new EmbeddedRow(ROW, new double[][] {{1}}, 1),
        "embeddings must be as many as the tokens, 2: 1");
    assertRejected(
        () -> new EmbeddedRow(ROW, new double[][] {{1}, {1, 2}}, 1),
        "embedding 1 must have dimension 1: 2");
    assertRejected(
        () -> new EmbeddedRow(ROW, new double[][] {{}, {}}, 1),
        "embedding 0 must have dimension 1: 0");
    assertRejected(
        () -> new EmbeddedRow(ROW, new double[][] {{1}, {Double.NaN}}, 1),
        "component 0 of embedding 1 must be finite: NaN");
    assertRejected(
        () -> new EmbeddedRow(ROW, new double[][] {{1}, {2}}, 3), "N must be from 1 to n = 2: 3");
    assertRejected(
        () -> new EmbeddedRow(ROW, new double[][] {{1}, {2}}, 0), "N must be from 1 to n = 2: 0");
  }

  @Test
  void badQueriesAndKeysAreNamed() {
    double[] query = {1};
    assertRejected(
        () -> new QueryKeys(1, query, new double[0][]),
        "query and keys must not be empty: 1 and 0");
    assertRejected(
        () -> new QueryKeys(1, new double[0], new double[][] {{1}}),
        "query and keys must not be empty: 0 and 1");
    assertRejected(
        () -> new QueryKeys(1, query, new double[][] {{1, 2}}),
        "keys must have the query's dimension 1: 2");
    assertRejected(
        () -> new QueryKeys(1, query, new double[][] {{1}, {1, 2}}),
        "key 1 must have dimension 1: 2");
    assertRejected(
        () -> new QueryKeys(1, new double[] {Double.NaN}, new double[][] {{1}}),
        "component of the query 0 must be finite: NaN");
    assertRejected(
        () -> new QueryKeys(Double.NaN, query, new double[][] {{1}}),
        "temperature must be positive and finite: NaN");
  }

  @Test
  void negativeZeroIsZero() {
    assertThat(new LogitRow(1, -0.0)).isEqualTo(new LogitRow(1, 0.0));
    assertThat(new LogitRow(1, -0.0)).hasSameHashCodeAs(new LogitRow(1, 0.0));
    assertThat(1 / new LogitRow(1, -0.0).logits()[0]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void numbersMustBeAsManyAsBefore() {
    assertRejected(() -> ROW.withNumbers(1, 2), "numbers must be as many as before, 3: 2");
    assertRejected(() -> ROW.withNumbers(1, 2, 3, 4), "numbers must be as many as before, 3: 4");
    assertRejected(() -> EMBEDDED.withNumbers(1), "numbers must be as many as before, 7: 1");
    assertRejected(() -> KEYS.withNumbers(1), "numbers must be as many as before, 9: 1");
  }

  @Test
  void aShiftedRowIsEquivalent() {
    assertThat(new LogitRow(1, 5, 7).equivalent())
        .containsExactly(new LogitRow(1, 0, 2), new LogitRow(1, -2, 0));
  }
}
