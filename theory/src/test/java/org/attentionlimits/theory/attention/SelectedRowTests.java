package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SelectedRowTests {

  private static final LogitRow LOGITS = new LogitRow(2, 0, 1, 3);
  private static final double[][] X = {{1, 2}, {3, 4}, {5, 6}};
  private static final SelectedRow ROW = new SelectedRow(LOGITS, X, 2, 0);

  private static void assertRejected(ThrowingCallable action, String message) {
    assertThatIllegalArgumentException().isThrownBy(action).withMessage(message);
  }

  @Test
  void itPrintsAsItsDataWithTheSetAscending() {
    assertThat(ROW)
        .hasToString("logits = (0, 1, 3), T = 2, x = ((1, 2), (3, 4), (5, 6)), I = [0, 2]");
    assertThat(ROW.selected()).containsExactly(0, 2);
    assertThat(ROW.shape()).containsExactly(3, 2, 2, 0, 2);
    assertThat(ROW.numbers()).containsExactly(0, 1, 3, 2, 1, 2, 3, 4, 5, 6);
    assertThat(ROW.row()).isEqualTo(LOGITS);
  }

  @Test
  void fieldsAreNamedInOrder() {
    assertThat(ROW.fields().keySet())
        .containsExactly("logits", "temperature", "embeddings", "selected");
    assertThat(ROW.fields()).containsAllEntriesOf(Map.of("temperature", 2.0));
    assertThat((int[]) ROW.fields().get("selected")).containsExactly(0, 2);
    assertThat(((double[][]) ROW.fields().get("embeddings"))[1]).containsExactly(3, 4);
  }

  @Test
  void otherNumbersKeepTheSet() {
    assertThat(ROW.withNumbers(9, 8, 7, 6, 1, 2, 3, 4, 5, 0))
        .isEqualTo(
            new SelectedRow(
                new LogitRow(6, 9, 8, 7), new double[][] {{1, 2}, {3, 4}, {5, 0}}, 0, 2));
    assertRejected(() -> ROW.withNumbers(1), "numbers must be as many as before, 10: 1");
  }

  @Test
  void smallerRowsKeepTheOtherTokensSelected() {
    LogitRow two = new LogitRow(1, 5, 7);
    double[][] x = {{1, 2}, {3, 4}};

    assertThat(new SelectedRow(two, x, 0, 1).smaller())
        .containsExactlyInAnyOrder(
            new SelectedRow(new LogitRow(1, 7), new double[][] {{3, 4}}, 0),
            new SelectedRow(new LogitRow(1, 5), new double[][] {{1, 2}}, 0),
            new SelectedRow(two, new double[][] {{2}, {4}}, 0, 1),
            new SelectedRow(two, new double[][] {{1}, {3}}, 0, 1),
            new SelectedRow(two, x, 0),
            new SelectedRow(two, x, 1));
    assertThat(ROW.smaller().map(SelectedRow::selected).filter(set -> set.length == 2))
        .contains(new int[] {0, 1}, new int[] {0, 2});
  }

  @Test
  void theOnlySelectedTokenStays() {
    LogitRow two = new LogitRow(1, 5, 7);

    assertThat(new SelectedRow(two, new double[][] {{1}, {2}}, 1).smaller())
        .containsExactly(new SelectedRow(new LogitRow(1, 7), new double[][] {{2}}, 0));
    assertThat(new SelectedRow(new LogitRow(1, 5), new double[][] {{1}}, 0).smaller()).isEmpty();
  }

  @Test
  void largerRowsHaveATokenTwiceADimensionMoreOrAnotherSet() {
    LogitRow three = new LogitRow(1, 5, 6, 7);
    double[][] x = {{1}, {2}, {3}};

    assertThat(new SelectedRow(three, x, 0).larger())
        .containsExactlyInAnyOrder(
            new SelectedRow(new LogitRow(1, 5, 6, 7, 5), new double[][] {{1}, {2}, {3}, {1}}, 0),
            new SelectedRow(new LogitRow(1, 5, 6, 7, 6), new double[][] {{1}, {2}, {3}, {2}}, 0),
            new SelectedRow(new LogitRow(1, 5, 6, 7, 7), new double[][] {{1}, {2}, {3}, {3}}, 0),
            new SelectedRow(three, new double[][] {{1, 0}, {2, 0}, {3, 0}}, 0),
            new SelectedRow(three, x, 0, 1),
            new SelectedRow(three, x, 0, 2),
            new SelectedRow(three, x, 1));
    assertThat(ROW.larger().map(SelectedRow::selected).filter(set -> set.length == 2).distinct())
        .contains(new int[] {1, 2}, new int[] {0, 1});
  }

  @Test
  void aShiftedRowIsEquivalent() {
    assertThat(ROW.equivalent())
        .containsExactly(
            new SelectedRow(new LogitRow(2, 0, 1, 3), X, 0, 2),
            new SelectedRow(new LogitRow(2, -3, -2, 0), X, 0, 2));
  }

  @Test
  void rowsDifferByTheirData() {
    assertThat(ROW)
        .isEqualTo(new SelectedRow(LOGITS, X, 0, 2))
        .hasSameHashCodeAs(new SelectedRow(LOGITS, X, 0, 2))
        .isNotEqualTo(new SelectedRow(LOGITS, X, 0, 1))
        .isNotEqualTo(new SelectedRow(LOGITS, X, 0))
        .isNotEqualTo(new SelectedRow(LOGITS, new double[3][2], 0, 2))
        .isNotEqualTo(new SelectedRow(new LogitRow(1, 0, 1, 3), X, 0, 2))
        .isNotEqualTo(new EmbeddedRow(LOGITS, X, 2));
  }

  @Test
  void arraysAreNotShared() {
    double[][] x = {{1, 2}, {3, 4}, {5, 6}};
    int[] set = {2, 0};
    SelectedRow row = new SelectedRow(LOGITS, x, set);
    x[0][0] = 9;
    set[0] = 1;
    row.selected()[0] = 1;
    ((int[]) row.fields().get("selected"))[0] = 1;
    ((double[][]) row.fields().get("embeddings"))[0][0] = 9;

    assertThat(row).isEqualTo(ROW);
    assertThat(set).containsExactly(1, 0);
  }

  @Test
  void badSetsAreNamed() {
    assertRejected(
        () -> new SelectedRow(LOGITS, X), "selected tokens must be distinct, at least one: []");
    assertRejected(
        () -> new SelectedRow(LOGITS, X, 1, 0, 1),
        "selected tokens must be distinct, at least one: [1, 0, 1]");
    assertRejected(() -> new SelectedRow(LOGITS, X, 3), "selected tokens must be from 0 to 2: [3]");
    assertRejected(
        () -> new SelectedRow(LOGITS, X, 2, -1), "selected tokens must be from 0 to 2: [2, -1]");
  }

  @Test
  void badEmbeddingsAreNamed() {
    assertRejected(
        () -> new SelectedRow(LOGITS, new double[][] {{1}}, 0),
        "embeddings must be as many as the tokens, 3: 1");
    assertRejected(
        () -> new SelectedRow(LOGITS, new double[][] {{1}, {2}, {Double.NaN}}, 0),
        "component 0 of embedding 2 must be finite: NaN");
  }
}
