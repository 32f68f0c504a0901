package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.BaselineCheck;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;
import org.attentionlimits.reports.ledger.Ledger;

/**
 * What a run is held against, or what it sets: the baseline's file, read before the run, so that a
 * bad one is told at once.
 */
final class Expectation {

  private final Path file;
  private final Optional<Baseline> before;
  private final boolean accept;
  private final boolean claimsOnly;

  private Expectation(Path file, Optional<Baseline> before, boolean accept, boolean claimsOnly) {
    this.file = file;
    this.before = before;
    this.accept = accept;
    this.claimsOnly = claimsOnly;
  }

  /**
   * Reads a baseline; one that is to be replaced as a whole is not looked at.
   *
   * @param claimsOnly whether the run has no models, so that those of the baseline stay as they are
   */
  static Expectation open(Path file, boolean accept, boolean claimsOnly) throws IOException {
    if (!accept && !Files.exists(file)) {
      throw new IOException(file + ": no such baseline; --accept writes it");
    }
    boolean needed = !accept || (claimsOnly && Files.exists(file));
    Optional<Baseline> before = needed ? Optional.of(Baseline.read(file)) : Optional.empty();
    return new Expectation(file, before, accept, claimsOnly);
  }

  /** Compares or accepts, and says so; false if the ledger departs from the baseline. */
  boolean settle(Ledger ledger, PrintWriter out, PrintWriter err) throws IOException {
    if (accept) {
      write(ledger);
      out.println("Baseline: written to " + file);
      out.flush();
      return true;
    }
    List<Difference> differences = compare(ledger);
    if (differences.isEmpty()) {
      out.println("Baseline: as expected" + (claimsOnly ? "; models not compared" : ""));
      out.flush();
      return true;
    }
    tell(differences, err);
    return false;
  }

  private void write(Ledger ledger) throws IOException {
    Baseline now = Baseline.of(ledger);
    boolean keepModels = claimsOnly && before.isPresent();
    (keepModels ? now.withModelsOf(before.get()) : now).write(file);
  }

  private List<Difference> compare(Ledger ledger) {
    return claimsOnly
        ? BaselineCheck.compareClaims(before.orElseThrow(), ledger)
        : BaselineCheck.compare(before.orElseThrow(), ledger);
  }

  private void tell(List<Difference> differences, PrintWriter err) {
    err.println("The results depart from the baseline " + file + ":");
    differences.forEach(difference -> err.print(difference.text()));
    err.println(
        "If they are right, accept them with --accept (in the build: mvn verify"
            + " -Dattention.accept) and commit the baseline.");
    err.flush();
  }
}
