package org.attentionlimits.empirical.io;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers of arguments and of files, written as people write them. */
public final class PlainNumber {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private static final int LONGEST = 400;

  private PlainNumber() {}

  /**
   * The double nearest to a decimal: digits, with a point, a sign and an exponent if need be.
   *
   * @throws NumberFormatException if it is none, as {@code 0x1p3}, {@code 8d}, {@code NaN}, or has
   *     more than 400 characters
   */
  public static double of(String text) {
    if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException("must be a decimal: " + text);
    }
    return Double.parseDouble(text);
  }

  /**
   * An integer: digits, without a leading zero, and a minus if it is below zero.
   *
   * @throws NumberFormatException if it is none, as {@code +5}, {@code 0x10} or {@code 1_000}, or
   *     is not in the range, which is told
   */
  public static long integer(String text, long least, long most) {
    if (INTEGER.matcher(text).matches()) {
      BigInteger value = new BigInteger(text);
      if (value.compareTo(BigInteger.valueOf(least)) >= 0
          && value.compareTo(BigInteger.valueOf(most)) <= 0) {
        return value.longValueExact();
      }
    }
    throw new NumberFormatException(
        "must be an integer from "
            + least
            + " to "
            + most
            + ": "
            + (text.isEmpty() ? "\"\"" : text));
  }
}
