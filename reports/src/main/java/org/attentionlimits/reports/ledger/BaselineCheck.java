package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.attentionlimits.reports.ledger.Baseline.Rows;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.theory.claim.Verdict;

/** Compares a ledger with a baseline. Order does not matter; nothing else is forgiven. */
public final class BaselineCheck {

  private static final String NONE = "nothing";

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

  private final Baseline baseline;
  private final Ledger ledger;
  private final List<Difference> differences = new ArrayList<>();

  private BaselineCheck(Baseline baseline, Ledger ledger) {
    this.baseline = baseline;
    this.ledger = ledger;
  }

  /** All differences, of claims and of models. */
  public static List<Difference> compare(Baseline baseline, Ledger ledger) {
    BaselineCheck check = new BaselineCheck(baseline, ledger);
    check.compareClaims();
    check.compareModels();
    return check.differences;
  }

  /** The differences of claims' verdicts, for a run without models. */
  public static List<Difference> compareClaims(Baseline baseline, Ledger ledger) {
    BaselineCheck check = new BaselineCheck(baseline, ledger);
    check.compareClaims();
    return check.differences;
  }

  private void compareClaims() {
    Map<String, Verdict> is = Baseline.of(ledger).claims();
    for (String id : union(baseline.claims().keySet(), is.keySet())) {
      Verdict before = baseline.claims().get(id);
      Verdict now = is.get(id);
      if (before != now) {
        differences.add(
            new Difference(
                id,
                text(before),
                text(now),
                ledger.claim(id).map(this::reasons).orElse(List.of())));
      }
    }
  }

  private static String text(Verdict verdict) {
    return verdict == null ? NONE : verdict.name();
  }

  private List<String> reasons(ClaimEntry claim) {
    List<String> lines = new ArrayList<>();
    claim.remark().ifPresent(lines::add);
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

  private void compareModels() {
    Map<String, Map<String, Rows>> is = Baseline.of(ledger).models();
    for (String model : union(baseline.models().keySet(), is.keySet())) {
      if (!is.containsKey(model)) {
        differences.add(new Difference("model " + model, "in the baseline", "not run", List.of()));
      } else if (!baseline.models().containsKey(model)) {
        differences.add(new Difference("model " + model, NONE, "run", List.of()));
      } else {
        compareRows(model, baseline.models().get(model), is.get(model));
      }
    }
  }

  private void compareRows(String model, Map<String, Rows> before, Map<String, Rows> now) {
    for (String id : union(before.keySet(), now.keySet())) {
      if (!Objects.equals(before.get(id), now.get(id))) {
        differences.add(
            new Difference(
                id + " on " + model, text(before.get(id)), text(now.get(id)), worst(model, id)));
      }
    }
  }

  private static String text(Rows rows) {
    return rows == null
        ? NONE
        : (rows.violated() ? "violated" : "not violated") + " on " + rows.rows() + " rows";
  }

  private List<String> worst(String model, String id) {
    return ledger.models().stream()
        .filter(entry -> entry.name().equals(model))
        .flatMap(entry -> entry.claims().stream())
        .filter(entry -> entry.id().equals(id) && entry.place().isPresent())
        .map(BaselineCheck::worst)
        .toList();
  }

  private static String worst(RowsEntry rows) {
    return rows.violating()
        + " rows violate it; largest ratio "
        + Ratios.text(rows.largestRatio())
        + " at "
        + rows.place().orElseThrow();
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
