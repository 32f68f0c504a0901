package org.attentionlimits.empirical.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which numbers a type holds and how far apart they are, against all patterns of 16 bits. */
class TensorTypeTests {

  private static float value(TensorType type, int bits) {
    return type == TensorType.F16
        ? HalfFloats.fromBinary16((short) bits)
        : HalfFloats.fromBfloat16((short) bits);
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void halfUnitsLeadToTheNextNumber(TensorType type) {
    for (int bits = 0; Float.isFinite(value(type, bits + 1)); bits++) {
      double here = value(type, bits);
      double next = value(type, bits + 1);

      assertThat(type.halfUnit(here)).isEqualTo((next - here) / 2);
      assertThat(type.halfUnit(-here)).isEqualTo((next - here) / 2);
      assertThat(type.holds(here)).as("%s", here).isTrue();
      assertThat(type.holds((here + next) / 2)).as("between %s and %s", here, next).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16", "F32"})
  void nothingBeyondTheLargestIsHeld(TensorType type) {
    double largest =
        switch (type) {
          case F16 -> 65504;
          case BF16 -> value(type, 0x7f7f);
          default -> Float.MAX_VALUE;
        };

    assertThat(type.holds(largest)).isTrue();
    assertThat(type.holds(-largest)).isTrue();
    assertThat(type.holds(largest + 2 * type.halfUnit(largest))).isFalse();
    assertThat(type.holds(Double.NEGATIVE_INFINITY)).isTrue();
    assertThat(type.holds(Double.NaN)).isTrue();
  }

  @Test
  void unitsOfTheWideTypes() {
    assertThat(TensorType.F32.halfUnit(1)).isEqualTo(Math.ulp(1f) / 2);
    assertThat(TensorType.F32.halfUnit(0)).isEqualTo(Float.MIN_VALUE / 2.0);
    assertThat(TensorType.F64.halfUnit(3)).isEqualTo(Math.ulp(3.0) / 2);
    assertThat(TensorType.F32.holds(0.1)).isFalse();
    assertThat(TensorType.F32.holds(0.1f)).isTrue();
    assertThat(TensorType.F64.holds(0.1)).isTrue();
    assertThat(TensorType.F16.leastNormal()).isEqualTo(0x1p-14);
    assertThat(TensorType.F16.rounding()).isEqualTo(0x1p-11);
    assertThat(TensorType.I64.rounding()).isZero();
  }
}
