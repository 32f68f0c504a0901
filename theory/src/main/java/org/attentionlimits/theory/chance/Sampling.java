package org.attentionlimits.theory.chance;

import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Arithmetic;

/** How samples are drawn, and how sure their intervals are. */
public final class Sampling {

  /**
   * Draws of a sample. At this number the interval of a probability near one half is 0.11 wide, and
   * a sample of a few steps takes about half a millisecond.
   */
  public static final int DRAWS = 4000;

  /**
   * Chance that one interval misses. A search in double precision and the certificate of what it
   * found draw independent samples: to refute a claim that holds, both must miss at one instance.
   * So that does not become likely however many instances a search looks at, of which a million
   * alone would see one miss with a chance of 10⁻⁶.
   */
  public static final double DOUBT = 1e-12;

  /** The fractional part of the golden ratio times 2⁶⁴, the increment of a Weyl sequence. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** Where the hash of a certifying sample starts, the fractional part of π times 2⁶⁴. */
  private static final long CERTIFYING = 0x243f6a8885a308d3L;

  private Sampling() {}

  /**
   * A generator whose seed is a hash of the instance's shape and numbers; another one in double
   * precision, which searches, than in decimal enclosures, which certify.
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
