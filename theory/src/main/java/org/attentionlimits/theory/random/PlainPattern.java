package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Patterns of a row of numbers in {@link PlainDraws}. */
enum PlainPattern {
  /** Independent normal numbers. */
  NORMAL {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      return i -> scale * draws.normal();
    }
  },
  /** Independent sizes over many decades, of both signs. */
  DECADES {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      return i -> scale * draws.sign() * draws.decades(-12, 3);
    }
  },
  /** Small integers. */
  INTEGER {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      return i -> draws.upTo(7) - 4;
    }
  },
  /** All equal. */
  TIED {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      double value = scale * draws.normal();
      return i -> value;
    }
  },
  /** All equal up to a few ulps. */
  NEARLY_TIED {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      double value = scale * draws.normal();
      return i -> draws.beside(value);
    }
  },
  /** Equally spaced, up or down. */
  LADDER {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      double step = scale * draws.sign() / count;
      return i -> i * step;
    }
  },
  /** One above or below the others, which are equal. */
  SPIKE {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      int place = draws.upTo(count) - 1;
      double height = scale * draws.sign();
      return i -> i == place ? height : 0;
    }
  },
  /** Each at one of two levels. */
  TWO_LEVEL {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      return i -> draws.oneIn(2) ? scale : -scale;
    }
  },
  /** Zeros of both signs, subnormal, and where exponentials overflow and underflow. */
  SPECIAL {
    @Override
    IntToDoubleFunction elements(PlainDraws draws, int count, double scale) {
      return i -> draws.special();
    }
  };

  private static final PlainPattern[] ALL = values();

  /** Elements asked for once each, in order. */
  abstract IntToDoubleFunction elements(PlainDraws draws, int count, double scale);

  /** A row in some pattern, in which one in four has some further ties and near-ties. */
  static double[] row(PlainDraws draws, int count, double scale) {
    double[] row =
        IntStream.range(0, count)
            .mapToDouble(draws.of(ALL).elements(draws, count, scale))
            .toArray();
    if (draws.oneIn(4)) {
      for (int ties = draws.upTo(count); ties > 0; ties--) {
        row[draws.upTo(count) - 1] = draws.beside(row[draws.upTo(count) - 1]);
      }
    }
    return row;
  }

  /** The row times a factor, cut off at the largest double. */
  static double[] times(double[] row, double factor) {
    return Arrays.stream(row)
        .map(x -> Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, factor * x)))
        .toArray();
  }
}
