package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

class ArgmaxTests {

  @Test
  void ofEqualWeightsTheFirstIsTheLargest() {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, Arithmetic.exact(60)}) {
      assertThat(Argmax.of(arithmetic.inputs(0.25, 0.5, 0.5, 0.5))).isEqualTo(1);
      assertThat(Argmax.of(arithmetic.inputs(1, 1))).isZero();
    }
    assertThat(Argmax.of(new double[] {3, 1, 2, 2}, 0)).isEqualTo(2);
    assertThat(Argmax.of(new double[] {1, 3}, 1)).isZero();
  }

  @Test
  void weightsWhoseDoublesAreEqualAreToldApartByTheirOtherDigits() {
    Arithmetic precise = Arithmetic.exact(60);
    Vec weights = precise.inputs(0.5, 0.5, 0.25).plus(precise.inputs(0, 1e-30, 0));

    assertThat(weights.values()[0]).isEqualTo(weights.values()[1]);
    assertThat(Argmax.of(weights)).isEqualTo(1);
  }

  @Test
  void onlyMidpointsAreCompared() {
    Arithmetic precise = Arithmetic.exact(60);
    Real half = precise.input(0.5);
    Real first = half.minus(precise.of(1e-20)).hull(half.plus(precise.of(1e-20)));
    Vec weights = precise.vector(new Real[] {first, first.plus(precise.of(1e-30))});

    assertThat(weights.values()[0]).isEqualTo(weights.values()[1]);
    assertThat(Argmax.of(weights)).isEqualTo(1);
  }

  @Test
  void theOthersKeepTheirOrder() {
    assertThat(Argmax.others(Arithmetic.BINARY64.inputs(1, 2, 3), 1).values())
        .containsExactly(1, 3);
  }
}
