package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a type of instance is, said once: its name, its fields, how an instance is made of values,
 * and its symmetries. The shape, the numbers with their kinds, the text, and the way back from a
 * file follow from it.
 *
 * <pre>{@code
 * public static final InstanceType<HeadGroup> TYPE =
 *     InstanceType.of(HeadGroup.class, "a group of heads")
 *         .number("separability", "p = ", Kind.NON_NEGATIVE, HeadGroup::separability, 1)
 *         .count("heads", "H = ", HeadGroup::heads)
 *         .madeBy(v -> new HeadGroup(v.number("separability"), v.integer("heads")));
 * }</pre>
 *
 * @param <I> the type of instance
 */
public final class InstanceType<I extends Instance<I>> {

  /** What makes an instance of a row of a model, and what must be known of the row. */
  record OnRows<I>(Function<VisibleRow, I> maker, List<VisibleRow.Part> needs) {}

  /** A text of its own for an instance, and the way back, which is empty of any other text. */
  record Printer<I>(Function<I, String> text, Function<String, Optional<I>> reader) {}

  private final Class<I> of;
  private final String description;
  private final Layout<I> layout;
  private final Predicate<Values> joint;
  private final List<String> shifted;
  private final Optional<Printer<I>> printer;
  private final Function<Values, I> maker;
  private final Optional<OnRows<I>> onRows;
  private final String beyondRows;
  private final boolean inPairs;

  InstanceType(
      Class<I> of,
      String description,
      Layout<I> layout,
      Predicate<Values> joint,
      List<String> shifted,
      Optional<Printer<I>> printer,
      Function<Values, I> maker,
      Optional<OnRows<I>> onRows,
      String beyondRows,
      boolean inPairs) {
    this.of = of;
    this.description = description;
    this.layout = layout;
    this.joint = joint;
    this.shifted = List.copyOf(shifted);
    this.printer = printer;
    this.maker = maker;
    this.onRows = onRows;
    this.beyondRows = beyondRows;
    this.inPairs = inPairs;
  }

  /**
   * Begins the description of a type.
   *
   * @param of the class of its instances
   * @param description an instance in words, as {@code "a row of logits"}
   */
  public static <I extends Instance<I>> InstanceTypeBuilder<I> of(Class<I> of, String description) {
    return new InstanceTypeBuilder<>(of, description);
  }

  /** The name, as in files. */
  public String name() {
    return of.getSimpleName();
  }

  /** The class of its instances. */
  public Class<I> javaClass() {
    return of;
  }

  /** An instance in words. */
  public String description() {
    return description;
  }

  /** The fields that are shown, in order. */
  public List<Field<I>> fields() {
    return layout.fields().stream().filter(Field::isShown).toList();
  }

  /** Whether an instance is of this type. */
  public boolean isInstance(Instance<?> instance) {
    return of.isInstance(instance);
  }

  /**
   * The instance, of this type.
   *
   * @throws ClassCastException if it is of another
   */
  public I cast(Object instance) {
    return of.cast(instance);
  }

  int[] shape(I instance) {
    return layout.shape(instance);
  }

  double[] numbers(I instance) {
    return layout.numbers(instance);
  }

  Kind[] kinds(I instance) {
    return layout.kinds(instance);
  }

  Map<String, Object> values(I instance) {
    Map<String, Object> values = new LinkedHashMap<>();
    layout.shown(instance).forEach(field -> values.put(field.name(), field.data(instance)));
    return values;
  }

  String print(I instance) {
    return printer
        .map(own -> own.text().apply(instance))
        .orElseGet(
            () ->
                layout
                    .shown(instance)
                    .map(field -> field.print(instance))
                    .collect(Collectors.joining(", ")));
  }

  /** Whether the text of an instance is one of its own, and not that of its fields in order. */
  public boolean hasOwnText() {
    return printer.isPresent();
  }

  /** The instance of a text of its own; empty if the type has none, or this is no such text. */
  public Optional<I> ofOwnText(String text) {
    return printer.flatMap(own -> own.reader().apply(text));
  }

  I withNumbers(I instance, double... numbers) {
    return maker.apply(
        layout
            .withNumbers(instance, numbers)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "numbers must be as many as before, "
                            + layout.numbers(instance).length
                            + ": "
                            + numbers.length)));
  }

  Optional<I> moved(I instance, double... numbers) {
    return layout.withNumbers(instance, numbers).filter(v -> admits(v, numbers)).map(maker);
  }

  private boolean admits(Values values, double... numbers) {
    return layout.admits(values, numbers) && joint.test(values);
  }

  /**
   * The instance of a {@link Instance#shape() shape} and {@link Instance#numbers() numbers}; empty
   * if there is none.
   */
  public Optional<I> of(int[] shape, double... numbers) {
    return layout.read(shape, numbers).filter(v -> admits(v, numbers)).map(maker);
  }

  /**
   * The instance of values by name.
   *
   * @throws IllegalArgumentException if a value is missing, or there is no such instance
   */
  public I of(Values values) {
    return maker.apply(values);
  }

  /** Each field that may be shifted, by its smallest and by its largest number. */
  Stream<I> equivalent(I instance) {
    double[] numbers = layout.numbers(instance);
    return shifted.stream()
        .flatMap(name -> layout.places(name, instance).stream())
        .flatMap(places -> shifts(numbers, places[0], places[1]))
        .flatMap(shifted -> moved(instance, shifted).stream());
  }

  private static Stream<double[]> shifts(double[] numbers, int from, int to) {
    return DoubleStream.of(
            Arrays.stream(numbers, from, to).min().orElse(0),
            Arrays.stream(numbers, from, to).max().orElse(0))
        .mapToObj(shift -> shifted(numbers, from, to, shift));
  }

  private static double[] shifted(double[] numbers, int from, int to, double shift) {
    double[] shifted = numbers.clone();
    for (int i = from; i < to; i++) {
      shifted[i] -= shift;
    }
    return shifted;
  }

  /**
   * What must be known of a row of a model to make an instance of it; empty if no row is one.
   *
   * @see #beyondRows()
   */
  public Optional<List<VisibleRow.Part>> needs() {
    return onRows.map(OnRows::needs);
  }

  /**
   * The instance that a row of a model is.
   *
   * @throws IllegalStateException if no row is one
   */
  public I on(VisibleRow row) {
    return onRows
        .orElseThrow(() -> new IllegalStateException("no row has " + beyondRows))
        .maker()
        .apply(row);
  }

  /** What the type has that no row of a model has, in words. */
  public String beyondRows() {
    return beyondRows;
  }

  /** Whether claims compare every two tokens of an instance. */
  public boolean isComparedInPairs() {
    return inPairs;
  }

  @Override
  public String toString() {
    return name();
  }
}
