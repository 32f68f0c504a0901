package org.attentionlimits.reports.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.io.PlainNumber;
import org.attentionlimits.theory.attention.Field;
import org.attentionlimits.theory.attention.Kind;

/**
 * Values of fields as people write them.
 *
 * <ul>
 *   <li>A number: {@code 0.5}. An integer: {@code 5}.
 *   <li>An array: {@code 1,2,3}, {@code (1, 2, 3)} or {@code [1, 2, 3]}; {@code 0*32}, or with
 *       {@code ×}, stands for 32 zeros.
 *   <li>Rows: {@code 1,0;0,1}, {@code ((1, 0), (0, 1))} or {@code [[1, 0], [0, 1]]}; {@code (1, 0)
 *       × 3} stands for three such rows.
 *   <li>A set: {@code 0,2}; {@code 0–5}, with a dash or a hyphen, stands for six indices.
 *   <li>A choice: its name in any case, or what is printed of it.
 * </ul>
 */
public final class FieldValue {

  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  /** What an instance may have at most; more cannot be read of a file either. */
  private static final int MOST = 1 << 16;

  private static final Pattern REPEATED = Pattern.compile("(.*?)\\s*[*×]\\s*([0-9]+)");

  private static final Pattern RANGE = Pattern.compile("([0-9]+)[–-]([0-9]+)");

  private static final Pattern LEFT_OUT = Pattern.compile(".*… \\d+ more ….*");

  private final String name;

  private FieldValue(String name) {
    this.name = name;
  }

  /**
   * The value of a field as it stands in a file.
   *
   * @throws IllegalArgumentException if the text is none, in one line
   */
  public static JsonNode of(Field<?> field, String text) {
    FieldValue value = new FieldValue(field.name());
    String stripped = text.strip();
    try {
      return value.node(field, stripped);
    } catch (NumberFormatException e) {
      throw value.problem(e.getMessage(), e);
    }
  }

  private JsonNode node(Field<?> field, String text) {
    if (LEFT_OUT.matcher(text).matches()) {
      throw problem("numbers are left out, give the instance as JSON: " + text, null);
    }
    if (field.kind() == Kind.CHOICE) {
      return NODES.textNode(
          field
              .choice(text)
              .orElseThrow(
                  () ->
                      problem(
                          "must be " + Line.alternatives(field.choices()) + ": " + text, null)));
    }
    if (field.kind() == Kind.COUNT) {
      return NODES.numberNode((int) PlainNumber.integer(text, 0, Integer.MAX_VALUE));
    }
    if (field.kind() == Kind.SET) {
      return set(text);
    }
    return switch (field.dimensions()) {
      case 0 -> number(text);
      case 1 -> numbers(text);
      default -> rows(text);
    };
  }

  private static JsonNode number(String text) {
    PlainNumber.of(text);
    return NODES.numberNode(new BigDecimal(text));
  }

  private JsonNode numbers(String text) {
    ArrayNode array = NODES.arrayNode();
    for (String part : parts(inner(text))) {
      addRepeated(array, part, FieldValue::number);
    }
    return array;
  }

  private JsonNode rows(String text) {
    ArrayNode rows = NODES.arrayNode();
    if (text.indexOf(';') >= 0) {
      for (String row : text.split(";", -1)) {
        rows.add(numbers(row.strip()));
      }
      return rows;
    }
    String inner = inner(text);
    if (!opens(inner)) {
      return rows.add(numbers(inner));
    }
    for (String part : parts(inner)) {
      addRepeated(rows, part, this::numbers);
    }
    return rows;
  }

  private JsonNode set(String text) {
    ArrayNode set = NODES.arrayNode();
    for (String part : parts(inner(text))) {
      Matcher range = RANGE.matcher(part);
      int from = index(range.matches() ? range.group(1) : part);
      int to = range.matches() ? index(range.group(2)) : from;
      for (int i = from; i <= to; i++) {
        set.add(i);
      }
    }
    return set;
  }

  private static int index(String text) {
    return (int) PlainNumber.integer(text, 0, MOST - 1);
  }

  /** Makes a node of a text. */
  private interface Maker {
    JsonNode of(String text);
  }

  private void addRepeated(ArrayNode array, String part, Maker maker) {
    Matcher repeated = REPEATED.matcher(part);
    boolean isRepeated = repeated.matches();
    JsonNode node = maker.of(isRepeated ? repeated.group(1) : part);
    long times = isRepeated ? PlainNumber.integer(repeated.group(2), 1, MOST) : 1;
    if (array.size() + times > MOST) {
      throw problem("must have at most " + MOST + " entries", null);
    }
    for (int i = 0; i < times; i++) {
      array.add(node);
    }
  }

  private static boolean opens(String text) {
    return text.startsWith("(") || text.startsWith("[");
  }

  /** The text without the brackets around all of it. */
  private String inner(String text) {
    if (!opens(text) || closing(text) < text.length() - 1) {
      return text;
    }
    return text.substring(1, text.length() - 1).strip();
  }

  /** The place of the bracket that closes the first one. */
  private int closing(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += change(text.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    throw problem("a bracket is not closed: " + text, null);
  }

  private static int change(char c) {
    return switch (c) {
      case '(', '[' -> 1;
      case ')', ']' -> -1;
      default -> 0;
    };
  }

  /** What stands between commas that no bracket encloses; nothing of an empty text. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += change(text.charAt(i));
      if (text.charAt(i) == ',' && depth == 0) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    if (!text.isEmpty()) {
      parts.add(text.substring(from).strip());
    }
    return parts;
  }

  private IllegalArgumentException problem(String words, Throwable cause) {
    return new IllegalArgumentException(name + ": " + words, cause);
  }
}
