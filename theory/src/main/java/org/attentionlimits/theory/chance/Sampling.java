package org.attentionlimits.theory.chance;

import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Arithmetic;

/** The number of draws, the confidence level and the random generator of every sample. */
public final class Sampling {

  /**
   * The number of draws in a sample. With it the confidence interval of a probability near one half
   * is 0.11 wide, and a sample whose draw takes few operations takes about half a millisecond.
   */
  public static final int DRAWS = 4000;

  /**
   * The probability that a confidence interval does not contain the true value. A search in double
   * precision and the certificate of what it found draw independent samples. A true claim is
   * refuted only if the certificate's interval misses, and, where the search sampled too, only if
   * both intervals miss at the same instance. Among a million intervals one misses with a
   * probability of at most 10⁻⁶.
   */
  public static final double DOUBT = 1e-12;

  /** The fractional part of the golden ratio times 2⁶⁴, the increment of a Weyl sequence. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** Where the hash of a certifying sample starts, the fractional part of π times 2⁶⁴. */
  private static final long CERTIFYING = 0x243f6a8885a308d3L;

  private Sampling() {}

  /**
   * A random generator seeded by a hash of the instance's shape and numbers. The search, in double
   * precision, and the certificate, in decimal enclosures, have different seeds.
   */
  public static SplittableRandom random(Instance<?> instance, Arithmetic arithmetic) {
    long hash = arithmetic.digits() > Arithmetic.BINARY64.digits() ? CERTIFYING : 0;
    for (int count : instance.shape()) {
      hash = mixed(hash, count);
    }
    for (double number : instance.numbers()) {
      hash = mixed(hash, Double.doubleToLongBits(number));
    }
    return new SplittableRandom(hash);
  }

  /** Folds a word into a hash: the 64-bit finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mixed(long hash, long word) {
    long z = (hash ^ word) + GOLDEN;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
