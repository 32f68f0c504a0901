package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.junit.jupiter.api.Test;

class GrowingRowTests {

  private static final GrowingRow SPIKED =
      GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 3, 2);
  private static final GrowingRow GROWING =
      GrowingRow.proportional(Arrangement.ANTIPODAL, Weighting.GEOMETRIC, 1, 0.3);

  @Test
  void itPrintsAsItsData() {
    assertThat(SPIKED)
        .hasToString("x_i = e_(i mod 2), ℓ_0 = 3, other ℓ_i = 0, i = 0 … n-1, T = 1, N = 2");
    assertThat(GROWING)
        .hasToString("x_i = ((-1)^i), ℓ_i = (1 - i/n), i = 0 … n-1, T = 1, N = ⌈0.3 n⌉");
    assertThat(GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 1))
        .hasToString("x_i = (1), ℓ_i = 0, i = 0 … n-1, T = 1, N = 1");
  }

  @Test
  void itsTextReadsBack() {
    for (Arrangement arrangement : Arrangement.values()) {
      for (double height : new double[] {0, 1, 0.25, 1e-300, 12345678901234.5}) {
        for (Weighting weighting : List.of(Weighting.SPIKED, Weighting.GEOMETRIC)) {
          GrowingRow fixed = GrowingRow.fixed(arrangement, weighting, height, 4);
          GrowingRow growing = GrowingRow.proportional(arrangement, weighting, height, 1e-20);
          assertThat(GrowingRow.TYPE.ofOwnText(fixed.toString())).contains(fixed);
          assertThat(GrowingRow.TYPE.ofOwnText(growing.toString())).contains(growing);
        }
      }
    }
    String uniform = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 1, 2).toString();
    assertThat(GrowingRow.TYPE.ofOwnText(uniform))
        .hasValueSatisfying(family -> assertThat(family).hasToString(uniform));
  }

  @Test
  void anotherTextIsNone() {
    String text = SPIKED.toString();
    assertThat(GrowingRow.TYPE.ofOwnText(text.replace("= 3", "= 3.0"))).isEmpty();
    assertThat(GrowingRow.TYPE.ofOwnText(text.replace("N = 2", "N = 02"))).isEmpty();
    assertThat(GrowingRow.TYPE.ofOwnText(text.replace("T = 1", "T = 2"))).isEmpty();
    assertThat(GrowingRow.TYPE.ofOwnText(text.replace("x_i = e", "x_i = f"))).isEmpty();
    assertThat(GrowingRow.TYPE.ofOwnText(text + " ")).isEmpty();
    assertThat(LogitRow.TYPE.ofOwnText("logits = (0), T = 1")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GrowingRow.TYPE.ofOwnText(text.replace("N = 2", "N = 5")));
  }

  @Test
  void itsMembersHaveTheStatedEmbeddingsAndLogits() {
    assertThat(SPIKED.row(4))
        .isEqualTo(
            new EmbeddedRow(
                new LogitRow(1, 3, 0, 0, 0), new double[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}}, 2));
    assertThat(GROWING.row(4))
        .isEqualTo(
            new EmbeddedRow(
                new LogitRow(1, 1, 0.75, 0.5, 0.25), new double[][] {{1}, {-1}, {1}, {-1}}, 2));
    assertThat(GrowingRow.fixed(Arrangement.ORTHONORMAL, Weighting.UNIFORM, 5, 1).row(2))
        .isEqualTo(new EmbeddedRow(new LogitRow(1, 0, 0), new double[][] {{1, 0}, {0, 1}}, 1));
    assertThat(GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 3).row(3))
        .isEqualTo(new EmbeddedRow(new LogitRow(1, 0, 0, 0), new double[][] {{1}, {1}, {1}}, 3));
  }

  @Test
  void aShareOfTheTokensIsRoundedUp() {
    assertThat(GROWING.isProportional()).isTrue();
    assertThat(SPIKED.isProportional()).isFalse();
    assertThat(GROWING.row(8).selected()).isEqualTo(3);
    assertThat(GROWING.row(32).selected()).isEqualTo(10);
    assertThat(GROWING.tokens()).isEqualTo(32);
    assertThat(GrowingRow.lengths()).containsExactly(4, 8, 16, 32);
  }

  @Test
  void fieldsAreNamedInOrder() {
    assertThat(SPIKED.fields().keySet())
        .containsExactly("arrangement", "weighting", "height", "selected");
    assertThat(SPIKED.fields()).containsEntry("selected", 2).containsEntry("height", 3.0);
    assertThat(GROWING.fields().keySet())
        .containsExactly("arrangement", "weighting", "height", "share");
    assertThat(GROWING.fields())
        .containsEntry("arrangement", "ANTIPODAL")
        .containsEntry("share", 0.3);
  }

  @Test
  void numbersAreTheHeightAndTheShare() {
    assertThat(SPIKED.numbers()).containsExactly(3);
    assertThat(GROWING.numbers()).containsExactly(1, 0.3);
    assertThat(SPIKED.withNumbers(2))
        .isEqualTo(GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 2, 2));
    assertThat(GROWING.withNumbers(2, 0.5))
        .isEqualTo(GrowingRow.proportional(Arrangement.ANTIPODAL, Weighting.GEOMETRIC, 2, 0.5));
  }

  @Test
  void smallerOnesHaveAnEarlierArrangementAnEarlierWeightingOrSelectFewer() {
    assertThat(SPIKED.smaller())
        .containsExactly(
            GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, 3, 2),
            GrowingRow.fixed(Arrangement.ANTIPODAL, Weighting.SPIKED, 3, 2),
            GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.UNIFORM, 3, 2),
            GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 3, 1));
    assertThat(SPIKED.shape()).containsExactly(2, 1, 2);
    assertThat(GROWING.shape()).containsExactly(1, 2, 0);
    assertThat(GROWING.smaller()).hasSize(3).allMatch(GrowingRow::isProportional);
  }

  @Test
  void equalDataMakeEqualFamilies() {
    GrowingRow same = GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 3, 2);

    assertThat(same).isEqualTo(SPIKED).hasSameHashCodeAs(SPIKED);
    assertThat(SPIKED)
        .isNotEqualTo(GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 3, 1))
        .isNotEqualTo(GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 4, 2))
        .isNotEqualTo(GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, 3, 2))
        .isNotEqualTo(GrowingRow.proportional(Arrangement.CLUSTERED, Weighting.SPIKED, 3, 0.5))
        .isNotEqualTo("a family");
    assertThat(GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, -0.0, 1))
        .isEqualTo(GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 1));
  }

  @Test
  void otherArgumentsAreRejectedByName() {
    for (double height : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, height, 1))
          .withMessage("height must be finite, at least zero: " + height);
    }
    for (double share : new double[] {0, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> GrowingRow.proportional(Arrangement.IDENTICAL, Weighting.SPIKED, 1, share))
          .withMessage("share must be above 0 and below 1: " + share);
    }
    for (int selected : List.of(0, 5)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, 1, selected))
          .withMessage("N must be from 1 to n = 4: " + selected);
    }
  }
}
