package org.attentionlimits.theory.testing;

import java.util.Arrays;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.Values;

/** The instances of reference rows, whose columns are named as the fields. */
public final class ReferenceInstances {

  private ReferenceInstances() {}

  /** The instance of a row that is of the type. */
  public static <I extends Instance<I>> I of(InstanceType<I> type, Reference row) {
    return type.of(new Columns(row));
  }

  /** The columns of a row; those of arrays without elements are empty. */
  private record Columns(Reference row) implements Values {

    @Override
    public boolean has(String name) {
      return row.has(name);
    }

    @Override
    public double number(String name) {
      return row.number(name);
    }

    @Override
    public double[] numbers(String name) {
      return row.has(name) ? row.numbers(name) : new double[0];
    }

    @Override
    public double[][] rows(String name) {
      return row.matrix(name);
    }

    @Override
    public int integer(String name) {
      return row.count(name);
    }

    @Override
    public int[] integers(String name) {
      return Arrays.stream(row.numbers(name)).mapToInt(i -> (int) i).toArray();
    }

    @Override
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
      return Enum.valueOf(type, row.text(name));
    }
  }
}
