package org.attentionlimits.reports.ledger;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.io.JsonProblem;
import org.attentionlimits.theory.real.Decimals;

/**
 * Records as JSON: fields in the order of the components, empty ones left out, lines ended by a
 * line feed on every platform, decimals kept digit by digit.
 */
public final class Json {

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  /** Far beyond what is ever written, and as much as is read in good time. */
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(50)
          .maxNumberLength(1000)
          .maxNameLength(1000)
          .maxStringLength(1 << 20)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new ShortestDecimal())
                  .addSerializer(Double.class, new ShortestDecimal()))
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, Json::refuseOtherScalars)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENT))
          .build();

  /** An object without objects, as printed. */
  private static final Pattern INNERMOST = Pattern.compile("\\{\n[^{}]*\n *\\}");

  /** Doubles as the same text on every JDK; those that are not finite as Jackson has them. */
  private static final class ShortestDecimal extends StdSerializer<Double> {

    private static final long serialVersionUID = 1;

    private ShortestDecimal() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(Decimals.toString(value));
      } else {
        json.writeNumber(value);
      }
    }
  }

  private Json() {}

  /** A number where words are expected, or the other way round, was not written here. */
  private static void refuseOtherScalars(MutableCoercionConfig words) {
    words
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** The JSON text of a record, indented, with a line feed at its end. */
  public static String print(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value, e);
    }
  }

  /** The same with objects that hold no others on a line each, so that differences are small. */
  public static String printLines(Object value) {
    return INNERMOST
        .matcher(print(value))
        .replaceAll(object -> Matcher.quoteReplacement(object.group().replaceAll("\\n +", " ")));
  }

  /**
   * Rejects a text of another version of a format, by its field {@code schemaVersion}.
   *
   * @param remedy the command that writes the file anew
   * @throws IllegalArgumentException if the version is another, in one line
   */
  static void requireVersion(String text, int version, String remedy) {
    JsonNode told = read(text, JsonNode.class).path("schemaVersion");
    if (told.isNumber() && told.intValue() != version) {
      throw new IllegalArgumentException(
          "schemaVersion must be " + version + ": " + told + "; " + remedy + " writes it anew");
    }
  }

  /**
   * A record from its JSON text: every field once, with a value of its own type, numbers in the
   * range of double precision, and nothing after it.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not of such a record, in one line
   */
  public static <T> T read(String text, Class<T> type) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      StrictNumbers.require(parser);
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new IllegalArgumentException("must be an object: null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(problem(e, text), e);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory is always read", e);
    }
  }

  private static String problem(JsonProcessingException e, String text) {
    if (e.getCause() instanceof IllegalArgumentException rejected) {
      return (isWhole(e) ? "" : place(e)) + rejected.getMessage();
    }
    JsonNode found = found(e, text);
    if (found.isMissingNode() && e instanceof MismatchedInputException && !isWhole(e)) {
      return place(e) + "missing";
    }
    String problem = JsonProblem.of(e);
    boolean shown =
        !found.isMissingNode() && !found.isNull() && !(e instanceof PropertyBindingException);
    return place(e) + problem + (shown ? ": " + JsonProblem.found(found) : "");
  }

  /** The value that is rejected; missing if there is none, or the text is not JSON. */
  private static JsonNode found(JsonProcessingException e, String text) {
    if (!(e instanceof JsonMappingException mapping)) {
      return MissingNode.getInstance();
    }
    try {
      JsonNode found =
          MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
      for (JsonMappingException.Reference step : mapping.getPath()) {
        found =
            step.getFieldName() == null
                ? found.path(step.getIndex())
                : found.path(step.getFieldName());
      }
      return found;
    } catch (JsonProcessingException again) {
      return MissingNode.getInstance();
    }
  }

  /** Whether the whole text is what is rejected, not a part of it. */
  private static boolean isWhole(JsonProcessingException e) {
    return !(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty();
  }

  /** Line and, where it is known, field. */
  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String line = at == null ? "" : "line " + at.getLineNr() + ": ";
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return line
          + mapping.getPath().stream()
              .map(
                  step ->
                      step.getFieldName() == null
                          ? "[" + step.getIndex() + "]"
                          : step.getFieldName())
              .collect(Collectors.joining(".", "", ": "));
    }
    return line;
  }
}
