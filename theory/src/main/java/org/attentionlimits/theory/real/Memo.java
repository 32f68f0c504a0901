package org.attentionlimits.theory.real;

import java.util.IdentityHashMap;

/**
 * Keeps what was computed of instances in {@link Arithmetic#BINARY64}, so that claims which share a
 * quantity compute it once. It keeps each result until it is closed; from then on, and in other
 * arithmetics, every quantity is computed anew. Instances and quantities are told apart by
 * identity. A memo that is not closed is for one thread.
 */
public final class Memo implements AutoCloseable {

  /**
   * Something computed of an instance. What it gives must depend on nothing else, and must not
   * change. To be known again it has to be the same object: a constant.
   *
   * @param <I> the type of instance
   * @param <T> the type of result
   */
  @FunctionalInterface
  public interface Quantity<I, T> {
    /** The quantity of an instance in the given arithmetic. */
    T of(I instance, Arithmetic arithmetic);
  }

  private final IdentityHashMap<Object, IdentityHashMap<Object, Object>> results =
      new IdentityHashMap<>();
  private boolean closed;

  /** A memo that keeps nothing. */
  public static Memo none() {
    Memo memo = new Memo();
    memo.close();
    return memo;
  }

  /** The quantity of an instance, computed unless it is known. */
  @SuppressWarnings("unchecked") // a quantity's results are kept under the quantity
  public <I, T> T recall(Quantity<? super I, T> quantity, I instance, Arithmetic arithmetic) {
    if (closed || arithmetic != Arithmetic.BINARY64) {
      return quantity.of(instance, arithmetic);
    }
    IdentityHashMap<Object, Object> known =
        results.computeIfAbsent(instance, unknown -> new IdentityHashMap<>());
    Object result = known.get(quantity);
    if (result == null) {
      result = quantity.of(instance, arithmetic);
      known.put(quantity, result);
    }
    return (T) result;
  }

  /** Drops all results, and keeps no more. */
  @Override
  public void close() {
    closed = true;
    results.clear();
  }
}
