package org.attentionlimits.empirical.tensor;

/** The two 16-bit floating-point formats, widened to binary32 without rounding. */
final class HalfFloats {

  private HalfFloats() {}

  /** The value of an IEEE 754 binary16. */
  static float fromBinary16(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >>> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0x1f) {
      return Float.intBitsToFloat(sign | 0x7f800000 | (fraction << 13));
    }
    if (exponent == 0) {
      float subnormal = fraction * 0x1p-24f;
      return sign == 0 ? subnormal : -subnormal;
    }
    return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
  }

  /** The value of a bfloat16: the upper 16 bits of a binary32. */
  static float fromBfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
