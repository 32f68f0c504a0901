package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.reports.export.Departures;
import org.attentionlimits.reports.export.Settlement;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.BaselineCheck;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;
import org.attentionlimits.reports.ledger.Ledger;

/**
 * What a run is held against, or what it sets: the baseline's file, read before the run, so that a
 * bad one is told at once.
 */
final class BaselineGate {

  private final Path file;
  private final Optional<Baseline> before;
  private final boolean accept;
  private final boolean withoutModels;
  private final String replay;

  private BaselineGate(
      Path file, Optional<Baseline> before, boolean accept, boolean withoutModels, String replay) {
    this.file = file;
    this.before = before;
    this.accept = accept;
    this.withoutModels = withoutModels;
    this.replay = replay;
  }

  /**
   * Reads a baseline. One that is to be replaced as a whole must be one, if of an earlier format.
   *
   * @param withoutModels whether the run has no models on purpose, so that those of the baseline
   *     are not missed, and stay as they are; recordings are compared all the same
   * @param replay the line that tells the command of this run
   */
  static BaselineGate open(Path file, boolean accept, boolean withoutModels, String replay)
      throws IOException {
    if (!accept && !Files.exists(file)) {
      throw new IOException(file + ": no such baseline; --accept writes it");
    }
    if (accept) {
      Replacement.requireWritable(file);
    }
    Optional<Baseline> replaced =
        accept && isFilled(file) ? Baseline.replaceable(file) : Optional.empty();
    boolean keepsModels = withoutModels && isFilled(file) && replaced.isEmpty();
    Optional<Baseline> before =
        !accept || keepsModels ? Optional.of(Baseline.read(file)) : replaced;
    return new BaselineGate(file, before, accept, withoutModels, replay);
  }

  private static boolean isFilled(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > 0;
  }

  /** How a ledger stands to the baseline that was read. */
  Departures departures(Ledger ledger) {
    return Departures.of(file, compare(ledger), accept, replay);
  }

  private Optional<Comparison> compare(Ledger ledger) {
    return before.map(baseline -> BaselineCheck.compare(baseline, ledger, withoutModels));
  }

  /** Compares or accepts, and says so; false if the ledger departs from the baseline. */
  boolean settle(Ledger ledger, PrintWriter out, PrintWriter err) throws IOException {
    return new Settlement(
            file,
            accept,
            List.of(
                replay,
                "If they are right, accept them with --accept (in the build: mvn verify"
                    + " -Dattention.accept) and commit the baseline."))
        .settle(compare(ledger), () -> accept(ledger, out), out, err);
  }

  private void accept(Ledger ledger, PrintWriter out) throws IOException {
    tellAccepted(ledger, out);
    write(ledger);
  }

  private void tellAccepted(Ledger ledger, PrintWriter out) throws IOException {
    if (before.isEmpty() && isFilled(file)) {
      out.println("Baseline: the earlier one has another format, not compared");
    }
    long budget = ledger.search().budget();
    before
        .map(baseline -> baseline.search().budget())
        .filter(earlier -> budget < earlier)
        .ifPresent(earlier -> out.println("Baseline: " + smaller(earlier, budget)));
  }

  private static String smaller(long was, long is) {
    return "the search was smaller: was at most "
        + Line.counted(was, "try", "tries")
        + " a claim, is at most "
        + Line.counted(is, "try", "tries");
  }

  private void write(Ledger ledger) throws IOException {
    Baseline now = Baseline.of(ledger);
    Optional<Baseline> models = before.filter(earlier -> withoutModels);
    models.map(now::withModelsOf).orElse(now).write(file);
  }
}
