package org.attentionlimits.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.theory.claim.Standing;

/**
 * A run as JUnit's XML: a test case for each claim, and for each claim on the rows of a model or a
 * recording.
 *
 * <ul>
 *   <li>A case fails where the run departs from the baseline. A refuted claim that is expected to
 *       be refuted passes.
 *   <li>A case is skipped where nothing could be evaluated, unless it fails.
 *   <li>What departs and has no case here, as a model that is missing, is a case of its own.
 * </ul>
 */
final class JUnitFile {

  static final String FILE = "junit.xml";

  private static final String PREFIX = "attention-limits.";

  private final Departures departures;
  private final List<JUnitSuite> suites = new ArrayList<>();

  private JUnitFile(Departures departures) {
    this.departures = departures;
  }

  static String of(Ledger ledger, Departures departures) {
    JUnitFile file = new JUnitFile(departures);
    for (Standing standing : Standing.values()) {
      file.add(
          standing.name(),
          ledger.claims(standing).stream().map(claim -> file.test(claim, ledger)).toList());
    }
    file.add("rows", ledger.models().stream().flatMap(file::tests).toList());
    file.add("baseline", file.others());
    return JUnitSuite.xml(file.suites, departures.told());
  }

  private void add(String name, List<JUnitSuite.Test> tests) {
    if (!tests.isEmpty()) {
      suites.add(new JUnitSuite(PREFIX + name, tests));
    }
  }

  private JUnitSuite.Test test(ClaimEntry claim, Ledger ledger) {
    boolean nothing = claim.tightest().isEmpty() && claim.counterexample().isEmpty();
    String found = Words.status(claim, ledger) + ", left/right " + Words.ratio(claim);
    return test(
        claim.id(),
        nothing
            ? Optional.of(claim.reason().orElse("no instance was evaluated"))
            : Optional.empty(),
        found);
  }

  private Stream<JUnitSuite.Test> tests(ModelEntry model) {
    return model.claims().stream()
        .map(
            rows ->
                test(
                    rows.id() + " on " + model.name(),
                    rows.rows() == 0 ? Optional.of(Words.leftOut(rows)) : Optional.empty(),
                    found(rows)));
  }

  private static String found(RowsEntry rows) {
    return Ratios.percent(rows.violating(), rows.rows())
        + " of "
        + rows.rows()
        + " rows above, left/right up to "
        + Ratios.text(rows.largestRatio());
  }

  private JUnitSuite.Test test(String name, Optional<String> skipped, String found) {
    String line = JUnitSuite.text(name);
    Optional<Difference> difference =
        departures.failures().stream()
            .filter(failure -> JUnitSuite.text(failure.what()).equals(line))
            .findFirst();
    return new JUnitSuite.Test(
        line, difference.map(this::failure), skipped.filter(any -> difference.isEmpty()), found);
  }

  private JUnitSuite.Failure failure(Difference difference) {
    String message = difference.text().lines().findFirst().orElseThrow().strip();
    return new JUnitSuite.Failure(
        message + ". " + departures.replay(),
        Stream.concat(difference.text().lines(), Stream.of(departures.replay())).toList());
  }

  /** What departs and is none of the cases so far. */
  private List<JUnitSuite.Test> others() {
    List<String> names =
        suites.stream().flatMap(suite -> suite.tests().stream()).map(test -> test.name()).toList();
    return departures.failures().stream()
        .filter(failure -> !names.contains(JUnitSuite.text(failure.what())))
        .map(failure -> test(failure.what(), Optional.empty(), failure.is()))
        .toList();
  }
}
