package org.attentionlimits.theory.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the values of fields are in a shape and in a row of numbers, and the way back.
 *
 * @param <I> the type of instance
 */
final class Layout<I> {

  private final List<Field<I>> fields;
  private final List<Field<I>> integers;
  private final List<Field<I>> reals;
  private final boolean hasOptional;

  /**
   * A layout.
   *
   * @param fields in the order in which they are shown; the integers of a shape in that order
   * @param numbering names of the fields of real numbers in their order; empty if it is the same
   */
  Layout(List<Field<I>> fields, List<String> numbering) {
    this.fields = List.copyOf(fields);
    this.integers = fields.stream().filter(field -> !field.kind().isReal()).toList();
    List<Field<I>> asShown = fields.stream().filter(field -> field.kind().isReal()).toList();
    List<String> names = asShown.stream().map(Field::name).toList();
    if (!numbering.isEmpty()
        && (numbering.size() != names.size()
            || !Set.copyOf(names).equals(new HashSet<>(numbering)))) {
      throw new IllegalArgumentException(
          "numbering must name each of " + names + " once: " + numbering);
    }
    this.reals =
        numbering.isEmpty()
            ? asShown
            : numbering.stream().map(name -> asShown.get(names.indexOf(name))).toList();
    this.hasOptional = fields.stream().anyMatch(Field::isOptional);
  }

  List<Field<I>> fields() {
    return fields;
  }

  int[] shape(I instance) {
    int[] shape = new int[integers.size()];
    int at = 0;
    for (Field<I> field : integers) {
      if (field.of(instance) instanceof int[] set) {
        shape = Arrays.copyOf(shape, shape.length + set.length);
        shape[at] = set.length;
        System.arraycopy(set, 0, shape, at + 1, set.length);
        at += set.length + 1;
      } else {
        shape[at++] = field.integer(instance);
      }
    }
    return shape;
  }

  /** The fields that an instance has and that are shown. */
  Stream<Field<I>> shown(I instance) {
    Values values = integers(instance);
    return fields.stream().filter(field -> field.isShown() && field.isGiven(values));
  }

  double[] numbers(I instance) {
    List<double[]> parts = new ArrayList<>();
    for (Field<I> field : hasOptional ? reals(integers(instance)) : reals) {
      Object value = field.of(instance);
      if (value instanceof double[][] rows) {
        Collections.addAll(parts, rows);
      } else {
        parts.add(value instanceof double[] row ? row : new double[] {(Double) value});
      }
    }
    return Matrices.joined(parts);
  }

  Kind[] kinds(I instance) {
    Values values = integers(instance);
    return reals(values).stream()
        .flatMap(field -> Stream.generate(field::kind).limit(field.count(values)))
        .toArray(Kind[]::new);
  }

  /** The places of a field's numbers, from the first to one after the last; none without it. */
  Optional<int[]> places(String name, I instance) {
    Values values = integers(instance);
    int from = 0;
    for (Field<I> field : reals(values)) {
      int to = from + (int) field.count(values);
      if (field.name().equals(name)) {
        return Optional.of(new int[] {from, to});
      }
      from = to;
    }
    return Optional.empty();
  }

  private List<Field<I>> reals(Values values) {
    return hasOptional ? reals.stream().filter(field -> field.isGiven(values)).toList() : reals;
  }

  private Shaped integers(I instance) {
    Shaped values = new Shaped();
    integers.forEach(field -> values.put(field, field.of(instance)));
    return values;
  }

  /** The values of as many numbers as an instance has, whatever they are; empty of others. */
  Optional<Values> withNumbers(I instance, double... numbers) {
    return filled(integers(instance), numbers);
  }

  /** The values of a shape and numbers; empty if they do not fit each other. */
  Optional<Values> read(int[] shape, double... numbers) {
    Shaped values = new Shaped();
    int at = 0;
    for (Field<I> field : integers) {
      int length = field.length(shape, at);
      Object value = length < 0 ? null : field.read(values, shape, at);
      if (value == null) {
        return Optional.empty();
      }
      values.put(field, value);
      at += length;
    }
    return at == shape.length ? filled(values, numbers) : Optional.empty();
  }

  private Optional<Values> filled(Shaped values, double... numbers) {
    List<Field<I>> given = reals(values);
    long count = 0;
    for (Field<I> field : given) {
      count += field.count(values);
    }
    if (count != numbers.length) {
      return Optional.empty();
    }
    int at = 0;
    for (Field<I> field : given) {
      values.put(field, field.cut(values, numbers, at));
      at += (int) field.count(values);
    }
    if (hasOptional) {
      integers.stream().filter(field -> !field.isGiven(values)).forEach(values::remove);
    }
    return Optional.of(values);
  }

  /** Whether the kinds and ranges of the fields admit the real numbers of some values. */
  boolean admits(Values values, double... numbers) {
    int at = 0;
    for (Field<I> field : reals) {
      int to = at + (values.has(field.name()) ? (int) field.count(values) : 0);
      for (; at < to; at++) {
        if (!field.admits(numbers[at])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Values by name. */
  private static final class Shaped implements Values {

    private final Map<String, Object> values = new HashMap<>();

    private void put(Field<?> field, Object value) {
      values.put(field.name(), value);
    }

    private void remove(Field<?> field) {
      values.remove(field.name());
    }

    @Override
    public boolean has(String name) {
      return values.containsKey(name);
    }

    @Override
    public double number(String name) {
      return get(name, Double.class);
    }

    @Override
    public double[] numbers(String name) {
      return get(name, double[].class);
    }

    @Override
    public double[][] rows(String name) {
      return get(name, double[][].class);
    }

    @Override
    public int integer(String name) {
      return get(name, Integer.class);
    }

    @Override
    public int[] integers(String name) {
      return get(name, int[].class);
    }

    @Override
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
      return get(name, type);
    }

    private <T> T get(String name, Class<T> form) {
      Object value = values.get(name);
      if (!form.isInstance(value)) {
        throw new IllegalArgumentException(
            name + " must be of " + form.getSimpleName() + ": " + value);
      }
      return form.cast(value);
    }
  }
}
