package org.attentionlimits.theory.random;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Function;

/**
 * PlainDraws that were written down: what is asked for comes in this order, and all of it is asked.
 */
final class Scripted extends Random {

  private static final long serialVersionUID = 1;

  private final transient Deque<Double> script = new ArrayDeque<>();

  private Scripted(double... script) {
    for (double next : script) {
      this.script.add(next);
    }
  }

  /**
   * What is made of draws.
   *
   * @param script integers from 0, numbers, or 1 for true and 0 for false
   * @throws AssertionError if the script is too long
   */
  static <T> T draw(Function<PlainDraws, T> made, double... script) {
    Scripted random = new Scripted(script);
    T result = made.apply(new PlainDraws(random));
    if (!random.script.isEmpty()) {
      throw new AssertionError("not asked for: " + random.script);
    }
    return result;
  }

  @Override
  public int nextInt(int bound) {
    double next = script.removeFirst();
    if (!(next >= 0 && next < bound && next == Math.rint(next))) {
      throw new AssertionError("no integer below " + bound + ": " + next);
    }
    return (int) next;
  }

  @Override
  public boolean nextBoolean() {
    return nextInt(2) == 1;
  }

  @Override
  public double nextDouble() {
    return script.removeFirst();
  }

  @Override
  public synchronized double nextGaussian() {
    return script.removeFirst();
  }
}
