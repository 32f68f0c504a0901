package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.Baseline.Found;
import org.attentionlimits.reports.ledger.Baseline.Rows;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;

/**
 * Compares a ledger with a baseline.
 *
 * <ul>
 *   <li>Verdicts must be equal.
 *   <li>A claim's largest ratio must not fall by more than 1 %, if seed and budget are those of the
 *       baseline; with others the fall is told.
 *   <li>The rows of a source must be as many; their violating share may differ by 0.5 percentage
 *       points or by 2 % of itself, and their largest ratio by 1 %, since the kernels of processors
 *       round differently. Whether any row violates a claim must not change. If no claim has as
 *       many rows as it had, the source is another, which is one difference.
 *   <li>A model or recording of the baseline must be run. One that is not in the baseline is told.
 *   <li>A ratio that rose is told.
 * </ul>
 */
public final class BaselineCheck {

  private static final double RATIO_BOUND = 0.01;
  private static final double SHARE_POINTS = 0.5;
  private static final double SHARE_BOUND = 0.02;

  private static final String NONE = "nothing";
  private static final String MODEL = "model";

  /**
   * Something that is not as the baseline says.
   *
   * @param what the claim, or the claim on a model
   * @param was in the baseline
   * @param is in the ledger
   * @param details further lines, as the counterexample
   */
  public record Difference(String what, String was, String is, List<String> details) {

    /** Indented lines for people. */
    public String text() {
      StringBuilder text = new StringBuilder("  " + what + ": was " + was + ", is " + is + "\n");
      details.forEach(line -> text.append("    ").append(line).append('\n'));
      return text.toString();
    }
  }

  /**
   * What a comparison found.
   *
   * @param differences that fail
   * @param notes what is told and does not fail, a line each
   */
  public record Comparison(List<Difference> differences, List<String> notes) {}

  private final Baseline baseline;
  private final Ledger ledger;
  private final Baseline now;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private BaselineCheck(Baseline baseline, Ledger ledger) {
    this.baseline = baseline;
    this.ledger = ledger;
    this.now = Baseline.of(ledger);
  }

  /**
   * Compares verdicts, ratios, models and recordings.
   *
   * @param withoutModels whether no model was run on purpose, so that those of the baseline are not
   *     missed
   */
  public static Comparison compare(Baseline baseline, Ledger ledger, boolean withoutModels) {
    BaselineCheck check = new BaselineCheck(baseline, ledger);
    check.compareClaims();
    check.compareSources(MODEL, baseline.models(), check.now.models(), withoutModels);
    check.compareSources("recording", baseline.recordings(), check.now.recordings(), false);
    return new Comparison(check.differences, check.notes);
  }

  private void compareClaims() {
    Map<String, Found> before = baseline.search().claims();
    Map<String, Found> after = now.search().claims();
    for (String id : union(before.keySet(), after.keySet())) {
      Found was = before.get(id);
      Found is = after.get(id);
      if (was == null || is == null || was.verdict() != is.verdict()) {
        differ(id, text(was), text(is), ledger.claim(id).map(BaselineCheck::reasons));
      } else {
        compareRatios(id, was.ratio(), is.ratio());
      }
    }
  }

  private static String text(Found found) {
    return found == null ? NONE : found.verdict().name();
  }

  private void compareRatios(String id, double was, double is) {
    String before = "left/right up to " + Ratios.text(was);
    String after = "up to " + Ratios.text(is);
    if (is > was * (1 + RATIO_BOUND)) {
      notes.add(id + ": was " + before + ", is " + after + ": the search sees more");
    } else if (is < was * (1 - RATIO_BOUND)) {
      if (sameSearch()) {
        differ(id, before, after, Optional.of(List.of("the search sees less than it did")));
      } else {
        notes.add(id + ": was " + before + ", is " + after + ", by a search with other settings");
      }
    }
  }

  private boolean sameSearch() {
    return baseline.search().seed() == ledger.search().seed()
        && baseline.search().budget() == ledger.search().budget();
  }

  private static List<String> reasons(ClaimEntry claim) {
    List<String> lines = new ArrayList<>();
    claim.reason().ifPresent(lines::add);
    claim
        .counterexample()
        .ifPresent(
            c -> {
              lines.add("counterexample: " + c.text());
              lines.add(
                  "left side at least "
                      + c.certificate().leftAtLeast()
                      + ", right side at most "
                      + c.certificate().rightAtMost()
                      + (c.certificate().proven()
                          ? ""
                          : ", " + Ratios.assurance(c.certificate().doubt())));
            });
    if (lines.isEmpty()) {
      lines.add("largest ratio " + Ratios.text(claim.largestRatio()));
    }
    return lines;
  }

  private void compareSources(
      String kind,
      Map<String, Map<String, Rows>> before,
      Map<String, Map<String, Rows>> after,
      boolean leftOut) {
    for (String source : union(before.keySet(), after.keySet())) {
      if (!before.containsKey(source)) {
        notes.add(kind + " " + source + ": run, not in the baseline, not compared");
      } else if (after.containsKey(source)) {
        compareRows(kind, source, before.get(source), after.get(source));
      } else if (leftOut) {
        notes.add(kind + " " + source + ": in the baseline, not run, not compared");
      } else {
        differ(kind + " " + source, "in the baseline", "not run", Optional.empty());
      }
    }
  }

  private void compareRows(
      String kind, String source, Map<String, Rows> before, Map<String, Rows> after) {
    if (haveOtherRows(before, after)) {
      String reason =
          (kind.equals(MODEL) ? "--tokens or the text is another" : "its length or text is another")
              + " than the baseline's: its claims are not compared";
      differ(source, rows(before), rows(after), Optional.of(List.of(reason)));
      return;
    }
    for (String id : union(before.keySet(), after.keySet())) {
      Rows was = before.get(id);
      Rows is = after.get(id);
      if (was == null || is == null || differ(was, is)) {
        differ(id + " on " + source, text(was), text(is), Optional.of(worst(source, id)));
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

  private List<String> worst(String source, String id) {
    return ledger.models().stream()
        .filter(entry -> entry.name().equals(source))
        .flatMap(entry -> entry.claims().stream())
        .filter(entry -> entry.id().equals(id) && entry.place().isPresent())
        .map(BaselineCheck::worst)
        .toList();
  }

  private static String worst(RowsEntry rows) {
    return Line.counted(rows.violating(), "row violates", "rows violate")
        + " it; largest ratio "
        + Ratios.text(rows.largestRatio())
        + " at "
        + rows.place().orElseThrow();
  }

  private void differ(String what, String was, String is, Optional<List<String>> details) {
    differences.add(new Difference(what, was, is, details.orElse(List.of())));
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
