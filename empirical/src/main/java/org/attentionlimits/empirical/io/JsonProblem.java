package org.attentionlimits.empirical.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with a JSON text, in words of JSON: the library's own name its settings and the
 * types of this program.
 */
public final class JsonProblem {

  /** What the library says of its own settings. */
  private static final Pattern SETTING =
      Pattern.compile(", from `[^`]*`| \\((set |but could if ).*|: (not allowed as per|enable) .*");

  /** How the library names a place of the text. */
  private static final Pattern PLACE =
      Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]");

  private static final Set<Class<?>> INTS = Set.of(int.class, Integer.class, OptionalInt.class);
  private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class, OptionalLong.class);

  private static final String INT = "an integer from " + Integer.MIN_VALUE + " to ";
  private static final String LONG = "an integer from " + Long.MIN_VALUE + " to ";

  private JsonProblem() {}

  /** What is wrong, without its place and without what was found there. */
  public static String of(JsonProcessingException e) {
    if (e.getCause() instanceof JsonProcessingException cause) {
      return of(cause);
    }
    String told = e.getOriginalMessage().lines().findFirst().orElse("");
    if (told.startsWith("Trailing token")) {
      return "nothing may follow the object";
    }
    if (told.startsWith("No content to map")) {
      return "must be an object, is empty";
    }
    if (e instanceof UnrecognizedPropertyException) {
      return "no such field";
    }
    if (e instanceof InvalidNullException
        || told.startsWith("Null value")
        || told.startsWith("Cannot map `null`")) {
      return "must not be null";
    }
    if (e instanceof InputCoercionException number) {
      return "must be " + expected(number.getTargetType());
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "must be " + expected(mismatch.getTargetType());
    }
    return ofText(told);
  }

  /** What is wrong with a text that is not JSON. */
  private static String ofText(String told) {
    String message = PLACE.matcher(SETTING.matcher(told).replaceAll("")).replaceAll("line $1:$2");
    return message.contains("`") ? "not as expected" : message.replace("String value", "text");
  }

  /** What JSON has for a type. */
  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (INTS.contains(type)) {
      return INT + Integer.MAX_VALUE;
    }
    if (LONGS.contains(type)) {
      return LONG + Long.MAX_VALUE;
    }
    if (isNumber(type)) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
  }

  private static boolean isNumber(Class<?> type) {
    return Number.class.isAssignableFrom(type)
        || type == double.class
        || type == OptionalDouble.class;
  }

  /** A value that was found, cut off where it is long. */
  public static String found(JsonNode value) {
    int longest = 60;
    return Line.of(value.toString(), longest);
  }
}
