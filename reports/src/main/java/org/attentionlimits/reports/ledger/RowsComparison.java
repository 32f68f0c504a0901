package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.Baseline.Rows;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;

/**
 * Compares claims on the rows of models and recordings with what is expected of them.
 *
 * <ul>
 *   <li>The rows of a source must be as many; their violating share may differ by 0.5 percentage
 *       points or by 2 % of itself, and their largest ratio by 1 %, since the kernels of processors
 *       round differently. Whether any row violates a claim must not change. If no claim has as
 *       many rows as it had, the source is another, which is one difference.
 *   <li>A source of the baseline must be run. One that is not in the baseline is told.
 * </ul>
 */
public final class RowsComparison {

  /** What recordings are called in a comparison. */
  public static final String RECORDING = "recording";

  /** What models are called. */
  static final String MODEL = "model";

  /** What there is of a claim that one side does not have. */
  static final String NONE = "nothing";

  /** Bound of what a ratio may differ by, relative to what it was. */
  static final double RATIO_BOUND = 0.01;

  private static final double SHARE_POINTS = 0.5;
  private static final double SHARE_BOUND = 0.02;

  private final BiFunction<String, String, List<String>> worst;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param worst tells, of a source and a claim, the rows that violate it and where the largest
   *     ratio is, as {@link #worst(long, double, Object)}; empty if there are none
   */
  public RowsComparison(BiFunction<String, String, List<String>> worst) {
    this.worst = worst;
  }

  /** A line about the rows of a claim. */
  public static String worst(long violating, double largestRatio, Object place) {
    return Line.counted(violating, "row violates", "rows violate")
        + " it; largest ratio "
        + Ratios.text(largestRatio)
        + " at "
        + place;
  }

  /**
   * Compares sources.
   *
   * @param kind what they are called
   * @param before rows by the claim's id by the source's name, as expected
   * @param after the same, as found
   * @param leftOut whether sources were left out on purpose, so that they are not missed
   */
  public void compare(
      String kind,
      Map<String, Map<String, Rows>> before,
      Map<String, Map<String, Rows>> after,
      boolean leftOut) {
    for (String source : union(before.keySet(), after.keySet())) {
      if (!before.containsKey(source)) {
        note(kind + " " + source + ": run, not in the baseline, not compared");
      } else if (after.containsKey(source)) {
        compareRows(kind, source, before.get(source), after.get(source));
      } else if (leftOut) {
        note(kind + " " + source + ": in the baseline, not run, not compared");
      } else {
        differ(kind + " " + source, "in the baseline", "not run", List.of());
      }
    }
  }

  /** Adds a line that does not fail. */
  public void note(String line) {
    notes.add(Line.of(line));
  }

  /** Adds a difference of another kind. */
  public void differ(String what, String was, String is, List<String> details) {
    differences.add(new Difference(Line.of(what), was, is, details));
  }

  /** What was found so far. */
  public Comparison found() {
    return new Comparison(differences, notes);
  }

  private void compareRows(
      String kind, String source, Map<String, Rows> before, Map<String, Rows> after) {
    if (haveOtherRows(before, after)) {
      String reason =
          (kind.equals(MODEL) ? "--tokens or the text is another" : "its length or text is another")
              + " than the baseline's: its claims are not compared";
      differ(source, rows(before), rows(after), List.of(reason));
      return;
    }
    for (String id : union(before.keySet(), after.keySet())) {
      Rows was = before.get(id);
      Rows is = after.get(id);
      if (was == null || is == null || differ(was, is)) {
        differ(id + " on " + source, text(was), text(is), worst.apply(source, id));
      }
    }
  }

  /** Whether no claim has as many rows as it had. */
  private static boolean haveOtherRows(Map<String, Rows> before, Map<String, Rows> after) {
    List<String> both = before.keySet().stream().filter(after::containsKey).toList();
    return !both.isEmpty()
        && both.stream().allMatch(id -> before.get(id).rows() != after.get(id).rows());
  }

  /** The rows of a source: those of the claim that speaks about most. */
  private static String rows(Map<String, Rows> claims) {
    return Line.counted(claims.values().stream().mapToLong(Rows::rows).max().orElse(0), "row");
  }

  private static boolean differ(Rows was, Rows is) {
    double share = Math.abs(is.violatingPercent() - was.violatingPercent());
    double allowed = Math.max(SHARE_POINTS, SHARE_BOUND * was.violatingPercent());
    return was.rows() != is.rows()
        || (was.violatingPercent() > 0) != (is.violatingPercent() > 0)
        || !(share <= allowed)
        || !near(was.ratio(), is.ratio());
  }

  /** Equal, both infinite, or within the bound. */
  private static boolean near(double was, double is) {
    return Double.compare(was, is) == 0
        || (Double.isFinite(was) && Math.abs(is - was) <= RATIO_BOUND * was);
  }

  private static String text(Rows rows) {
    return rows == null
        ? NONE
        : String.format(
            Locale.ROOT,
            "%s %% of %s violating, left/right up to %s",
            Ratios.number(rows.violatingPercent()),
            Line.counted(rows.rows(), "row"),
            Ratios.text(rows.ratio()));
  }

  /** The names of both sides, each once. */
  static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
