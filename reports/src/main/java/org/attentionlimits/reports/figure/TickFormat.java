package org.attentionlimits.reports.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Numbers on an axis, alike in every locale: {@code 0.25}, {@code 1024}, {@code 1e-7}. */
final class TickFormat extends NumberFormat {

  private static final double SMALLEST_PLAIN = 1e-3;
  private static final double LARGEST_PLAIN = 1e5;

  private final DecimalFormat plain;
  private final DecimalFormat scientific;
  private final Scale scale;

  /** Prints the numbers at the places of an axis. */
  TickFormat(Scale scale) {
    this.scale = scale;
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setExponentSeparator("e");
    this.plain = new DecimalFormat("0.######", symbols);
    this.scientific = new DecimalFormat("0.###E0", symbols);
  }

  @Override
  public StringBuffer format(double place, StringBuffer text, FieldPosition position) {
    double number = scale.value(place);
    double magnitude = Math.abs(number);
    boolean isPlain = number == 0 || (magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN);
    return (isPlain ? plain : scientific).format(number, text, position);
  }

  @Override
  public StringBuffer format(long place, StringBuffer text, FieldPosition position) {
    return format((double) place, text, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("numbers on an axis are only printed");
  }
}
