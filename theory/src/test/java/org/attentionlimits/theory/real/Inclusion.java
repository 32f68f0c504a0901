package org.attentionlimits.theory.real;

import java.math.BigDecimal;

/** Checks that an enclosure contains what the oracle knows the true value to be. */
final class Inclusion {

  private Inclusion() {}

  /** Passes for unbounded numbers. */
  static void check(Object what, Real number, Ball truth) {
    if (!number.isBounded()) {
      return;
    }
    BigDecimal below = number.lower().subtract(truth.value());
    BigDecimal above = truth.value().subtract(number.upper());
    if (below.max(above).compareTo(truth.error()) > 0) {
      throw new AssertionError(
          String.format(
              "not enclosed: %s%n  enclosure %s (%s)%n  true      %.40e%n  outside by %.5e",
              what, number, number.arithmetic(), truth.value(), below.max(above)));
    }
  }
}
