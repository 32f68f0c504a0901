package org.attentionlimits.empirical.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.attentionlimits.empirical.statistics.Bootstrap;

/** Builds rows of tables, and texts of numbers. */
public final class Columns {

  private final List<Double> values = new ArrayList<>();

  public Columns add(double... numbers) {
    DoubleStream.of(numbers).forEach(values::add);
    return this;
  }

  /** A value and the ends of its interval. */
  public Columns add(Bootstrap interval) {
    return add(interval.value(), interval.lower(), interval.upper());
  }

  public double[] row() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A number of every element, those that are not NaN. */
  public static <T> double[] numbers(List<T> elements, ToDoubleFunction<T> of) {
    return elements.stream().mapToDouble(of).filter(x -> !Double.isNaN(x)).toArray();
  }

  /** Numbers as text, separated by commas. */
  public static String text(List<? extends Number> numbers) {
    return numbers.stream().map(Number::toString).collect(Collectors.joining(", "));
  }

  /** Formats without regard to the platform's language. */
  public static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
