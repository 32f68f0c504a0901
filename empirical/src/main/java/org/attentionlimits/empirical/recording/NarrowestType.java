package org.attentionlimits.empirical.recording;

import java.util.List;
import org.attentionlimits.empirical.tensor.TensorType;

/** Finds the narrowest type that holds all numbers shown to it. */
final class NarrowestType {

  /** From the fewest digits to the most; numbers of 16 bits are often stored as F32. */
  private static final List<TensorType> TYPES =
      List.of(TensorType.BF16, TensorType.F16, TensorType.F32, TensorType.F64);

  private final TensorType stored;
  private final boolean[] fails = new boolean[TYPES.size()];

  /**
   * Begins.
   *
   * @param stored the type in which the numbers are stored; one of 16 bits is taken as it is
   */
  NarrowestType(TensorType stored) {
    this.stored = stored;
  }

  /** Whether no number can change the answer any more. */
  boolean isDecided() {
    return of() == stored;
  }

  void add(double number) {
    for (int i = 0; i < fails.length; i++) {
      fails[i] |= !TYPES.get(i).holds(number);
    }
  }

  /** The narrowest type that holds all numbers so far. */
  TensorType of() {
    if (stored == TensorType.F16 || stored == TensorType.BF16) {
      return stored;
    }
    for (int i = 0; i < fails.length; i++) {
      if (!fails[i]) {
        return TYPES.get(i);
      }
    }
    return stored;
  }
}
