package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Decimals;

/**
 * One named datum of a type of instance: real numbers, or integers that are part of the shape.
 *
 * @param <I> the type of instance
 */
public final class Field<I> {

  /** The length of an array: a field that counts, less a constant. */
  record Extent(String size, int less) {
    private static Extent of(String text) {
      String[] parts = text.split("-", 2);
      return new Extent(parts[0], parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }

    private int in(Values values) {
      return values.integer(size) - less;
    }

    @Override
    public String toString() {
      return less == 0 ? size : size + " − " + less;
    }
  }

  private final String name;
  private final String prefix;
  private final Kind kind;
  private final Function<I, Object> value;
  private final List<Extent> extents;
  private final Range range;
  private final Optional<Predicate<Values>> given;
  private final Function<Object, String> printer;

  /**
   * The bounds of a field, beside those of its kind.
   *
   * @param least of a count
   * @param most of a count or a real number
   * @param of name of a count that is the most of a count, or one more than the most of a set's
   *     members; empty if there is none
   * @param choices constants of a choice, in the order of their indices
   */
  record Range(int least, double most, String of, List<?> choices) {

    static Range upTo(double most) {
      return new Range(0, most, "", List.of());
    }

    static Range from(int least, double most) {
      return new Range(least, most, "", List.of());
    }

    static Range upTo(int least, String of) {
      return new Range(least, Integer.MAX_VALUE, of, List.of());
    }

    static Range among(List<?> choices) {
      return new Range(0, choices.size() - 1.0, "", choices);
    }

    private double most(Values values) {
      return of.isEmpty() ? most : values.integer(of);
    }
  }

  Field(
      String name,
      String prefix,
      Kind kind,
      Function<I, Object> value,
      List<String> extents,
      Range range,
      Optional<Predicate<Values>> given,
      Function<Object, String> printer) {
    this.name = name;
    this.prefix = prefix;
    this.kind = kind;
    this.value = value;
    this.extents = extents.stream().map(Extent::of).toList();
    this.range = range;
    this.given = given;
    this.printer = printer;
  }

  /** The name, as in files. */
  public String name() {
    return name;
  }

  /** What it holds. */
  public Kind kind() {
    return kind;
  }

  /** The sizes of its arrays in brackets, as {@code [n, d]}; empty of a single value. */
  public String extents() {
    return extents.isEmpty() ? "" : extents.toString();
  }

  /** Whether it is shown: sizes of arrays are not, since the arrays are. */
  public boolean isShown() {
    return !prefix.isEmpty();
  }

  /** What stands before its value in print, as {@code "T = "}; empty of what is not shown. */
  public String prefix() {
    return prefix;
  }

  /** How many indices its values have: 0 of a single value, 1 of an array, 2 of rows. */
  public int dimensions() {
    return extents.size();
  }

  /** Names of the constants that a choice is made from; none of another kind. */
  public List<String> choices() {
    return range.choices().stream().map(choice -> ((Enum<?>) choice).name()).toList();
  }

  /** The name of the constant that is meant by its name in any case, or by what is printed. */
  public Optional<String> choice(String text) {
    return range.choices().stream()
        .filter(c -> ((Enum<?>) c).name().equalsIgnoreCase(text) || printer.apply(c).equals(text))
        .map(choice -> ((Enum<?>) choice).name())
        .findFirst();
  }

  /** Whether some instances lack the field. */
  public boolean isOptional() {
    return given.isPresent();
  }

  /** Whether an instance of these integers has the field. */
  boolean isGiven(Values integers) {
    return given.isEmpty() || given.get().test(integers);
  }

  Object of(I instance) {
    return value.apply(instance);
  }

  /** The value for people, after what tells its name. */
  String print(I instance) {
    return prefix + printer.apply(of(instance));
  }

  static String text(Object value) {
    if (value instanceof double[] numbers) {
      return Decimals.print(numbers);
    }
    if (value instanceof double[][] rows) {
      return Matrices.print(rows);
    }
    if (value instanceof int[] set) {
      return Matrices.printSet(set);
    }
    return value instanceof Double number ? Decimals.print(number) : String.valueOf(value);
  }

  /** The value for files: arrays are copied, a choice is its name. */
  Object data(I instance) {
    Object value = of(instance);
    if (value instanceof double[] numbers) {
      return numbers.clone();
    }
    if (value instanceof double[][] rows) {
      return Matrices.copy(rows);
    }
    if (value instanceof int[] set) {
      return set.clone();
    }
    return value instanceof Enum<?> choice ? choice.name() : value;
  }

  /** How many real numbers it holds; may be beyond any array. */
  long count(Values integers) {
    long count = 1;
    for (Extent extent : extents) {
      count *= extent.in(integers);
    }
    return count;
  }

  /** Whether the field may hold a real number. */
  boolean admits(double x) {
    return kind.admits(x) && x <= range.most();
  }

  /** The value made of as many real numbers as it holds, from a place on. */
  Object cut(Values integers, double[] numbers, int from) {
    return switch (extents.size()) {
      case 0 -> numbers[from];
      case 1 -> Arrays.copyOfRange(numbers, from, from + extents.get(0).in(integers));
      default ->
          Matrices.rows(numbers, from, extents.get(0).in(integers), extents.get(1).in(integers));
    };
  }

  /** The integer that stands for a count or a choice in a shape. */
  int integer(I instance) {
    Object integer = of(instance);
    return kind == Kind.CHOICE ? range.choices().indexOf(integer) : (Integer) integer;
  }

  /** How many integers of a shape the field takes, from a place on; −1 if there are too few. */
  int length(int[] shape, int at) {
    if (at >= shape.length) {
      return -1;
    }
    int length = kind == Kind.SET ? shape[at] + 1 : 1;
    return length >= 1 && length <= shape.length - at ? length : -1;
  }

  /** The value made of the integers of a shape; null if they are out of range. */
  Object read(Values before, int[] shape, int at) {
    if (kind == Kind.SET) {
      int[] set = Arrays.copyOfRange(shape, at + 1, at + 1 + shape[at]);
      return isSet(set, (int) range.most(before)) ? set : null;
    }
    boolean isIn = shape[at] >= range.least() && shape[at] <= range.most(before);
    return !isIn ? null : kind == Kind.CHOICE ? range.choices().get(shape[at]) : (Object) shape[at];
  }

  private static boolean isSet(int[] set, int tokens) {
    return set.length > 0
        && set[0] >= 0
        && set[set.length - 1] < tokens
        && IntStream.range(1, set.length).allMatch(i -> set[i - 1] < set[i]);
  }

  /** Name, kind and extents, as {@code logits: real [n]}. */
  @Override
  public String toString() {
    return name + ": " + kind.description() + (extents.isEmpty() ? "" : " " + extents);
  }
}
