package org.attentionlimits.reports.cli.claim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.instance.FieldValue;
import org.attentionlimits.reports.instance.InstanceText;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.reports.ledger.WholeFile;
import org.attentionlimits.theory.attention.Field;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;

/**
 * The instances that words of a command line give: one by options named after its fields, or any
 * number as {@link InstanceText} reads them, from the words, from files, {@code @FILE}, or from
 * standard input, {@code -}. A file has one instance, or one a line.
 *
 * @param <I> the type of instance
 */
final class InstanceWords<I extends Instance<I>> {

  private static final String SHORT_TEMPERATURE = "-T";
  private static final String TEMPERATURE = "temperature";
  private static final String STANDARD_INPUT = "-";
  private static final int MOST_BYTES = 1 << 25;

  private final InstanceType<I> type;
  private final InputStream input;

  /**
   * A reader of words.
   *
   * @param input what {@code -} stands for
   */
  InstanceWords(InstanceType<I> type, InputStream input) {
    this.type = type;
    this.input = input;
  }

  /**
   * The instances.
   *
   * @throws IllegalArgumentException if there is none, or one cannot be read, in one line
   * @throws IOException if a file cannot be read
   */
  List<I> read(List<String> words) throws IOException {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("missing an instance: " + options());
    }
    if (words.stream().anyMatch(InstanceWords::isOption)) {
      return List.of(ofOptions(words));
    }
    List<I> instances = new ArrayList<>();
    for (String word : words) {
      for (String text : texts(word)) {
        instances.add(InstanceText.read(type, text));
      }
    }
    return instances;
  }

  private static boolean isOption(String word) {
    return word.startsWith("--") || word.startsWith(SHORT_TEMPERATURE);
  }

  private I ofOptions(List<String> words) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < words.size(); i++) {
      String[] parts = words.get(i).split("=", 2);
      Field<I> field = field(parts[0]);
      if (parts.length == 1 && i + 1 == words.size()) {
        throw new IllegalArgumentException("missing a value of " + parts[0]);
      }
      String value = parts.length == 2 ? parts[1] : words.get(++i);
      if (node.has(field.name())) {
        throw new IllegalArgumentException("--" + field.name() + " is given twice");
      }
      node.set(field.name(), FieldValue.of(field, value));
    }
    type.fields().stream()
        .filter(field -> !field.isOptional() && !node.has(field.name()))
        .findFirst()
        .ifPresent(
            field -> {
              throw new IllegalArgumentException("missing --" + field.name() + ": " + options());
            });
    return Instances.read(type, node);
  }

  private Field<I> field(String option) {
    String name = option.equals(SHORT_TEMPERATURE) ? "--" + TEMPERATURE : option;
    return type.fields().stream()
        .filter(field -> name.equals("--" + field.name()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no such field: " + option + ": " + options()));
  }

  private String options() {
    return type.fields().stream()
        .map(field -> "--" + field.name())
        .collect(Collectors.joining(", ", type.name() + " has ", ""));
  }

  private List<String> texts(String word) throws IOException {
    if (word.equals(STANDARD_INPUT)) {
      return instances(standardInput(), "standard input");
    }
    if (word.startsWith("@")) {
      String file = word.substring(1);
      return instances(WholeFile.read(OptionValues.pathIn(file)), file);
    }
    return List.of(word);
  }

  private String standardInput() throws IOException {
    byte[] bytes = input.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("standard input: must have at most " + MOST_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("standard input: must be UTF-8", e);
    }
  }

  /** A text that is one object on several lines, or the lines that are not blank. */
  private static List<String> instances(String text, String source) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(source + ": there is no instance");
    }
    boolean isOneObject = lines.get(0).strip().startsWith("{") && !isObject(lines.get(0));
    return isOneObject ? List.of(text) : lines;
  }

  private static boolean isObject(String line) {
    return line.strip().endsWith("}");
  }
}
