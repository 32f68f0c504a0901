package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.BaselineCheck;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;
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
   * @param replay the command of this run
   */
  static BaselineGate open(Path file, boolean accept, boolean withoutModels, String replay)
      throws IOException {
    if (!accept && !Files.exists(file)) {
      throw new IOException(file + ": no such baseline; --accept writes it");
    }
    if (accept) {
      Replacement.requireWritable(file);
    }
    boolean there = Files.exists(file);
    if (accept && there) {
      Baseline.requireReplaceable(file);
    }
    boolean needed = !accept || (withoutModels && there && Files.size(file) > 0);
    Optional<Baseline> before = needed ? Optional.of(Baseline.read(file)) : Optional.empty();
    return new BaselineGate(file, before, accept, withoutModels, replay);
  }

  /** Compares or accepts, and says so; false if the ledger departs from the baseline. */
  boolean settle(Ledger ledger, PrintWriter out, PrintWriter err) throws IOException {
    if (accept) {
      write(ledger);
      out.println("Baseline: written to " + file);
      out.flush();
      return true;
    }
    Comparison comparison = BaselineCheck.compare(before.orElseThrow(), ledger, withoutModels);
    comparison.notes().forEach(note -> out.println("Baseline: " + note));
    if (comparison.differences().isEmpty()) {
      out.println("Baseline: as expected");
    } else {
      tell(comparison.differences(), err);
    }
    out.flush();
    return comparison.differences().isEmpty();
  }

  private void write(Ledger ledger) throws IOException {
    Baseline now = Baseline.of(ledger);
    before.map(now::withModelsOf).orElse(now).write(file);
  }

  private void tell(List<Difference> differences, PrintWriter err) {
    err.println("The results depart from the baseline " + file + ":");
    differences.forEach(difference -> err.print(difference.text()));
    err.println("To run it again: " + replay);
    err.println(
        "If they are right, accept them with --accept (in the build: mvn verify"
            + " -Dattention.accept) and commit the baseline.");
    err.flush();
  }
}
