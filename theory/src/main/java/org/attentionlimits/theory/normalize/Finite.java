package org.attentionlimits.theory.normalize;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/** Evaluation in double precision that does not give up where an intermediate result overflows. */
final class Finite {

  private static final int DIGITS = 30;

  private Finite() {}

  /** The function's values; those of decimal enclosures where binary64 knows nothing. */
  static double[] values(UnaryOperator<Vec> function, double... arguments) {
    double[] fast = function.apply(Arithmetic.BINARY64.inputs(arguments)).values();
    return Arrays.stream(fast).anyMatch(Double::isNaN)
        ? function.apply(Arithmetic.exact(DIGITS).inputs(arguments)).values()
        : fast;
  }
}
