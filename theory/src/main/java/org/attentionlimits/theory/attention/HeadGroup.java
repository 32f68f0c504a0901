package org.attentionlimits.theory.attention;

import java.util.stream.Stream;

/** H heads, each of which separates a token from the others with probability p, independently. */
public final class HeadGroup extends Described<HeadGroup> {

  /** What describes a group of heads. */
  public static final InstanceType<HeadGroup> TYPE =
      InstanceType.of(HeadGroup.class, "a group of heads and their separability")
          .number("separability", "p = ", Kind.NON_NEGATIVE, HeadGroup::separability, 1)
          .count("heads", "H = ", HeadGroup::heads)
          .beyondRows("the separability of a group of heads")
          .madeBy(v -> new HeadGroup(v.number("separability"), v.integer("heads")));

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

  @Override
  public InstanceType<HeadGroup> type() {
    return TYPE;
  }

  /** The number H of heads, which is what there are several of. */
  @Override
  public int tokens() {
    return heads;
  }

  @Override
  public Stream<HeadGroup> smaller() {
    return heads == 1 ? Stream.empty() : Stream.of(new HeadGroup(separability, heads - 1));
  }
}
