package org.attentionlimits.reports.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;

/**
 * How a run stands to its baseline.
 *
 * @param heading of the differences
 * @param differences from the baseline
 * @param accepted whether these results are to be the baseline, so that no difference fails
 * @param told what else is said of the baseline, a line each
 * @param replay the line that tells the command of this run
 */
public record Departures(
    String heading,
    List<Difference> differences,
    boolean accepted,
    List<String> told,
    String replay) {

  /** Copies the lists. */
  public Departures {
    differences = List.copyOf(differences);
    told = List.copyOf(told);
  }

  /** Of a run without a baseline. */
  public static Departures none(String replay) {
    return new Departures("", List.of(), false, List.of("Baseline: none was given"), replay);
  }

  /**
   * Of a run that is held against a baseline, or sets it.
   *
   * @param baseline its file
   * @param found empty if there was none before
   */
  public static Departures of(
      Path baseline, Optional<Comparison> found, boolean accepted, String replay) {
    return new Departures(
        accepted ? Comparison.ACCEPTED : Comparison.departure(baseline),
        found.map(Comparison::differences).orElse(List.of()),
        accepted,
        found.map(Comparison::told).orElse(List.of("Baseline: there was none before")),
        replay);
  }

  /** The differences that fail. */
  public List<Difference> failures() {
    return accepted ? List.of() : differences;
  }
}
