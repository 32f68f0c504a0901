package org.attentionlimits.theory.search;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;

/** Numbers, of which the first so many must be positive, and all finite. */
final class Plain implements Instance<Plain> {

  private final int positive;
  private final double[] values;

  Plain(int positive, double... values) {
    this.positive = positive;
    this.values = values.clone();
  }

  @Override
  public int tokens() {
    return values.length;
  }

  @Override
  public int[] shape() {
    return new int[] {values.length};
  }

  @Override
  public double[] numbers() {
    return values.clone();
  }

  @Override
  public Plain withNumbers(double... numbers) {
    if (!Arrays.stream(numbers).limit(positive).allMatch(x -> x > 0)) {
      throw new IllegalArgumentException("not positive: " + Arrays.toString(numbers));
    }
    return new Plain(positive, numbers);
  }

  @Override
  public Stream<Plain> smaller() {
    return Stream.empty();
  }

  @Override
  public Map<String, Object> fields() {
    return Map.of("values", numbers());
  }
}
