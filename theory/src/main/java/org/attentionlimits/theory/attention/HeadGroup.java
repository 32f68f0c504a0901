package org.attentionlimits.theory.attention;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Decimals;

/** H heads, each of which separates a token from the others with probability p, independently. */
public final class HeadGroup extends Numbered<HeadGroup> {

  private final double separability;
  private final int heads;

  /**
   * A group of heads.
   *
   * @param separability p, from 0 to 1
   * @param heads H, at least 1
   * @throws IllegalArgumentException on any other argument
   */
  public HeadGroup(double separability, int heads) {
    if (!(separability >= 0 && separability <= 1)) {
      throw new IllegalArgumentException("separability must be from 0 to 1: " + separability);
    }
    if (heads < 1) {
      throw new IllegalArgumentException("heads must be at least 1: " + heads);
    }
    this.separability = separability + 0.0;
    this.heads = heads;
  }

  /** The probability p that one head separates a token. */
  public double separability() {
    return separability;
  }

  /** The number H of heads. */
  public int heads() {
    return heads;
  }

  /** The number H of heads, which is what there are several of. */
  @Override
  public int tokens() {
    return heads;
  }

  @Override
  public int[] shape() {
    return new int[] {heads};
  }

  @Override
  public double[] numbers() {
    return new double[] {separability};
  }

  @Override
  public HeadGroup withNumbers(double... numbers) {
    Arguments.requireCount(1, numbers);
    return new HeadGroup(numbers[0], heads);
  }

  @Override
  public Stream<HeadGroup> smaller() {
    return heads == 1 ? Stream.empty() : Stream.of(new HeadGroup(separability, heads - 1));
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("separability", separability);
    fields.put("heads", heads);
    return fields;
  }

  @Override
  public String toString() {
    return "p = " + Decimals.print(separability) + ", H = " + heads;
  }
}
