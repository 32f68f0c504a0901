package org.attentionlimits.empirical.recording;

import java.util.ArrayList;
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

  /** A number, or the numbers of a list. */
  private record Numbers(boolean several, List<Double> all) {

    private static Numbers of(String text) {
      return isList(text)
          ? new Numbers(true, items(text).stream().map(PlainNumber::of).toList())
          : new Numbers(false, List.of(PlainNumber.of(text)));
    }

    private double get(int ordinal, int count, String thing) {
      requireSize(all.size(), several ? count : 1, thing);
      return all.get(several ? ordinal : 0);
    }
  }

  private final boolean single;
  private final List<Numbers> layers;

  private PerHead(boolean single, List<Numbers> layers) {
    this.single = single;
    this.layers = layers;
  }

  /**
   * Reads a text.
   *
   * @throws NumberFormatException if it is none of the three
   */
  static PerHead of(String text) {
    String stripped = text.strip();
    return isList(stripped)
        ? new PerHead(false, items(stripped).stream().map(Numbers::of).toList())
        : new PerHead(true, List.of(Numbers.of(stripped)));
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
    return layers.stream()
        .flatMapToDouble(layer -> layer.all.stream().mapToDouble(x -> x))
        .toArray();
  }

  /**
   * The number of a head. A list has an entry for every layer that is recorded, in their order,
   * whatever their numbers; so has a list of heads for those of its layer.
   *
   * @throws IllegalArgumentException if a list has more entries or fewer, with both numbers
   */
  double of(HeadPlaces places, HeadPlaces.Place place) {
    if (single) {
      return layers.get(0).all.get(0);
    }
    requireSize(layers.size(), places.layers(), "layer");
    return layers
        .get(places.ordinal(place.layer()))
        .get(place.ordinal(), places.headsOf(place.layer()), "head of layer " + place.layer());
  }

  private static void requireSize(int entries, int count, String thing) {
    if (entries != count) {
      throw new IllegalArgumentException(
          "must have an entry for each recorded " + thing + ", " + count + ": " + entries);
    }
  }
}
