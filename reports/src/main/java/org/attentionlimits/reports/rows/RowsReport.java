package org.attentionlimits.reports.rows;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.empirical.check.HeadTallies;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.check.TemperatureDependence;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.reports.export.Csv;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.summary.Table;
import org.attentionlimits.theory.real.Decimals;

/**
 * What claims are on the rows of one recording.
 *
 * @param name of the recording
 * @param model the model's name, as the recording tells it
 * @param description of it, one line
 * @param digest SHA-256 of the file, in hexadecimal digits
 * @param blind rows without a visible token
 * @param single rows of a single token
 * @param remarks what may not be as it is meant, phrases
 * @param tallies of all heads, one for each claim
 * @param heads of each head
 */
public record RowsReport(
    String name,
    Optional<String> model,
    String description,
    String digest,
    long blind,
    long single,
    List<String> remarks,
    List<RowTally> tallies,
    List<HeadTallies> heads) {

  /** Columns of {@link #csv}, of which one line is one claim on one head. */
  private static final String HEADER =
      "recording,claim,layer,head,rows,above,within_rounding,largest_ratio,median_norm,entropy,"
          + "largest_weight";

  private static final String NOTHING =
      "Nothing was checked: no claim could be evaluated on a row of two or more tokens";

  /** Copies the lists. */
  public RowsReport {
    remarks = List.copyOf(remarks);
    tallies = List.copyOf(tallies);
    heads = List.copyOf(heads);
  }

  /** The same of a recording that is open. */
  public static RowsReport of(
      RecordedAttention recorded, String digest, List<RowTally> tallies, List<HeadTallies> heads) {
    return new RowsReport(
        recorded.name(),
        recorded.model(),
        recorded.description(),
        digest,
        recorded.blindRows(),
        recorded.singleRows(),
        remarks(recorded, tallies),
        tallies,
        heads);
  }

  private static List<String> remarks(RecordedAttention recorded, List<RowTally> tallies) {
    List<String> remarks = new ArrayList<>(recorded.remarks());
    String depending =
        ids(
            tallies.stream()
                .filter(tally -> tally.rows() > 0 && TemperatureDependence.of(tally.claim())));
    if (!depending.isEmpty()) {
      recorded
          .takenTemperature()
          .ifPresent(
              t ->
                  remarks.add(
                      "the recording tells no temperature: T = "
                          + Decimals.print(t)
                          + " is taken, which the result depends on for "
                          + depending));
    }
    return remarks;
  }

  private static String ids(Stream<RowTally> tallies) {
    return tallies.map(tally -> tally.claim().id()).collect(Collectors.joining(", "));
  }

  /** The claims that rows can decide. */
  public List<RowTally> decided() {
    return tallies.stream().filter(tally -> tally.rows() > 0).toList();
  }

  /**
   * The claims that rows can decide, each with the share of rows of two or more tokens above it.
   */
  private Table table() {
    Table table =
        new Table(1, "claim", "rows", "above", "share", "within rounding", "left/right", "at");
    for (RowTally tally : decided()) {
      table.row(
          tally.claim().id(),
          Long.toString(tally.rows()),
          Long.toString(tally.violated()),
          Ratios.percent(tally.violated(), tally.rows()),
          Long.toString(tally.undecided()),
          Ratios.text(tally.largestRatio()),
          place(tally));
    }
    return table;
  }

  /** Prints the description, the table and the notes. */
  public void print(PrintWriter out) {
    out.println(description);
    out.println("SHA-256 " + digest);
    if (!decided().isEmpty()) {
      table().print(out);
    }
    notes().forEach(out::println);
    out.println();
  }

  /** Where the largest ratio is, in words. */
  static String place(RowTally tally) {
    return tally.place().map(Object::toString).orElse("");
  }

  /**
   * Whether nothing was checked, what may not be as it is meant, which claims are within rounding
   * on every row, and what was left out and why, one line for each reason.
   */
  public List<String> notes() {
    Map<String, List<RowTally>> reasons = new TreeMap<>();
    for (RowTally tally : tallies) {
      reason(tally)
          .ifPresent(
              reason -> reasons.computeIfAbsent(reason, any -> new ArrayList<>()).add(tally));
    }
    List<String> notes = new ArrayList<>();
    if (decided().isEmpty()) {
      notes.add(NOTHING);
    }
    remarks.stream().map(Line::capitalized).forEach(notes::add);
    addWithinRounding(notes);
    reasons.forEach(
        (reason, left) ->
            notes.add(
                String.format(
                    Locale.ROOT,
                    "%s left out: %s (%s)",
                    Line.counted(left.size(), "claim"),
                    reason,
                    ids(left.stream()))));
    tallies.stream().mapToLong(RowTally::unknown).max().ifPresent(most -> addUnknown(most, notes));
    add(single, "row of a single token is", "rows of a single token are", notes);
    add(blind, "row without a visible token is", "rows without a visible token are", notes);
    return notes;
  }

  private void addWithinRounding(List<String> notes) {
    String all = ids(decided().stream().filter(tally -> tally.undecided() == tally.rows()));
    if (!all.isEmpty()) {
      notes.add(
          "Within rounding on every row: "
              + all
              + ". No fault: the two sides agree as far as the numbers tell, which is all that rows"
              + " can show of an equality, or of a bound that they attain");
    }
  }

  private static void add(long rows, String one, String many, List<String> notes) {
    if (rows > 0) {
      notes.add(Line.counted(rows, one, many) + " not counted");
    }
  }

  private void addUnknown(long most, List<String> notes) {
    if (most > 0) {
      long claims = tallies.stream().filter(tally -> tally.unknown() > 0).count();
      notes.add(
          String.format(
              Locale.ROOT,
              "%s left out of %s about logits: a weight of zero does not tell its logit",
              Line.counted(most, "row"),
              Line.counted(claims, "claim")));
    }
  }

  private static Optional<String> reason(RowTally tally) {
    return tally
        .notGiven()
        .map(what -> "the recording does not give " + what)
        .or(
            () ->
                tally.rows() == 0 && tally.unknown() == 0
                    ? Optional.of("no row is one that the claim speaks about")
                    : Optional.empty());
  }

  /** All claims on all heads as comma-separated lines below their header. */
  public static String csv(List<RowsReport> reports) {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (RowsReport report : reports) {
      for (HeadTallies head : report.heads) {
        head.tallies().stream()
            .filter(tally -> tally.rows() > 0)
            .forEach(tally -> csv.append(line(report.name, head, tally)).append('\n'));
      }
    }
    return csv.toString();
  }

  private static String line(String name, HeadTallies head, RowTally tally) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%d,%d,%d,%.9g,%.6f,%.6f,%.6f",
        Csv.cell(name),
        tally.claim().id(),
        head.layer(),
        head.head(),
        tally.rows(),
        tally.violated(),
        tally.undecided(),
        tally.largestRatio(),
        head.shape().norm(),
        head.shape().entropy(),
        head.shape().largest());
  }
}
