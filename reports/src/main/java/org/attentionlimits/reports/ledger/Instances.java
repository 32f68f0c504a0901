package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.real.Decimals;

/** Instances as JSON and back: their fields by name, their numbers as printed decimals. */
public final class Instances {

  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private Instances() {}

  /**
   * The fields of an instance.
   *
   * @throws IllegalArgumentException if a field is of a type that has no JSON here, or not finite
   */
  public static JsonNode write(Instance<?> instance) {
    return object(instance.fields());
  }

  private static ObjectNode object(Map<?, ?> fields) {
    ObjectNode node = NODES.objectNode();
    fields.forEach((name, value) -> node.set(String.valueOf(name), node(value)));
    return node;
  }

  private static JsonNode node(Object value) {
    if (value instanceof double[] numbers) {
      return array(Arrays.stream(numbers).boxed());
    }
    if (value instanceof int[] numbers) {
      return array(Arrays.stream(numbers).boxed());
    }
    if (value instanceof Object[] rows) {
      return array(Arrays.stream(rows));
    }
    if (value instanceof Map<?, ?> fields) {
      return object(fields);
    }
    if (value instanceof Double number) {
      return NODES.numberNode(new BigDecimal(Decimals.print(finite(number))));
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Enum<?> choice) {
      return NODES.textNode(choice.name());
    }
    throw new IllegalArgumentException(
        "no JSON for a field of " + (value == null ? "null" : value.getClass().getName()));
  }

  private static ArrayNode array(Stream<?> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(node(value)));
    return array;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no JSON for a number that is not finite: " + value);
    }
    return value;
  }

  /**
   * The instance that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if a field is missing, is not known, or has another form, in
   *     one line
   */
  public static <I extends Instance<I>> I read(InstanceType<I> type, JsonNode node) {
    Fields fields = new Fields(node);
    I instance = type.of(fields);
    fields.requireAllRead();
    return instance;
  }
}
