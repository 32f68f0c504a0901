package org.attentionlimits.reports.rows;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.reports.export.Departures;
import org.attentionlimits.reports.export.Settlement;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;

/**
 * What recordings are held against, or what they set: the baseline's file, read before the rows
 * are, so that a bad one is told at once.
 */
public final class RowsGate {

  private final Path file;
  private final Optional<RowsBaseline> before;
  private final boolean accept;

  private RowsGate(Path file, Optional<RowsBaseline> before, boolean accept) {
    this.file = file;
    this.before = before;
    this.accept = accept;
  }

  /**
   * Reads a baseline; with {@code accept} the file may be missing or empty, and must be one else.
   *
   * @throws IOException if it cannot be read or has no recordings, or cannot be written where that
   *     is asked for
   */
  public static RowsGate open(Path file, boolean accept) throws IOException {
    if (!accept && !Files.exists(file)) {
      throw new IOException(file + ": no such baseline; --accept writes it");
    }
    if (accept) {
      Replacement.requireWritable(file);
    }
    boolean isNew = accept && (!Files.exists(file) || Files.size(file) == 0);
    if (isNew) {
      return new RowsGate(file, Optional.empty(), accept);
    }
    RowsBaseline before = RowsBaseline.read(file);
    if (!accept && before.recordings().isEmpty()) {
      throw new IOException(file + ": has no recordings, so that nothing is compared");
    }
    return new RowsGate(file, Optional.of(before), accept);
  }

  /**
   * How recordings stand to the baseline that was read.
   *
   * @param replay the line that tells the command of this run
   */
  public Departures departures(List<RowsReport> reports, String replay) {
    return Departures.of(file, compare(reports), accept, replay);
  }

  private Optional<Comparison> compare(List<RowsReport> reports) {
    return before.map(baseline -> baseline.compare(reports));
  }

  /** Compares or accepts, and says so; false if the recordings depart from the baseline. */
  public boolean settle(List<RowsReport> reports, PrintWriter out, PrintWriter err)
      throws IOException {
    return new Settlement(
            file,
            accept,
            List.of("If they are right, accept them with --accept and commit the baseline."))
        .settle(compare(reports), () -> RowsBaseline.of(reports).write(file), out, err);
  }
}
