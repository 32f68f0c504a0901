package org.attentionlimits.theory.profile;

import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;

/**
 * How instances of a type are made of columns of one value for each token, and of what else they
 * have.
 *
 * @param mostTokens of rows that are drawn; there may be longer ones
 * @param columns number of columns, the logits first where there are some
 * @param reals number of further numbers of either sign, as a query's components
 * @param positives number of positive numbers, as the temperature, which is the first
 * @param marks number of places in the row, as the number N of selected tokens
 * @param maker makes an instance
 * @param <I> the type of instance
 */
public record Recipe<I extends Instance<I>>(
    int mostTokens, int columns, int reals, int positives, int marks, Maker<I> maker) {

  /**
   * Makes an instance.
   *
   * @param <I> the type of instance
   */
  @FunctionalInterface
  public interface Maker<I> {
    /**
     * The instance; empty if there is none.
     *
     * @param columns [columns] of [n], finite
     * @param reals [reals]
     * @param positives [positives]
     * @param marks [marks], each from 0 to n
     */
    Optional<I> make(double[][] columns, double[] reals, double[] positives, int[] marks);
  }
}
