package org.attentionlimits.reports.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;

/**
 * What becomes of a baseline after a run: it is written where the run is accepted, and else the
 * differences from it are told.
 *
 * @param file of the baseline
 * @param accept whether these results are to be the baseline
 * @param advice what can be done about differences, a line each
 */
public record Settlement(Path file, boolean accept, List<String> advice) {

  /** Copies the list. */
  public Settlement {
    advice = List.copyOf(advice);
  }

  /** Writes a baseline. */
  @FunctionalInterface
  public interface Writing {
    /** Writes it. */
    void write() throws IOException;
  }

  /**
   * Compares or accepts, and says so.
   *
   * @param found empty if there was no baseline before
   * @param writing of these results; called where they are accepted
   * @return false if the run departs from the baseline
   */
  public boolean settle(
      Optional<Comparison> found, Writing writing, PrintWriter out, PrintWriter err)
      throws IOException {
    found.map(Comparison::told).orElse(List.of()).forEach(out::println);
    Optional<Comparison> departure = found.filter(any -> !any.differences().isEmpty());
    if (accept) {
      departure.ifPresent(accepted -> out.print(accepted.text(Comparison.ACCEPTED)));
      writing.write();
      out.println("Baseline: written to " + Line.of(file.toString()));
    } else {
      departure.ifPresent(refused -> tell(refused, err));
    }
    out.flush();
    return accept || departure.isEmpty();
  }

  private void tell(Comparison refused, PrintWriter err) {
    err.print(refused.text(Comparison.departure(file)));
    advice.forEach(err::println);
    err.flush();
  }
}
