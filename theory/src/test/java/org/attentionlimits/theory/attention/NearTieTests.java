package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class NearTieTests {

  private static final NearTie ROWS = new NearTie(2, 0.5, 0, 3);

  @Test
  void itPrintsAsItsData() {
    assertThat(ROWS).hasToString("ε = 0.5, δ = (0, 3), T = 2");
    assertThat(ROWS.tokens()).isEqualTo(4);
    assertThat(ROWS.numbers()).containsExactly(0, 3, 0.5, 2);
    assertThat(ROWS.fields().keySet()).containsExactly("gap", "depths", "temperature");
    assertThat((double[]) ROWS.fields().get("depths")).containsExactly(0, 3);
    assertThat(ROWS.gap()).isEqualTo(0.5);
    assertThat(ROWS.temperature()).isEqualTo(2);
  }

  @Test
  void theRowsAreThoseOfTheExample() {
    Arithmetic b = Arithmetic.BINARY64;

    assertThat(ROWS.weightsBefore(b).values())
        .isEqualTo(new LogitRow(2, 0.5, 0, -0.5, -3.5).weights(b).values());
    assertThat(ROWS.weightsAfter(b).values())
        .isEqualTo(new LogitRow(2, -0.5, 0.5, -0.5, -3.5).weights(b).values());
  }

  @Test
  void smallerOnesLackAFurtherToken() {
    assertThat(ROWS.smaller()).containsExactly(new NearTie(2, 0.5, 3), new NearTie(2, 0.5, 0));
    assertThat(new NearTie(1, 1).smaller()).isEmpty();
    assertThat(new NearTie(1, 1)).isNotEqualTo(new NearTie(1, 1, 0)).isNotEqualTo(ROWS);
  }

  @Test
  void largerOnesHaveAFurtherTokenTwiceOrOneMore() {
    assertThat(ROWS.larger())
        .containsExactly(
            new NearTie(2, 0.5, 0, 3, 0),
            new NearTie(2, 0.5, 0, 3, 3),
            new NearTie(2, 0.5, 0, 3, 0));
    assertThat(new NearTie(1, 1).larger()).containsExactly(new NearTie(1, 1, 0));
  }

  @Test
  void badNumbersAreNamed() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new NearTie(1, bad))
          .withMessage("gap must be positive and finite: " + bad);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new NearTie(bad, 1))
          .withMessage("temperature must be positive and finite: " + bad);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NearTie(1, 1, 0, -2))
        .withMessage("depths must not be negative: (0, -2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NearTie(1, 1, Double.NaN))
        .withMessage("depth 0 must be finite: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROWS.withNumbers(1, 2))
        .withMessage("numbers must be as many as before, 4: 2");
  }
}
