package org.attentionlimits.empirical.tensor;

import java.util.Optional;

/**
 * Element type of a stored tensor, named as in safetensors headers. Those of F32, F16, BF16 and I64
 * can be read; the others are known so that a file holding some can be opened.
 */
public enum TensorType {
  /** IEEE 754 binary32. */
  F32(4),
  /** IEEE 754 binary16. */
  F16(2),
  /** The upper half of a binary32. */
  BF16(2),
  /** Signed 64-bit integer. */
  I64(8),
  /** IEEE 754 binary64. */
  F64(8),
  /** Signed 32-bit integer. */
  I32(4),
  /** Signed 16-bit integer. */
  I16(2),
  /** Signed 8-bit integer. */
  I8(1),
  /** Unsigned 8-bit integer. */
  U8(1),
  /** Truth value in a byte. */
  BOOL(1);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes per element. */
  public int bytes() {
    return bytes;
  }

  /** Whether elements are read as floats, without rounding. */
  public boolean isFloat() {
    return this == F32 || this == F16 || this == BF16;
  }

  /** Largest relative error of rounding a number to a floating-point type; 0 for other types. */
  public double rounding() {
    return switch (this) {
      case F32 -> 0x1p-24;
      case F16 -> 0x1p-11;
      case BF16 -> 0x1p-8;
      case F64 -> 0x1p-53;
      default -> 0;
    };
  }

  /** The type of that name. */
  static Optional<TensorType> named(String name) {
    for (TensorType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
