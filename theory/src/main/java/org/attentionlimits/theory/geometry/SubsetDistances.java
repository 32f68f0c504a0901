package org.attentionlimits.theory.geometry;

import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The cumulative distance d̃ summed over all N-subsets of n tokens. Tokens of the same contribution
 * are one kind: a subset is told by how many it has of each kind, and counts as often as tokens can
 * be chosen so.
 */
final class SubsetDistances {

  private final Arithmetic arithmetic;
  private final int selected;

  /** The contribution of each kind. */
  private final Vec[] kinds;

  /** Tokens of each kind. */
  private final int[] counts;

  /** Tokens of each kind and of those after it. */
  private final int[] available;

  /** Chosen tokens of each kind. */
  private final int[] chosen;

  /**
   * The subsets of a row's tokens.
   *
   * @param contributions of its tokens, [n]
   */
  SubsetDistances(EmbeddedRow row, Arithmetic arithmetic, Vec... contributions) {
    int[] first = firstAlike(row);
    int[] distinct = IntStream.of(first).distinct().toArray();
    this.arithmetic = arithmetic;
    this.selected = row.selected();
    this.kinds = IntStream.of(distinct).mapToObj(i -> contributions[i]).toArray(Vec[]::new);
    this.counts =
        IntStream.of(distinct)
            .map(kind -> (int) IntStream.of(first).filter(i -> i == kind).count())
            .toArray();
    this.available = counts.clone();
    for (int k = available.length - 2; k >= 0; k--) {
      available[k] += available[k + 1];
    }
    this.chosen = new int[counts.length];
  }

  /** The first token of the same logit and embedding as each one, [n]. */
  private static int[] firstAlike(EmbeddedRow row) {
    return IntStream.range(0, row.tokens())
        .map(i -> IntStream.range(0, i).filter(j -> row.areAlike(i, j)).findFirst().orElse(i))
        .toArray();
  }

  /** {@code Σ_I d̃(I)} over all subsets I of N tokens. */
  Real sum() {
    return sumOver(selected, 0, 1, null);
  }

  /**
   * The sum over the subsets that have the chosen tokens, whose contributions add up to {@code
   * context}, null if there are none, and others from a kind on.
   *
   * @param left tokens to choose
   * @param ways in which the chosen tokens can be chosen
   */
  private Real sumOver(int left, int from, long ways, Vec context) {
    if (left == 0) {
      return times(distancesFrom(context), ways);
    }
    Real sum = arithmetic.of(0);
    for (int kind = from; kind < kinds.length && available[kind] >= left; kind++) {
      Vec next = context;
      for (int count = 1; count <= Math.min(left, counts[kind]); count++) {
        next = next == null ? kinds[kind] : next.plus(kinds[kind]);
        chosen[kind] = count;
        long more = ways * CombinatoricsUtils.binomialCoefficient(counts[kind], count);
        sum = sum.plus(sumOver(left - count, kind + 1, more, next));
      }
      chosen[kind] = 0;
    }
    return sum;
  }

  /** The distances from the context vector of all tokens that are not chosen. */
  private Real distancesFrom(Vec context) {
    Real sum = arithmetic.of(0);
    for (int kind = 0; kind < kinds.length; kind++) {
      int others = counts[kind] - chosen[kind];
      if (others > 0) {
        sum = sum.plus(times(context.distance(kinds[kind]), others));
      }
    }
    return sum;
  }

  private Real times(Real x, long count) {
    return count == 1 ? x : x.times(arithmetic.of(count));
  }
}
