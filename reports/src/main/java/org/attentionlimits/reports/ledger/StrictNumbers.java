package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimals that are short enough to compute with: of a decimal as {@code 1e999999999} an integer of
 * a billion digits can be made, and of one of millions of digits nothing in good time.
 */
final class StrictNumbers {

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");

  private static final Pattern ZERO = Pattern.compile("[-0.]+([eE].*)?");

  /** A bound is printed to 50 digits, or to those that are carried. */
  private static final Pattern BOUND =
      Pattern.compile("-?[0-9]{1,200}(\\.[0-9]{1,200})?(E[+-]?[0-9]{1,9})?");

  private StrictNumbers() {}

  /**
   * Rejects a text with a number that no double is near: one that is too large, too small to be
   * told from zero, or has hundreds of digits.
   *
   * @throws IllegalArgumentException if so, with the line
   * @throws IOException if the text is no JSON
   */
  static void require(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token.isNumeric() && !isDouble(parser.getText())) {
        throw new IllegalArgumentException(
            "line "
                + parser.currentTokenLocation().getLineNr()
                + ": a number must be in the range of double precision: "
                + parser.getText());
      }
    }
  }

  private static boolean isDouble(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return false;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) && (value != 0 || ZERO.matcher(text).matches());
  }

  /**
   * The bound of a side, a decimal.
   *
   * @throws IllegalArgumentException if it is none, or is too long to be one that was computed
   */
  static BigDecimal bound(String name, String text) {
    if (!BOUND.matcher(text).matches()) {
      throw new IllegalArgumentException(
          name + " must be a decimal of at most 200 digits: " + shortened(text));
    }
    return new BigDecimal(text);
  }

  private static String shortened(String text) {
    int longest = 60;
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
