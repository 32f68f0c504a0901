package org.attentionlimits.theory.search.measure;

import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;

/**
 * What kinds of numbers an instance is made of, found by asking which it takes: positive ones, as a
 * temperature, and between them runs of numbers of either sign, as the logits or the embeddings.
 */
public final class Runs {

  private final double[] numbers;
  private final int[] runs;
  private int count;

  private Runs(double[] numbers) {
    this.numbers = numbers;
    this.runs = new int[numbers.length];
  }

  public static <I extends Instance<I>> Runs of(I instance) {
    Runs runs = new Runs(instance.numbers());
    for (int i = 0; i < runs.runs.length; i++) {
      boolean positive = mustBePositive(instance, runs.numbers, i);
      runs.count += !positive && (i == 0 || runs.isPositive(i - 1)) ? 1 : 0;
      runs.runs[i] = positive ? -1 : runs.count - 1;
    }
    return runs;
  }

  private static <I extends Instance<I>> boolean mustBePositive(
      I instance, double[] numbers, int i) {
    double[] negative = numbers.clone();
    negative[i] = -numbers[i];
    return numbers[i] > 0 && build(instance, negative).isEmpty();
  }

  /** Number of runs. */
  public int count() {
    return count;
  }

  /** Whether number i cannot be negative. */
  public boolean isPositive(int i) {
    return runs[i] < 0;
  }

  /** The run of number i, from 0; −1 if it is a positive one. */
  public int of(int i) {
    return runs[i];
  }

  /** The largest magnitude of a run. */
  public double largest(int run) {
    double largest = 0;
    for (int i = 0; i < runs.length; i++) {
      if (runs[i] == run) {
        largest = Math.max(largest, Math.abs(numbers[i]));
      }
    }
    return largest;
  }

  /** The first positive number after a run, else the last before it; −1 if there is none. */
  public int positiveBeside(int run) {
    int beside = -1;
    boolean after = false;
    for (int i = 0; i < runs.length; i++) {
      if (isPositive(i)) {
        beside = i;
        if (after) {
          return beside;
        }
      }
      after |= runs[i] == run;
    }
    return beside;
  }

  /** An instance of the same shape with other numbers; empty if they are not admissible. */
  public static <I extends Instance<I>> Optional<I> build(I instance, double... numbers) {
    for (double x : numbers) {
      if (!Double.isFinite(x)) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(instance.withNumbers(numbers));
    } catch (IllegalArgumentException notAdmissible) {
      return Optional.empty();
    }
  }
}
