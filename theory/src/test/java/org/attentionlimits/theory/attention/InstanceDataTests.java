package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

/** What instances give of their data, and that they are told apart by every part of it. */
class InstanceDataTests {

  private static final Arithmetic B = Arithmetic.BINARY64;
  private static final LogitRow ROW = new LogitRow(2, 0, 1);
  private static final LogitRow OTHER_ROW = new LogitRow(3, 0, 1);
  private static final double[][] X = {{1, 2}, {3, 4}};
  private static final double[][] OTHER_X = {{1, 2}, {3, 5}};

  @Test
  void embeddingsAreGivenAsVectors() {
    for (Vec[] x :
        List.of(
            new EmbeddedRow(ROW, X, 1).embeddings(B), new SelectedRow(ROW, X, 0).embeddings(B))) {
      assertThat(x).hasSize(2);
      assertThat(x[0].values()).containsExactly(1, 2);
      assertThat(x[1].values()).containsExactly(3, 4);
    }
  }

  @Test
  void logarithmsOfWeightsBelongToTheWeights() {
    double[] logWeights = ROW.logWeights(B).values();
    double[] weights = ROW.weights(B).values();
    QueryKeys keys = new QueryKeys(2, new double[] {1}, new double[][] {{0}, {1}});

    assertThat(Math.exp(logWeights[0]) / weights[0]).isBetween(1 - 1e-15, 1 + 1e-15);
    assertThat(Math.exp(logWeights[1]) / weights[1]).isBetween(1 - 1e-15, 1 + 1e-15);
    assertThat(keys.logWeights(B).values()).isEqualTo(logWeights);
  }

  @Test
  void shiftedRowsAreEquivalentUnlessTheyOverflow() {
    assertThat(new LogitRow(1, 1, 3).equivalent())
        .containsExactly(new LogitRow(1, 0, 2), new LogitRow(1, -2, 0));
    assertThat(new LogitRow(1, Double.MAX_VALUE, -Double.MAX_VALUE).equivalent()).isEmpty();
    assertThat(new EmbeddedRow(new LogitRow(1, 1, 3), X, 2).equivalent())
        .containsExactly(
            new EmbeddedRow(new LogitRow(1, 0, 2), X, 2),
            new EmbeddedRow(new LogitRow(1, -2, 0), X, 2));
  }

  @Test
  void everyPartTellsInstancesApart() {
    assertAllDiffer(ROW, OTHER_ROW, new LogitRow(2, 0, 2), new LogitRow(2, 1, 0));
    assertAllDiffer(
        new EmbeddedRow(ROW, X, 1),
        new EmbeddedRow(OTHER_ROW, X, 1),
        new EmbeddedRow(ROW, OTHER_X, 1),
        new EmbeddedRow(ROW, X, 2));
    assertAllDiffer(
        new SelectedRow(ROW, X, 0),
        new SelectedRow(OTHER_ROW, X, 0),
        new SelectedRow(ROW, OTHER_X, 0),
        new SelectedRow(ROW, X, 1));
    assertAllDiffer(
        new FunctionRow(PositiveFunction.LOGISTIC, ROW),
        new FunctionRow(PositiveFunction.QUADRATIC, ROW),
        new FunctionRow(PositiveFunction.LOGISTIC, OTHER_ROW));
    assertAllDiffer(
        new PerturbedRow(ROW, new double[] {1, 0}, 1),
        new PerturbedRow(OTHER_ROW, new double[] {1, 0}, 1),
        new PerturbedRow(ROW, new double[] {0, 1}, 1),
        new PerturbedRow(ROW, new double[] {1, 0}, 2));
    assertAllDiffer(
        new QueryKeys(2, new double[] {1, 2}, X),
        new QueryKeys(3, new double[] {1, 2}, X),
        new QueryKeys(2, new double[] {1, 3}, X),
        new QueryKeys(2, new double[] {1, 2}, OTHER_X));
  }

  private static void assertAllDiffer(Instance<?>... instances) {
    assertThat(instances).doesNotHaveDuplicates();
    assertThat(List.of(instances)).extracting(Object::hashCode).doesNotHaveDuplicates();
  }
}
