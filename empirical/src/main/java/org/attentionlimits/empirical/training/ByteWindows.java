package org.attentionlimits.empirical.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/** Windows of a text as arrays of byte ids: what a byte-level model is trained and judged on. */
final class ByteWindows {

  /**
   * A batch of windows.
   *
   * @param ids [B, L]
   * @param positions index of the position embedding of every token, [B, L]
   * @param targets the byte after every token, [B, L]
   */
  record Batch(NDArray ids, NDArray positions, NDArray targets) {}

  private final byte[] text;

  ByteWindows(byte[] text) {
    this.text = text;
  }

  /** Windows at random places of the text, each at a random offset below the given positions. */
  Batch random(NDManager manager, int count, int length, int positions, SplittableRandom random) {
    int[] starts = new int[count];
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = random.nextInt(text.length - length);
      offsets[i] = random.nextInt(positions - length + 1);
    }
    return batch(manager, starts, offsets, length);
  }

  /** Number of whole windows side by side, each with a byte to follow. */
  int adjacent(int length) {
    return (text.length - 1) / length;
  }

  /** Windows {@code first} to {@code first + count − 1} of those side by side. */
  Batch adjacent(NDManager manager, int first, int count, int length) {
    int[] starts = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = (first + i) * length;
    }
    return batch(manager, starts, new int[count], length);
  }

  private Batch batch(NDManager manager, int[] starts, int[] offsets, int length) {
    long[] ids = new long[starts.length * length];
    long[] positions = new long[ids.length];
    long[] targets = new long[ids.length];
    for (int window = 0; window < starts.length; window++) {
      for (int i = 0; i < length; i++) {
        int k = window * length + i;
        ids[k] = Byte.toUnsignedLong(text[starts[window] + i]);
        positions[k] = (long) offsets[window] + i;
        targets[k] = Byte.toUnsignedLong(text[starts[window] + i + 1]);
      }
    }
    Shape shape = new Shape(starts.length, length);
    return new Batch(
        manager.create(ids, shape),
        manager.create(positions, shape),
        manager.create(targets, shape));
  }
}
