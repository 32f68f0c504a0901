package org.attentionlimits.theory.attention;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.attentionlimits.theory.attention.Field.Range;

/**
 * Collects what describes a type of instance; {@link #madeBy} ends it.
 *
 * <p>Fields are named in the order in which they are shown. The integers among them, in that order,
 * are the shape. An array's extents are names of counts that come before it in the shape, as {@code
 * "n"}, or {@code "n-2"}. A field's prefix is what stands before its value in print, as {@code "T =
 * "}.
 *
 * @param <I> the type of instance
 */
public final class InstanceTypeBuilder<I extends Instance<I>> {

  private final Class<I> of;
  private final String description;
  private final List<Field<I>> fields = new ArrayList<>();
  private final List<String> shifted = new ArrayList<>();
  private final Set<VisibleRow.Part> parts = EnumSet.noneOf(VisibleRow.Part.class);
  private List<String> numbering = List.of();
  private Predicate<Values> joint = values -> true;
  private Optional<InstanceType.Printer<I>> printer = Optional.empty();
  private Optional<Function<VisibleRow, I>> onRows = Optional.empty();
  private String beyondRows;
  private boolean inPairs;

  InstanceTypeBuilder(Class<I> of, String description) {
    this.of = of;
    this.description = description;
    this.beyondRows = "instances of " + of.getSimpleName();
  }

  /** The number n of tokens, the logits and the temperature of a row. */
  public InstanceTypeBuilder<I> row(Function<I, LogitRow> row) {
    return size("n", 1, i -> row.apply(i).tokens())
        .reals("logits", "logits = ", i -> row.apply(i).values(), "n")
        .positive("temperature", "T = ", i -> row.apply(i).temperature());
  }

  /** The size of an array, at least some number; it is part of the shape and not shown. */
  public InstanceTypeBuilder<I> size(String name, int least, ToIntFunction<I> value) {
    return add(name, "", Kind.COUNT, value::applyAsInt, Range.from(least, Integer.MAX_VALUE));
  }

  /** An integer from 1 on. */
  public InstanceTypeBuilder<I> count(String name, String prefix, ToIntFunction<I> value) {
    return add(name, prefix, Kind.COUNT, value::applyAsInt, Range.from(1, Integer.MAX_VALUE));
  }

  /** An integer from 1 to a count. */
  public InstanceTypeBuilder<I> count(
      String name, String prefix, ToIntFunction<I> value, String most) {
    return add(name, prefix, Kind.COUNT, value::applyAsInt, Range.upTo(1, most));
  }

  /** An integer from 1 to another; an instance that lacks it has a zero for it in its shape. */
  public InstanceTypeBuilder<I> optionalCount(
      String name, String prefix, ToIntFunction<I> value, int most) {
    return add(
        new Field<>(
            name,
            prefix,
            Kind.COUNT,
            value::applyAsInt,
            List.of(),
            Range.from(0, most),
            Optional.of(values -> values.integer(name) > 0),
            Field::text));
  }

  /** Ascending indices below a count, at least one. */
  public InstanceTypeBuilder<I> set(
      String name, String prefix, Function<I, int[]> value, String below) {
    return add(name, prefix, Kind.SET, value::apply, Range.upTo(0, below));
  }

  /** A constant of an enum, with what is printed of it. */
  public <E extends Enum<E>> InstanceTypeBuilder<I> choice(
      String name, String prefix, Class<E> type, Function<I, E> value, Function<E, String> text) {
    return add(
        new Field<>(
            name,
            prefix,
            Kind.CHOICE,
            value::apply,
            List.of(),
            Range.among(List.of(type.getEnumConstants())),
            Optional.empty(),
            choice -> text.apply(type.cast(choice))));
  }

  /** A number above zero. */
  public InstanceTypeBuilder<I> positive(String name, String prefix, ToDoubleFunction<I> value) {
    return number(name, prefix, Kind.POSITIVE, value, Double.MAX_VALUE);
  }

