package org.attentionlimits.theory.random;

import java.util.random.RandomGenerator;

/**
 * How plain generation draws, which has nothing but its draws: rows of at most 32 tokens, in
 * patterns that bounds are sensitive to, of sizes over many decades, with special values.
 */
public final class PlainDraws extends Draws {

  private static final int MOST_TOKENS = 32;
  private static final int MOST_ULPS = 4;

  /** In units of the scale; e^700 is finite and e^−745 is not zero, e^710 and e^−746 are not so. */
  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    1e-310,
    Double.MIN_NORMAL,
    1e-17,
    37,
    -37,
    700,
    -700,
    710,
    -746,
    1e6,
    -1e6
  };

  private static final double[] LIMITS = {1e300, -1e300, Double.MAX_VALUE, -Double.MAX_VALUE};

  /** The draws of plain generation by a generator. */
  public PlainDraws(RandomGenerator random) {
    super(random);
  }

  /** One to four tokens in two of three draws, up to eight or 32 in the others. */
  int tokens() {
    if (!oneIn(3)) {
      return upTo(4);
    }
    return oneIn(4) ? upTo(MOST_TOKENS) : upTo(8);
  }

  /** One, that of GPT-2, or log-uniform over twelve decades. */
  public double temperature() {
    if (oneIn(2)) {
      return 1;
    }
    return oneIn(5) ? 8 : decades(-6, 6);
  }

  /** Log-uniform between two powers of ten, with uniform bits. */
  double decades(double from, double to) {
    return Math.pow(10, from + (to - from) * random().nextDouble());
  }

  /** A size mostly near one, sometimes far from it. */
  double scale() {
    return oneIn(4) ? decades(-12, 4) : decades(-2, 2);
  }

  double special() {
    return oneIn(20)
        ? LIMITS[random().nextInt(LIMITS.length)]
        : SPECIAL[random().nextInt(SPECIAL.length)];
  }

  /** A few ulps beside a number, or that number. */
  double beside(double x) {
    double near = x;
    double direction = random().nextBoolean() ? Double.MAX_VALUE : -Double.MAX_VALUE;
    for (int ulps = random().nextInt(MOST_ULPS + 1); ulps > 0; ulps--) {
      near = Math.nextAfter(near, direction);
    }
    return near;
  }
}
