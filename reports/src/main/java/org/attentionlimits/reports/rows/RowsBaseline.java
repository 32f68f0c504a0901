package org.attentionlimits.reports.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.reports.ledger.Baseline.Rows;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.RowsComparison;
import org.attentionlimits.reports.ledger.WholeFile;

/**
 * What is expected of recordings: of each its SHA-256 and, for every claim that its rows decide,
 * how many there are, the share that violates it, and the largest ratio. It is a committed file, a
 * claim a line, numbers to four digits.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param recordings by their names
 */
public record RowsBaseline(int schemaVersion, Map<String, Recording> recordings) {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * A recording.
   *
   * @param sha256 of its file, 64 hexadecimal digits
   * @param claims by their ids
   */
  public record Recording(String sha256, Map<String, Rows> claims) {

    /** Rejects a checksum that no file has. */
    public Recording {
      if (!SHA256.matcher(sha256).matches()) {
        throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits: " + sha256);
      }
    }

    private static Recording of(RowsReport report) {
      Map<String, Rows> claims = new LinkedHashMap<>();
      for (RowTally tally : report.decided()) {
        claims.put(
            tally.claim().id(), Rows.of(tally.rows(), tally.violated(), tally.largestRatio()));
      }
      return new Recording(report.digest(), claims);
    }
  }

  /** Rejects another version of the format. */
  public RowsBaseline {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion must be " + SCHEMA_VERSION + ": " + schemaVersion);
    }
  }

  /** What recordings show. */
  public static RowsBaseline of(List<RowsReport> reports) {
    Map<String, Recording> recordings = new LinkedHashMap<>();
    reports.forEach(report -> recordings.put(report.name(), Recording.of(report)));
    return new RowsBaseline(SCHEMA_VERSION, recordings);
  }

  /**
   * Compares recordings with what is expected, within the bounds of {@link RowsComparison}. One
   * with another checksum is one difference, and its claims are not compared.
   */
  public Comparison compare(List<RowsReport> reports) {
    Map<String, Recording> now = of(reports).recordings;
    RowsComparison comparison = new RowsComparison((name, id) -> worst(reports, name, id));
    Map<String, Map<String, Rows>> before = claims(recordings);
    Map<String, Map<String, Rows>> after = claims(now);
    recordings.forEach(
        (name, was) -> {
          Recording is = now.get(name);
          if (is != null && !is.sha256.equals(was.sha256)) {
            comparison.differ(name, sha256(was), sha256(is) + OTHER_FILE, List.of());
            before.remove(name);
            after.remove(name);
          }
        });
    comparison.compare(RowsComparison.RECORDING, before, after, false);
    after.forEach((name, claims) -> noteNothing(comparison, name, claims));
    return comparison.found();
  }

  private static void noteNothing(
      RowsComparison comparison, String name, Map<String, Rows> claims) {
    if (claims.isEmpty()) {
      comparison.note(RowsComparison.RECORDING + " " + name + ": nothing was checked");
    }
  }

  private static final String OTHER_FILE =
      "; put the earlier file back, or accept this one with --accept";

  private static String sha256(Recording recording) {
    return "SHA-256 " + recording.sha256;
  }

  private static Map<String, Map<String, Rows>> claims(Map<String, Recording> recordings) {
    Map<String, Map<String, Rows>> claims = new LinkedHashMap<>();
    recordings.forEach((name, recording) -> claims.put(name, recording.claims));
    return claims;
  }

  private static List<String> worst(List<RowsReport> reports, String name, String id) {
    return reports.stream()
        .filter(report -> report.name().equals(name))
        .flatMap(report -> report.decided().stream())
        .filter(tally -> tally.claim().id().equals(id) && tally.place().isPresent())
        .map(
            tally ->
                RowsComparison.worst(
                    tally.violated(), tally.largestRatio(), tally.place().orElseThrow()))
        .toList();
  }

  /**
   * Reads a baseline.
   *
   * @throws IOException if it cannot be read or is no baseline of this version, in one line
   */
  public static RowsBaseline read(Path file) throws IOException {
    return parse(file, WholeFile.read(file));
  }

  private static RowsBaseline parse(Path file, String text) throws IOException {
    try {
      return Json.read(text, RowsBaseline.class);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": not a baseline of rows: " + e.getMessage(), e);
    }
  }

  /** Writes the baseline. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, Json.printLines(this));
  }
}