  /** A number of a kind, at most another. */
  public InstanceTypeBuilder<I> number(
      String name, String prefix, Kind kind, ToDoubleFunction<I> value, double most) {
    return add(name, prefix, kind, value::applyAsDouble, Range.upTo(most));
  }

  /** A number of a kind, at most another, that an instance has in place of a count. */
  public InstanceTypeBuilder<I> numberInstead(
      String count, String name, String prefix, ToDoubleFunction<I> value, double most) {
    return add(
        new Field<>(
            name,
            prefix,
            Kind.POSITIVE,
            value::applyAsDouble,
            List.of(),
            Range.upTo(most),
            Optional.of(values -> values.integer(count) == 0),
            Field::text));
  }

  /** An array of numbers of either sign. */
  public InstanceTypeBuilder<I> reals(
      String name, String prefix, Function<I, double[]> value, String extent) {
    return array(name, prefix, Kind.REAL, value, extent);
  }

  /** An array of numbers of a kind. */
  public InstanceTypeBuilder<I> array(
      String name, String prefix, Kind kind, Function<I, double[]> value, String extent) {
    return add(name, prefix, kind, value::apply, Range.upTo(Double.MAX_VALUE), extent);
  }

  /** An array of arrays of numbers of either sign. */
  public InstanceTypeBuilder<I> rows(
      String name, String prefix, Function<I, double[][]> value, String rows, String columns) {
    return add(name, prefix, Kind.REAL, value::apply, Range.upTo(Double.MAX_VALUE), rows, columns);
  }

  private InstanceTypeBuilder<I> add(
      String name,
      String prefix,
      Kind kind,
      Function<I, Object> value,
      Range range,
      String... extents) {
    return add(
        new Field<>(
            name, prefix, kind, value, List.of(extents), range, Optional.empty(), Field::text));
  }

  private InstanceTypeBuilder<I> add(Field<I> field) {
    fields.add(field);
    return this;
  }

  /** The order of the real numbers, by the names of their fields; that of the fields unless set. */
  public InstanceTypeBuilder<I> numbering(String... names) {
    this.numbering = List.of(names);
    return this;
  }

  /** What must hold of several values together, beside the kind and range of each. */
  public InstanceTypeBuilder<I> where(Predicate<Values> test) {
    this.joint = test;
    return this;
  }

  /** A symmetry: the same constant added to all numbers of a field makes an equivalent instance. */
  public InstanceTypeBuilder<I> invariantToShiftsOf(String name) {
    shifted.add(name);
    return this;
  }

  /** Claims about the type compare every two of its tokens, which long rows pay for. */
  public InstanceTypeBuilder<I> comparedInPairs() {
    this.inPairs = true;
    return this;
  }

  /**
   * The text of an instance where its fields, one after the other, are not the best one.
   *
   * @param reader the way back; empty of any other text
   */
  public InstanceTypeBuilder<I> printedBy(
      Function<I, String> text, Function<String, Optional<I>> reader) {
    this.printer = Optional.of(new InstanceType.Printer<>(text, reader));
    return this;
  }

  /**
   * The instance that a row of a model is.
   *
   * @param needs what must be known of the row
   */
  public InstanceTypeBuilder<I> onRows(Function<VisibleRow, I> maker, VisibleRow.Part... needs) {
    this.onRows = Optional.of(maker);
    parts.addAll(List.of(needs));
    return this;
  }

  /** What the type has that no row of a model has, in words. */
  public InstanceTypeBuilder<I> beyondRows(String what) {
    this.beyondRows = what;
    return this;
  }

  /**
   * The type, with what makes an instance of its values.
   *
   * @throws IllegalArgumentException if an order of numbers is given that does not name each field
   *     of real numbers once
   */
  public InstanceType<I> madeBy(Function<Values, I> maker) {
    return new InstanceType<>(
        of,
        description,
        new Layout<>(fields, numbering),
        joint,
        shifted,
        printer,
        maker,
        onRows.map(make -> new InstanceType.OnRows<>(make, List.copyOf(parts))),
        beyondRows,
        inPairs);
  }
}
