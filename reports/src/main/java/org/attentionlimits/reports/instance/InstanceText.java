package org.attentionlimits.reports.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.theory.attention.Field;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;

/** Instances as the ledger prints them, or as their JSON, and back. */
public final class InstanceText {

  private InstanceText() {}

  /**
   * The instance of a text: an object as JSON, or the fields in order, each after its prefix, as
   * {@code logits = (0, 0), T = 1}.
   *
   * @throws IllegalArgumentException if it is none, in one line
   */
  public static <I extends Instance<I>> I read(InstanceType<I> type, String text) {
    String stripped = text.strip();
    if (stripped.startsWith("{")) {
      return Instances.read(type, Json.read(stripped, JsonNode.class));
    }
    if (type.hasOwnText()) {
      return type.ofOwnText(stripped).orElseThrow(() -> problem(type, stripped));
    }
    return Instances.read(type, fields(type, stripped));
  }

  /**
   * The text of an instance that {@link #read} reads: what the ledger prints of it, or its JSON
   * where that leaves numbers out or cannot be read.
   */
  public static <I extends Instance<I>> String of(InstanceType<I> type, JsonNode node) {
    try {
      I instance = Instances.read(type, node);
      String text = instance.toString();
      JsonNode again = Instances.write(read(type, text));
      return again.equals(Instances.write(instance)) ? text : node.toString();
    } catch (IllegalArgumentException leftOut) {
      return node.toString();
    }
  }

  private static ObjectNode fields(InstanceType<?> type, String text) {
    List<? extends Field<?>> fields = type.fields();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    int at = 0;
    for (int i = 0; i < fields.size(); i++) {
      Field<?> field = fields.get(i);
      int from = at + field.prefix().length();
      boolean isLast = i == fields.size() - 1;
      int to = isLast ? text.length() : text.indexOf(", " + fields.get(i + 1).prefix(), at);
      if (!text.startsWith(field.prefix(), at) || to < from) {
        throw problem(type, text);
      }
      node.set(field.name(), FieldValue.of(field, text.substring(from, to)));
      at = to + 2;
    }
    return node;
  }

  private static IllegalArgumentException problem(InstanceType<?> type, String text) {
    return new IllegalArgumentException(
        "not an instance as a ledger prints one of " + type.name() + ": " + text);
  }
}
