package org.attentionlimits.theory.search.measure;

import org.attentionlimits.theory.attention.Kind;
import org.attentionlimits.theory.attention.Movable;

/**
 * The blocks of an instance's numbers that are changed together: positive numbers, as a
 * temperature, are alone, and between them are blocks of numbers of either sign, as the logits or
 * the embeddings. A number that may be zero counts as a positive one unless it is zero.
 */
public final class Blocks {

  private final double[] numbers;
  private final int[] blocks;
  private int count;

  private Blocks(double[] numbers) {
    this.numbers = numbers;
    this.blocks = new int[numbers.length];
  }

  /** The blocks of an instance. */
  public static Blocks of(Movable<?> instance) {
    Blocks blocks = new Blocks(instance.numbers());
    Kind[] kinds = instance.kinds();
    for (int i = 0; i < kinds.length; i++) {
      boolean positive = kinds[i] != Kind.REAL && blocks.numbers[i] > 0;
      blocks.count += !positive && (i == 0 || blocks.isPositive(i - 1)) ? 1 : 0;
      blocks.blocks[i] = positive ? -1 : blocks.count - 1;
    }
    return blocks;
  }

  /** Number of blocks. */
  public int count() {
    return count;
  }

  /** Whether number i cannot be negative. */
  public boolean isPositive(int i) {
    return blocks[i] < 0;
  }

  /** The block of number i, from 0; −1 if it is a positive one. */
  public int of(int i) {
    return blocks[i];
  }

  /** The largest magnitude of a block. */
  public double largest(int block) {
    double largest = 0;
    for (int i = 0; i < blocks.length; i++) {
      if (blocks[i] == block) {
        largest = Math.max(largest, Math.abs(numbers[i]));
      }
    }
    return largest;
  }

  /** The first positive number after a block, else the last before it; −1 if there is none. */
  public int positiveBeside(int block) {
    int beside = -1;
    boolean after = false;
    for (int i = 0; i < blocks.length; i++) {
      if (isPositive(i)) {
        beside = i;
        if (after) {
          return beside;
        }
      }
      after |= blocks[i] == block;
    }
    return beside;
  }
}
