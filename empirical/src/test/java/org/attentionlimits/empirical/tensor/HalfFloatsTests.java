package org.attentionlimits.empirical.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every pattern of the two 16-bit formats against the formats' definition. */
class HalfFloatsTests {

  @Test
  void binary16() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      assertSame(bits, value(bits, 5, 10), HalfFloats.fromBinary16((short) bits));
    }
  }

  @Test
  void bfloat16() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      assertSame(bits, value(bits, 8, 7), HalfFloats.fromBfloat16((short) bits));
    }
  }

  /** A binary interchange format's value, by IEEE 754, section 3.4. */
  private static double value(int bits, int exponentBits, int fractionBits) {
    double sign = bits >= 0x8000 ? -1.0 : 1.0;
    int exponent = bits % 0x8000 / (1 << fractionBits);
    double fraction = bits % (1 << fractionBits) / Math.pow(2, fractionBits);
    int bias = (1 << (exponentBits - 1)) - 1;
    if (exponent == (1 << exponentBits) - 1) {
      return fraction == 0 ? sign / 0.0 : Double.NaN;
    }
    return exponent == 0
        ? sign * Math.pow(2, 1 - bias) * fraction
        : sign * Math.pow(2, exponent - bias) * (1 + fraction);
  }

  private static void assertSame(int bits, double expected, float found) {
    assertThat(Double.doubleToLongBits(found))
        .as("pattern %04x", bits)
        .isEqualTo(Double.doubleToLongBits(expected));
  }

  @Test
  void knownValues() {
    assertThat(HalfFloats.fromBinary16((short) 0x3c00)).isEqualTo(1f);
    assertThat(HalfFloats.fromBinary16((short) 0x7bff)).isEqualTo(65504f);
    assertThat(HalfFloats.fromBinary16((short) 0x8001)).isEqualTo(-0x1p-24f);
    assertThat(HalfFloats.fromBfloat16((short) 0x4049)).isEqualTo(3.140625f);
  }
}
