package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HeadGroupTests {

  private static final HeadGroup THREE = new HeadGroup(0.8, 3);

  @Test
  void itPrintsAsItsData() {
    assertThat(THREE).hasToString("p = 0.8, H = 3").isNotEqualTo(new HeadGroup(0.8, 2));
    assertThat(THREE.fields()).containsEntry("separability", 0.8).containsEntry("heads", 3);
    assertThat(THREE.withNumbers(0.5)).isEqualTo(new HeadGroup(0.5, 3));
    assertThat(new HeadGroup(-0.0, 1)).isEqualTo(new HeadGroup(0, 1));
  }

  @Test
  void aSmallerOneLacksAHead() {
    assertThat(THREE.smaller()).containsExactly(new HeadGroup(0.8, 2));
    assertThat(new HeadGroup(1, 1).smaller()).isEmpty();
  }

  @Test
  void badNumbersAreNamed() {
    for (double bad : new double[] {-0.1, 1.5, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new HeadGroup(bad, 1))
          .withMessage("separability must be from 0 to 1: " + bad);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeadGroup(0.5, 0))
        .withMessage("heads must be at least 1: 0");
  }
}
