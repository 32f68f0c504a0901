package org.attentionlimits.empirical.recording.explanation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/**
 * Weights that were changed after the softmax: some set to zero, as top-k, a threshold or dropout
 * do, the others left as they were or rescaled to sum to one; or all multiplied by a constant.
 * Without logits, the sums of rows with zeros and without tell the first, and equal sums the last.
 */
final class Rescaled implements Explanation {

  private static final String BEFORE = ": record the weights before that";

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    List<ChangedRow> rows =
        IntStream.range(0, head.queries())
            .filter(query -> head.sight().visible(query).length > 0)
            .mapToObj(query -> ChangedRow.of(head, query))
            .toList();
    return head.hasLogits() ? ofLogits(rows, found) : ofSums(rows, found);
  }

  private static Optional<String> ofLogits(List<ChangedRow> rows, Inconsistency found) {
    if (found.kind() != Kind.SOFTMAX && found.kind() != Kind.SUM) {
      return Optional.empty();
    }
    List<ChangedRow> telling = rows.stream().filter(ChangedRow::tellsFactor).toList();
    if (telling.isEmpty() || !rows.stream().allMatch(ChangedRow::isConstant)) {
      return Optional.empty();
    }
    boolean zeros = rows.stream().anyMatch(ChangedRow::hasZero);
    if (!zeros) {
      return constant(telling.stream().mapToDouble(ChangedRow::factor).toArray());
    }
    boolean smallest = rows.stream().allMatch(ChangedRow::leavesTheLargest);
    if (telling.stream().allMatch(row -> ChangedRow.isClose(row.factor(), 1))) {
      return Optional.of(zeroed(smallest) + " without rescaling the others" + BEFORE);
    }
    return rows.stream().allMatch(row -> ChangedRow.isClose(row.sum(), 1))
        ? Optional.of(zeroed(smallest) + " and the others rescaled to sum to one" + BEFORE)
        : Optional.empty();
  }

  private static String zeroed(boolean smallest) {
    return (smallest ? "top-k or a threshold? The smallest weights" : "dropout left on? Weights")
        + " were set to zero";
  }

  private static Optional<String> ofSums(List<ChangedRow> rows, Inconsistency found) {
    if (found.kind() != Kind.SUM || rows.size() < 2) {
      return Optional.empty();
    }
    return constant(rows.stream().mapToDouble(ChangedRow::sum).toArray())
        .or(() -> zerosLack(rows) ? Optional.of(zeroed(rows)) : Optional.empty());
  }

  /** Whether rows without zeros sum to one, and rows with zeros to no more. */
  private static boolean zerosLack(List<ChangedRow> rows) {
    DoublePredicate isOne = sum -> ChangedRow.isClose(sum, 1);
    return rows.stream().anyMatch(row -> !row.hasZero())
        && rows.stream().allMatch(row -> isOne.test(row.sum()) || (row.hasZero() && row.sum() < 1));
  }

  private static String zeroed(List<ChangedRow> rows) {
    int[] kept =
        rows.stream().filter(ChangedRow::hasZero).mapToInt(ChangedRow::kept).distinct().toArray();
    String what = kept.length == 1 ? "top-k, k = " + kept[0] : "top-k, a threshold or dropout";
    return what
        + "? Rows with weights of zero sum to less than one, and the others to one"
        + BEFORE;
  }

  /** Rows that are all the same multiple, other than one, of what they should be. */
  private static Optional<String> constant(double... factors) {
    double factor = factors[0];
    if (ChangedRow.isClose(factor, 1)
        || !IntStream.range(0, factors.length)
            .allMatch(i -> ChangedRow.isClose(factors[i], factor))) {
      return Optional.empty();
    }
    String times = String.format(Locale.ROOT, "weights are %.4g times a softmax", factor);
    return Optional.of(
        factor > 1
            ? String.format(
                Locale.ROOT,
                "%s, divided by 1 - p, p = %.2g, as dropout does? Record in evaluation mode",
                times,
                1 - 1 / factor)
            : times + "? Divide them by that");
  }
}
