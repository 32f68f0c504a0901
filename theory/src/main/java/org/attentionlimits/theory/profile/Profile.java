package org.attentionlimits.theory.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.Kind;
import org.attentionlimits.theory.attention.Movable;

/**
 * A long row told by few numbers: a few groups of tokens that are alike, and a body whose values
 * follow a pattern. Its numbers are those that the recipe asks for, and for each column the value
 * of each group and three that place and bend the body; its integers are the groups' sizes and the
 * marks, each told from where a group begins, so that it stays in place when the row grows.
 *
 * @param <I> the type of instance that it makes
 */
public final class Profile<I extends Instance<I>> implements Movable<Profile<I>> {

  /** Most tokens of a row. */
  public static final int MOST_TOKENS = 4096;

  /** Numbers of a column beside the groups' values: offset, scale and shape of the body. */
  static final int OF_A_BODY = 3;

  private final Recipe<I> recipe;
  private final int[] counts;
  private final Body[] bodies;
  private final int[] marks;
  private final double[] numbers;

  /**
   * A profile.
   *
   * @param counts tokens of each group and, last, of the body; each at least 1
   * @param bodies of each column
   * @param marks for each mark the group at whose beginning it is, and how far after it
   * @param numbers the reals, the positives, and those of each column
   * @throws IllegalArgumentException on any other argument
   */
  Profile(Recipe<I> recipe, int[] counts, Body[] bodies, int[] marks, double[] numbers) {
    this.recipe = recipe;
    this.counts = counts.clone();
    this.bodies = bodies.clone();
    this.marks = marks.clone();
    this.numbers = numbers.clone();
    if (!areSizes(counts)) {
      throw new IllegalArgumentException(
          "groups must have tokens, in all at most "
              + MOST_TOKENS
              + ": "
              + Arrays.toString(counts));
    }
    if (!areAdmissible(numbers)) {
      throw new IllegalArgumentException(
          "numbers must be finite, and some positive: " + Arrays.toString(numbers));
    }
  }

  static int numbersOf(Recipe<?> recipe, int groups) {
    return recipe.reals() + recipe.positives() + recipe.columns() * (groups + OF_A_BODY);
  }

  private boolean areAdmissible(double... others) {
    return others.length == numbers.length
        && IntStream.range(0, others.length).allMatch(i -> kind(i).admits(others[i]));
  }

  private Kind kind(int i) {
    int start = recipe.reals() + recipe.positives();
    boolean positive = i < start ? i >= recipe.reals() : (i - start) % width() == width() - 1;
    return positive ? Kind.POSITIVE : Kind.REAL;
  }

  private int width() {
    return counts.length - 1 + OF_A_BODY;
  }

  /** The instance; empty if the numbers make none, as two that overflow. */
  public Optional<I> make() {
    int start = recipe.reals() + recipe.positives();
    double[][] columns = new double[recipe.columns()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = column(c, start + c * width());
    }
    return areFinite(columns)
        ? recipe
            .maker()
            .make(
                columns,
                Arrays.copyOf(numbers, recipe.reals()),
                Arrays.copyOfRange(numbers, recipe.reals(), start),
                IntStream.range(0, recipe.marks()).map(this::mark).toArray())
        : Optional.empty();
  }

  private static boolean areFinite(double[]... columns) {
    return Arrays.stream(columns).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  private double[] column(int column, int from) {
    double[] values = new double[tokens()];
    int groups = counts.length - 1;
    int at = 0;
    for (int g = 0; g < groups; g++) {
      Arrays.fill(values, at, at + counts[g], numbers[from + g]);
      at += counts[g];
    }
    int body = from + groups;
    for (int i = 0; i < counts[groups]; i++) {
      values[at + i] =
          bodies[column].value(
              i, counts[groups], numbers[body], numbers[body + 1], numbers[body + 2]);
    }
    return values;
  }

  private int mark(int mark) {
    int before = IntStream.range(0, marks[2 * mark]).map(g -> counts[g]).sum();
    return (int) Math.max(0, Math.min(tokens(), (long) before + marks[2 * mark + 1]));
  }

  /** Number of sizes and marks' distances that a search may change. */
  public int integers() {
    return counts.length + recipe.marks();
  }

  /** A size, or how far a mark is from its group. */
  public int integer(int i) {
    return i < counts.length ? counts[i] : marks[2 * (i - counts.length) + 1];
  }

  /** The same with another integer; empty if a group would have no token, or the row too many. */
  public Optional<Profile<I>> withInteger(int i, int value) {
    int[] sizes = counts.clone();
    int[] places = marks.clone();
    if (i < counts.length) {
      sizes[i] = value;
    } else {
      places[2 * (i - counts.length) + 1] = value;
    }
    return areSizes(sizes)
        ? Optional.of(new Profile<>(recipe, sizes, bodies, places, numbers))
        : Optional.empty();
  }

  private static boolean areSizes(int... counts) {
    return Arrays.stream(counts).allMatch(count -> count > 0)
        && Arrays.stream(counts).asLongStream().sum() <= MOST_TOKENS;
  }

  @Override
  public int tokens() {
    return Arrays.stream(counts).sum();
  }

  /** The patterns, the number of groups and the order of magnitude of their sizes. */
  @Override
  public int[] shape() {
    IntStream sizes =
        Arrays.stream(counts).map(c -> Integer.SIZE - Integer.numberOfLeadingZeros(c));
    IntStream patterns = Arrays.stream(bodies).mapToInt(Body::ordinal);
    IntStream places = IntStream.range(0, recipe.marks()).map(m -> marks[2 * m]);
    return IntStream.of(0, 1, 2, 3)
        .flatMap(
            part ->
                switch (part) {
                  case 0 -> IntStream.of(counts.length);
                  case 1 -> sizes;
                  case 2 -> patterns;
                  default -> places;
                })
        .toArray();
  }

  @Override
  public double[] numbers() {
    return numbers.clone();
  }

  @Override
  public Kind[] kinds() {
    return IntStream.range(0, numbers.length).mapToObj(this::kind).toArray(Kind[]::new);
  }

  @Override
  public Optional<Profile<I>> moved(double... others) {
    return areAdmissible(others)
        ? Optional.of(new Profile<>(recipe, counts, bodies, marks, others))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "counts = %s, bodies = %s, marks = %s, numbers = %s",
        Arrays.toString(counts),
        Arrays.toString(bodies),
        Arrays.toString(marks),
        Arrays.toString(numbers));
  }
}
