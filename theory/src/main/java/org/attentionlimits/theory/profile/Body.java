package org.attentionlimits.theory.profile;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How the values of a column run over the tokens of a profile's body. */
enum Body {
  /** All alike. */
  LEVEL {
    @Override
    double value(int i, int count, double offset, double scale, double shape) {
      return offset;
    }
  },
  /** Down from the offset by the scale, as a power of the place: a ladder if the power is one. */
  CURVE {
    @Override
    double value(int i, int count, double offset, double scale, double shape) {
      double place = count == 1 ? 0 : (double) i / (count - 1);
      return offset - scale * (shape == 1 ? place : StrictMath.pow(place, shape));
    }
  },
  /** Down by the scale from each token to the next. */
  LADDER {
    @Override
    double value(int i, int count, double offset, double scale, double shape) {
      return offset - scale * i;
    }
  },
  /** Down by the scale times a logarithm: weights that are a power of the place. */
  POWER_LAW {
    @Override
    double value(int i, int count, double offset, double scale, double shape) {
      return offset - scale * StrictMath.log1p(i / shape);
    }
  },
  /** Up and down by the scale in turn. */
  ALTERNATING {
    @Override
    double value(int i, int count, double offset, double scale, double shape) {
      return i % 2 == 0 ? offset + scale : offset - scale;
    }
  },
  /** Independent normal numbers, the same in every row. */
  NORMAL {
    @Override
    double value(int i, int count, double offset, double scale, double shape) {
      return offset + scale * Normals.VALUES[i];
    }
  };

  /** Independent normal numbers for each token of the longest row. */
  private static final class Normals {

    private static final double[] VALUES =
        IntStream.range(0, Profile.MOST_TOKENS)
            .mapToDouble(i -> new SplittableRandom(i).nextGaussian())
            .toArray();

    private Normals() {}
  }

  /**
   * The value of a token.
   *
   * @param i place in the body, from 0
   * @param count tokens of the body
   * @param offset the value that all start from
   * @param scale of the differences
   * @param shape positive; what it bends depends on the pattern
   */
  abstract double value(int i, int count, double offset, double scale, double shape);
}
