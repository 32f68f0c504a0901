package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Family;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Decimals;

/** Instances as JSON and back: their fields by name, their numbers as printed decimals. */
public final class Instances {

  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private static final Map<Class<?>, Function<Fields, Instance<?>>> READERS =
      Map.of(
          SphericalRow.class, Instances::sphericalRow,
          Family.class, Instances::family,
          NearTie.class, Instances::nearTie,
          HeadGroup.class, Instances::headGroup,
          LogitRow.class, Instances::logitRow,
          QueryKeys.class, Instances::queryKeys,
          EmbeddedRow.class, Instances::embeddedRow,
          SelectedRow.class, Instances::selectedRow,
          FunctionRow.class, Instances::functionRow,
          PerturbedRow.class, Instances::perturbedRow);

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
   * @param type a built-in type
   * @throws IllegalArgumentException if the type is not built in, or if a field is missing, is not
   *     known, or has another form, in one line
   */
  public static <I extends Instance<I>> I read(Class<I> type, JsonNode node) {
    Function<Fields, Instance<?>> reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalArgumentException("instances cannot be read back: " + type.getName());
    }
    Fields fields = new Fields(node);
    I instance = type.cast(reader.apply(fields));
    fields.requireAllRead();
    return instance;
  }

  private static LogitRow logitRow(Fields fields) {
    return new LogitRow(fields.number("temperature"), fields.numbers("logits"));
  }

  private static QueryKeys queryKeys(Fields fields) {
    return new QueryKeys(
        fields.number("temperature"), fields.numbers("query"), fields.rows("keys"));
  }

  private static EmbeddedRow embeddedRow(Fields fields) {
    return new EmbeddedRow(logitRow(fields), fields.rows("embeddings"), fields.integer("selected"));
  }

  private static SelectedRow selectedRow(Fields fields) {
    return new SelectedRow(
        logitRow(fields), fields.rows("embeddings"), fields.integers("selected"));
  }

  private static FunctionRow functionRow(Fields fields) {
    return new FunctionRow(fields.choice("function", PositiveFunction.class), logitRow(fields));
  }

  private static PerturbedRow perturbedRow(Fields fields) {
    return new PerturbedRow(logitRow(fields), fields.numbers("direction"), fields.number("step"));
  }

  private static SphericalRow sphericalRow(Fields fields) {
    return new SphericalRow(
        logitRow(fields),
        fields.integer("selected"),
        fields.integer("dimension"),
        fields.number("radius"),
        fields.number("separation"),
        fields.number("ball"));
  }

  private static Family family(Fields fields) {
    Family.Arrangement arrangement = fields.choice("arrangement", Family.Arrangement.class);
    Family.Weighting weighting = fields.choice("weighting", Family.Weighting.class);
    double height = fields.number("height");
    return fields.has("share")
        ? Family.proportional(arrangement, weighting, height, fields.number("share"))
        : Family.fixed(arrangement, weighting, height, fields.integer("selected"));
  }

  private static NearTie nearTie(Fields fields) {
    return new NearTie(
        fields.number("temperature"), fields.number("gap"), fields.numbers("depths"));
  }

  private static HeadGroup headGroup(Fields fields) {
    return new HeadGroup(fields.number("separability"), fields.integer("heads"));
  }
}
