package org.attentionlimits.empirical.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.junit.jupiter.api.Test;

/** Rows are causal prefixes of exactly the floats given. */
class HeadAttentionTests {

  private static final float[] LOGITS = {0.1f, 9, 9, 0.2f, 0.3f, 9, 0.4f, 0.5f, 0.6f};

  private static HeadAttention head() {
    return new HeadAttention(2, 1, 3, 8, LOGITS, new float[9]);
  }

  private static HeadAttention withVectors() {
    return head()
        .withVectors(
            2,
            new float[] {1, 2, 3, 4, 5, 6},
            new float[] {0.1f, 2, 3, 4, 5, 6},
            new float[] {7, 8, 9, 10, 11, 0.7f});
  }

  @Test
  void rowsAreCausalAndExact() {
    assertThat(head().row(0)).isEqualTo(new LogitRow(8, (double) 0.1f));
    assertThat(head().row(2))
        .isEqualTo(new LogitRow(8, (double) 0.4f, (double) 0.5f, (double) 0.6f));
  }

  @Test
  void embeddingsAreTheValues() {
    double[][] values = {{7, 8}, {9, 10}, {11, (double) 0.7f}};

    assertThat(withVectors().embedded(2, 2)).isEqualTo(new EmbeddedRow(head().row(2), values, 2));
    assertThat(withVectors().embedded(0, 1).dimension()).isEqualTo(2);
  }

  @Test
  void queriesMeetTheKeysTheySee() {
    double[][] keys = {{(double) 0.1f, 2}, {3, 4}};

    assertThat(withVectors().queryKeys(1)).isEqualTo(new QueryKeys(8, new double[] {3, 4}, keys));
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> head().row(3)).hasMessage("query must be from 0 to 2: 3");
    assertThatThrownBy(() -> head().embedded(0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("query, key and value vectors of layer 2, head 1 are not known");
    assertThatThrownBy(() -> new HeadAttention(0, 0, 3, 8, LOGITS, new float[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights must have 9 elements: 8");
    assertThatThrownBy(() -> new HeadAttention(0, 0, 3, Double.NaN, LOGITS, new float[9]))
        .hasMessage("temperature must be positive and finite: NaN");
    assertThatThrownBy(() -> head().withVectors(2, new float[6], new float[6], new float[5]))
        .hasMessage("value must have 6 elements: 5");
  }
}
