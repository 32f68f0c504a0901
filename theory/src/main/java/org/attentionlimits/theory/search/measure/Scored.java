package org.attentionlimits.theory.search.measure;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instance and its ratio of left to right.
 *
 * @param instance the instance
 * @param ratio at least zero, if it is not known one of a violation and else zero
 * @param sampled whether a side was estimated from a sample
 * @param <I> the type of instance
 */
public record Scored<I>(I instance, double ratio, boolean sampled) {

  /** Relative difference of ratios that may be rounding. */
  public static final double SAME = 1e-9;

  /** Where a ratio lies beside one, up to rounding; that of a sample is too vague to tell. */
  public enum Level {
    BELOW,
    ATTAINED,
    ABOVE,
    SAMPLED
  }

  /** Of sides that were computed. */
  public Scored(I instance, double ratio) {
    this(instance, ratio, false);
  }

  /** Largest ratios first. */
  public static <I> Comparator<Scored<I>> largestFirst() {
    return Comparator.comparingDouble((Scored<I> scored) -> scored.ratio()).reversed();
  }

  /** The first of the largest ratio that a climb may begin at. */
  public static <I> Optional<Scored<I>> start(Stream<Scored<I>> some) {
    return some.filter(Scored::isClimbable).reduce((a, b) -> b.ratio() > a.ratio() ? b : a);
  }

  /** Whether a climb may begin here. */
  public boolean isClimbable() {
    return ratio >= 0 && !sampled;
  }

  public Level level() {
    if (sampled) {
      return Level.SAMPLED;
    }
    if (ratio > 1 + SAME) {
      return Level.ABOVE;
    }
    return ratio >= 1 - SAME ? Level.ATTAINED : Level.BELOW;
  }
}
