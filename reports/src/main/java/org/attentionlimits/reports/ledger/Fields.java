package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Values;
import org.attentionlimits.theory.profile.Profile;
import org.attentionlimits.theory.real.Decimals;

/**
 * The fields of a JSON object, read by name. Numbers must be decimals as doubles print, since the
 * product computes with what is printed.
 */
final class Fields implements Values {

  /**
   * Sixteen times the longest row that the search makes, since a counterexample may be a row of a
   * model or recording: the weights of one head for so many tokens take 17 GB in single precision.
   */
  private static final int MOST_ENTRIES = 16 * Profile.MOST_TOKENS;

  private final JsonNode object;
  private final Set<String> read = new HashSet<>();

  /**
   * The fields of an object.
   *
   * @throws IllegalArgumentException if the node is none; so do all methods where a field is
   *     missing or is not as asked for
   */
  Fields(JsonNode object) {
    if (!object.isObject()) {
      throw new IllegalArgumentException("must be an object: " + object);
    }
    this.object = object;
  }

  @Override
  public boolean has(String name) {
    return object.has(name);
  }

  @Override
  public double number(String name) {
    return number(name, field(name));
  }

  @Override
  public double[] numbers(String name) {
    return numbers(name, field(name));
  }

  @Override
  public double[][] rows(String name) {
    JsonNode array = array(name, field(name));
    return IntStream.range(0, array.size())
        .mapToObj(i -> numbers(name + " " + i, array.get(i)))
        .toArray(double[][]::new);
  }

  @Override
  public int integer(String name) {
    return integer(name, field(name));
  }

  @Override
  public int[] integers(String name) {
    JsonNode array = array(name, field(name));
    return IntStream.range(0, array.size())
        .map(i -> integer(name + " " + i, array.get(i)))
        .toArray();
  }

  @Override
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    JsonNode node = field(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(choice -> choice.name().equals(node.textValue()))
        .findFirst()
        .orElseThrow(() -> bad(name, "one of " + Arrays.toString(type.getEnumConstants()), node));
  }

  /** A nested object, read whole. */
  <T> T object(String name, Function<Fields, T> reader) {
    Fields fields = new Fields(field(name));
    T value = reader.apply(fields);
    fields.requireAllRead();
    return value;
  }

  /** Rejects fields that nobody asked for. */
  void requireAllRead() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!read.contains(name)) {
        throw new IllegalArgumentException(name + ": no such field");
      }
    }
  }

  private JsonNode field(String name) {
    JsonNode node = object.get(name);
    if (node == null) {
      throw new IllegalArgumentException(name + ": missing");
    }
    read.add(name);
    return node;
  }

  private static JsonNode array(String name, JsonNode node) {
    if (!node.isArray()) {
      throw bad(name, "an array", node);
    }
    if (node.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          name + ": must have at most " + MOST_ENTRIES + " entries: " + node.size());
    }
    return node;
  }

  private static double[] numbers(String name, JsonNode node) {
    JsonNode array = array(name, node);
    return IntStream.range(0, array.size())
        .mapToDouble(i -> number(name + " " + i, array.get(i)))
        .toArray();
  }

  private static double number(String name, JsonNode node) {
    if (!node.isNumber()) {
      throw bad(name, "a number", node);
    }
    BigDecimal decimal = node.decimalValue();
    double value = decimal.doubleValue();
    if (!Double.isFinite(value) || Decimals.shortest(value).compareTo(decimal) != 0) {
      throw bad(name, "the shortest decimal of a double", node);
    }
    return value;
  }

  private static int integer(String name, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw bad(name, "an integer", node);
    }
    return node.intValue();
  }

  private static IllegalArgumentException bad(String name, String wanted, JsonNode node) {
    return new IllegalArgumentException(name + ": must be " + wanted + ": " + node);
  }
}
