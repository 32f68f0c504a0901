package org.attentionlimits.empirical.tensor;

import java.util.Optional;

/**
 * Element type of a stored tensor, named as in safetensors headers. Floating-point numbers and
 * integers can be read; tensors of another type are known by name and place alone.
 */
public enum TensorType {
  /** IEEE 754 binary32. */
  F32(4, 24, -126),
  /** IEEE 754 binary16. */
  F16(2, 11, -14),
  /** The upper half of a binary32. */
  BF16(2, 8, -126),
  /** Signed 64-bit integer. */
  I64(8),
  /** IEEE 754 binary64. */
  F64(8, 53, -1022),
  /** Signed 32-bit integer. */
  I32(4),
  /** Signed 16-bit integer. */
  I16(2),
  /** Signed 8-bit integer. */
  I8(1),
  /** Unsigned 64-bit integer. */
  U64(8),
  /** Unsigned 32-bit integer. */
  U32(4),
  /** Unsigned 16-bit integer. */
  U16(2),
  /** Unsigned 8-bit integer. */
  U8(1),
  /** Truth value in a byte. */
  BOOL(1),
  /** Any other, as {@code F8_E4M3}: its elements are not read, their size is not known. */
  OTHER(0);

  private final int bytes;
  private final int digits;
  private final int leastExponent;

  TensorType(int bytes) {
    this(bytes, 0, 0);
  }

  /**
   * A floating-point type.
   *
   * @param digits binary digits of a normal number
   * @param leastExponent exponent of the smallest normal number
   */
  TensorType(int bytes, int digits, int leastExponent) {
    this.bytes = bytes;
    this.digits = digits;
    this.leastExponent = leastExponent;
  }

  /** Bytes per element; 0 if they are not known. */
  public int bytes() {
    return bytes;
  }

  /** Whether elements are read as floats, without rounding. */
  public boolean isFloat() {
    return isReal() && this != F64;
  }

  /** Whether elements are floating-point numbers, which doubles hold. */
  public boolean isReal() {
    return digits > 0;
  }

  /** Whether elements are integers or truth values. */
  public boolean isInteger() {
    return !isReal() && this != OTHER;
  }

  /** Largest relative error of rounding a number to a floating-point type; 0 for other types. */
  public double rounding() {
    return isReal() ? Math.scalb(1.0, -digits) : 0;
  }

  /**
   * Half the distance from a number of a floating-point type to the next of larger magnitude: no
   * number that is rounded to it lies farther away.
   */
  public double halfUnit(double value) {
    return Math.scalb(1.0, Math.max(Math.getExponent(value), leastExponent) - digits);
  }

  /** The smallest normal number of a floating-point type. */
  public double leastNormal() {
    return Math.scalb(1.0, leastExponent);
  }

  /** Whether a number is one of a floating-point type; infinities and NaN are of each. */
  public boolean holds(double value) {
    if (this == F64 || !Double.isFinite(value)) {
      return true;
    }
    double largest = Math.scalb(2 - 2 * rounding(), 1 - leastExponent);
    double units = value / (2 * halfUnit(value));
    return Math.abs(value) <= largest && units == Math.rint(units);
  }

  /** The type of that name. */
  static Optional<TensorType> named(String name) {
    for (TensorType type : values()) {
      if (type != OTHER && type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
