package org.attentionlimits.reports.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.Baseline.Found;

/**
 * Compares a ledger with a baseline.
 *
 * <ul>
 *   <li>Verdicts must be equal.
 *   <li>A claim's largest ratio must not fall by more than 1 %, if seed and budget are those of the
 *       baseline; with others the fall is told.
 *   <li>The rows of models and recordings are compared as {@link RowsComparison} tells.
 *   <li>A ratio that rose is told.
 * </ul>
 */
public final class BaselineCheck {

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
  public record Comparison(List<Difference> differences, List<String> notes) {

    /** Heading of differences that are to be the baseline. */
    public static final String ACCEPTED = "Baseline: these results are accepted";

    /** Copies the lists. */
    public Comparison {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
    }

    /** Heading of differences that fail. */
    public static String departure(Path baseline) {
      return "The results depart from the baseline " + Line.of(baseline.toString());
    }

    /** What does not fail, a line each. */
    public List<String> told() {
      return Stream.concat(
              notes.stream(), Stream.of("as expected").filter(line -> differences.isEmpty()))
          .map(line -> "Baseline: " + line)
          .toList();
    }

    /** The differences for people, under a line that says what they are. */
    public String text(String heading) {
      return heading
          + ":\n"
          + differences.stream().map(Difference::text).collect(Collectors.joining());
    }
  }

  private final Baseline baseline;
  private final Ledger ledger;
  private final Baseline now;
  private final RowsComparison found;

  private BaselineCheck(Baseline baseline, Ledger ledger) {
    this.baseline = baseline;
    this.ledger = ledger;
    this.now = Baseline.of(ledger);
    this.found = new RowsComparison(this::worst);
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
    check.found.compare(RowsComparison.MODEL, baseline.models(), check.now.models(), withoutModels);
    check.found.compare(
        RowsComparison.RECORDING, baseline.recordings(), check.now.recordings(), false);
    return check.found.found();
  }

  private void compareClaims() {
    Map<String, Found> before = baseline.search().claims();
    Map<String, Found> after = now.search().claims();
    for (String id : RowsComparison.union(before.keySet(), after.keySet())) {
      Found was = before.get(id);
      Found is = after.get(id);
      if (was == null || is == null || was.verdict() != is.verdict()) {
        List<String> reasons = ledger.claim(id).map(BaselineCheck::reasons).orElse(List.of());
        found.differ(id, text(was), text(is), reasons);
      } else {
        compareRatios(id, was.ratio(), is.ratio());
      }
    }
  }

  private static String text(Found found) {
    return found == null ? RowsComparison.NONE : found.verdict().name();
  }

  private void compareRatios(String id, double was, double is) {
    String before = "left/right up to " + Ratios.text(was);
    String after = "up to " + Ratios.text(is);
    if (is > was * (1 + RowsComparison.RATIO_BOUND)) {
      found.note(id + ": was " + before + ", is " + after + ": the search sees more");
    } else if (is < was * (1 - RowsComparison.RATIO_BOUND)) {
      if (sameSearch()) {
        found.differ(id, before, after, List.of("the search sees less than it did"));
      } else {
        found.note(id + ": was " + before + ", is " + after + ", by a search with other settings");
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

  private List<String> worst(String source, String id) {
    return ledger.models().stream()
        .filter(entry -> entry.name().equals(source))
        .flatMap(entry -> entry.claims().stream())
        .filter(entry -> entry.id().equals(id) && entry.place().isPresent())
        .map(
            entry ->
                RowsComparison.worst(
                    entry.violating(), entry.largestRatio(), entry.place().orElseThrow()))
        .toList();
  }
}
