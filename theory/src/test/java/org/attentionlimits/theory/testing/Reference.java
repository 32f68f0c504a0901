package org.attentionlimits.theory.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of the reference values that {@code reference/generate.py} wrote: inputs are doubles,
 * results decimals of {@value #DIGITS} digits.
 *
 * @param place file and line, for messages
 * @param columns text by name
 */
public record Reference(String place, Map<String, String> columns) {

  /** Significant digits of the results. */
  public static final int DIGITS = 45;

  /** The rows of a file, as {@code "softmax.csv"}. */
  public static List<Reference> rows(String file) {
    List<String> lines = lines(file);
    String[] names = lines.get(1).split(";", -1);
    return Stream.iterate(2, i -> i < lines.size(), i -> i + 1)
        .map(i -> row(file + ":" + (i + 1), names, lines.get(i).split(";", -1)))
        .toList();
  }

  /** The first line of a file: what generated it. */
  public static String origin(String file) {
    return lines(file).get(0);
  }

  private static List<String> lines(String file) {
    InputStream stream = Reference.class.getResourceAsStream("/reference/" + file);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reference row(String place, String[] names, String[] values) {
    if (names.length != values.length) {
      throw new IllegalStateException(
          place + ": columns must be " + names.length + ": " + values.length);
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      columns.put(names[i], values[i]);
    }
    return new Reference(place, columns);
  }

  /** Whether the result is defined in this row. */
  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  /** A column as it stands. */
  public String text(String column) {
    String text = columns.get(column);
    if (text == null) {
      throw new IllegalArgumentException("no column " + column + ": " + columns.keySet());
    }
    return text;
  }

  /** An input. */
  public double number(String column) {
    return Double.parseDouble(text(column));
  }

  /** A whole number. */
  public int count(String column) {
    return Integer.parseInt(text(column));
  }

  /** An array of inputs. */
  public double[] numbers(String column) {
    return numbersIn(text(column));
  }

  /** A matrix of inputs. */
  public double[][] matrix(String column) {
    return Arrays.stream(text(column).split("\\|"))
        .map(Reference::numbersIn)
        .toArray(double[][]::new);
  }

  private static double[] numbersIn(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** A result. */
  public BigDecimal decimal(String column) {
    return new BigDecimal(text(column));
  }

  /** An array of results. */
  public BigDecimal[] decimals(String column) {
    return Arrays.stream(text(column).split(" ")).map(BigDecimal::new).toArray(BigDecimal[]::new);
  }

  @Override
  public String toString() {
    return place + columns.getOrDefault("case", "").transform(c -> c.isEmpty() ? "" : " " + c);
  }
}
