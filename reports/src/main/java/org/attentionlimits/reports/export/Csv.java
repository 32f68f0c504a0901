package org.attentionlimits.reports.export;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.attentionlimits.theory.real.Decimals;

/**
 * Lines of comma-separated values. Cells are quoted as RFC 4180 says; lines end with a line feed
 * alone, which its readers take too.
 */
public final class Csv {

  private Csv() {}

  /** A line with its end. */
  public static String line(String... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  /** A cell: quoted if it has a comma, a quotation mark or a line's end. */
  public static String cell(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * The shortest decimal that reads back as a number; {@code Infinity}, {@code -Infinity} and
   * {@code NaN} as JSON's strings in the ledger have them.
   */
  static String number(double value) {
    return Double.isFinite(value) ? Decimals.shortest(value).toString() : Double.toString(value);
  }
}
