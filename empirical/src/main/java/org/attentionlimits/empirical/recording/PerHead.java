package org.attentionlimits.empirical.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.empirical.io.PlainNumber;

/**
 * A number for all heads, one for each layer, or one for each head of each layer, as text: a
 * decimal, or a list as JSON or Python prints it, {@code [2.0, 4.0]}, {@code (2.0, 4.0)}, {@code
 * [[1, 2], [3]]}.
 */
final class PerHead {

  /** Longer texts are no list of layers and heads. */
  private static final int LONGEST = 10_000_000;

  private final boolean single;
  private final double[][] values;

  private PerHead(boolean single, double[]... values) {
    this.single = single;
    this.values = values;
  }

  /**
   * Reads a text.
   *
   * @throws NumberFormatException if it is none of the three
   */
  static PerHead of(String text) {
    String stripped = text.strip();
    if (!isList(stripped)) {
      return new PerHead(true, new double[] {PlainNumber.of(stripped)});
    }
    List<double[]> layers = new ArrayList<>();
    for (String item : items(stripped)) {
      layers.add(
          isList(item)
              ? items(item).stream().mapToDouble(PlainNumber::of).toArray()
              : new double[] {PlainNumber.of(item)});
    }
    return new PerHead(false, layers.toArray(double[][]::new));
  }

  private static boolean isList(String text) {
    return text.length() > 1
        && ((text.startsWith("[") && text.endsWith("]"))
            || (text.startsWith("(") && text.endsWith(")")));
  }

  /** What stands between the commas of a list, those of lists within it apart. */
  private static List<String> items(String list) {
    if (list.length() > LONGEST) {
      throw new NumberFormatException("is too long");
    }
    List<String> items = new ArrayList<>();
    int depth = 0;
    int from = 1;
    for (int i = 1; i < list.length() - 1; i++) {
      char c = list.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        items.add(list.substring(from, i).strip());
        from = i + 1;
      }
    }
    String last = list.substring(from, list.length() - 1).strip();
    if (!last.isEmpty() || items.isEmpty()) {
      items.add(last);
    }
    return items;
  }

  /** All numbers. */
  double[] all() {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
  }

  /**
   * The number of a head. A list has an entry for every layer that is recorded, in their order, or
   * else at least one for every layer up to the last that is; so has a list of heads.
   *
   * @throws IllegalArgumentException if a list has neither
   */
  double of(HeadPlaces places, HeadPlaces.Place place) {
    if (single) {
      return values[0][0];
    }
    double[] layer =
        values[index(values.length, places.layers(), places.ordinal(place.layer()), place.layer())];
    return layer.length == 1
        ? layer[0]
        : layer[index(layer.length, places.headsOf(place.layer()), place.ordinal(), place.head())];
  }

  private static int index(int length, int recorded, int ordinal, int number) {
    if (length == recorded) {
      return ordinal;
    }
    if (number < length) {
      return number;
    }
    throw new IllegalArgumentException("must have " + recorded + " entries: " + length);
  }
}
