package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopNTests {

  @Test
  void theLargestComeFirst() {
    assertThat(TopN.of(new double[] {1, 5, -2, 3}, 1)).containsExactly(1);
    assertThat(TopN.of(new double[] {1, 5, -2, 3}, 3)).containsExactly(1, 3, 0);
    assertThat(TopN.of(new double[] {1, 5, -2, 3}, 4)).containsExactly(1, 3, 0, 2);
  }

  @Test
  void ofTiesTheLowerIndexComesFirst() {
    assertThat(TopN.of(new double[] {7, 7, 7}, 2)).containsExactly(0, 1);
    assertThat(TopN.of(new double[] {0, 7, 0, 7, 7}, 2)).containsExactly(1, 3);
    assertThat(TopN.of(new double[] {-0.0, 0.0}, 1)).containsExactly(0);
    assertThat(TopN.of(new double[] {0.0, -0.0}, 2)).containsExactly(0, 1);
  }

  @Test
  void anUlpDecides() {
    assertThat(TopN.of(new double[] {1, Math.nextUp(1.0), 1}, 2)).containsExactly(1, 0);
  }

  /** Nine values, both zeros among them, repeated over a hundred tokens. */
  @Test
  void manyAreOrderedAsFewAre() {
    double[] values =
        IntStream.range(0, 100)
            .mapToDouble(i -> i % 10 == 9 ? -0.0 : (i * 7 % 9 - 4) / 2.0)
            .toArray();
    int[] all = TopN.of(values, 100);

    assertThat(TopN.of(values, 99))
        .startsWith(TopN.of(values, 20))
        .isEqualTo(Arrays.copyOf(all, 99));
    for (int k = 1; k < 100; k++) {
      assertThat(values[all[k]]).isLessThanOrEqualTo(values[all[k - 1]]);
      boolean isTie = values[all[k]] == values[all[k - 1]];
      assertThat(all[k]).isGreaterThan(isTie ? all[k - 1] : -1);
    }
  }

  @Test
  void theOthersAreAscending() {
    assertThat(TopN.others(5, 3, 0)).containsExactly(1, 2, 4);
    assertThat(TopN.others(2, 1, 0)).isEmpty();
  }

  @Test
  void numbersOfTokensOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopN.of(new double[] {1, 2}, 3))
        .withMessage("N must be from 1 to n = 2: 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopN.of(new double[] {1, 2}, 0))
        .withMessage("N must be from 1 to n = 2: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopN.of(new double[] {1, 2}, -1))
        .withMessage("N must be from 1 to n = 2: -1");
  }
}
