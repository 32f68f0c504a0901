package org.attentionlimits.reports.ledger;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;

/** The sides of a claim at a counterexample, for people. */
public final class Sides {

  /** A bound within this relative distance of a side is as good as the side. */
  private static final double CLOSE = 1e-4;

  private static final String BELOW_ALL = "below 1e-308";

  private Sides() {}

  /**
   * What is violated at a counterexample.
   *
   * <ul>
   *   <li>The sides: {@code left 0.5, right 0.25, ratio 2.000, certified}.
   *   <li>Where only a bound of a side is known: {@code left at least 0.9929}.
   *   <li>A positive side beyond the range of doubles: {@code right below 1e-308}.
   *   <li>Without a ratio where the right side is not positive.
   *   <li>Of a claim about a limit, what it was judged by: {@code at n = 4, 8, 16, 32: 0.4, 0.3,
   *       0.2, 0.15, certified}.
   * </ul>
   */
  public static String text(CounterexampleEntry entry) {
    String assurance = Ratios.assurance(entry.certificate().doubt());
    if (!entry.points().isEmpty()) {
      return points(entry.points()) + ", " + assurance;
    }
    String ratio = hasRatio(entry) ? ", ratio " + Ratios.text(entry.ratio()) : "";
    return "left " + left(entry) + ", right " + right(entry) + ratio + ", " + assurance;
  }

  /** Whether there is a ratio: the right side is positive. */
  public static boolean hasRatio(CounterexampleEntry entry) {
    return Double.isFinite(entry.ratio());
  }

  /** The values of a quantity along growing n: {@code at n = 4, 8: 0.4, 0.3}. */
  public static String points(List<PointEntry> points) {
    String lengths =
        points.stream().map(point -> String.valueOf(point.tokens())).collect(joining(", "));
    String values =
        points.stream().map(point -> Ratios.number(point.value())).collect(joining(", "));
    return "at n = " + lengths + ": " + values;
  }

  /** The left side, or its lower bound if no more is known. */
  public static String left(CounterexampleEntry entry) {
    String bound = entry.certificate().leftAtLeast();
    return side("at least ", bound, entry.left(), entry.right(), entry.certificate());
  }

  /** The right side, or its upper bound if no more is known. */
  public static String right(CounterexampleEntry entry) {
    String bound = entry.certificate().rightAtMost();
    return side("at most ", bound, entry.right(), entry.left(), entry.certificate());
  }

  private static String side(
      String words, String bound, double side, double other, CertificateEntry certificate) {
    if (certificate.logarithmic() && (side == 0 || side > Double.MAX_VALUE)) {
      return side == 0 ? BELOW_ALL : "above 1e308";
    }
    double known = certificate.logarithmic() ? side : Double.parseDouble(bound);
    if (known == 0 && new BigDecimal(bound).signum() > 0) {
      return BELOW_ALL;
    }
    return Math.abs(known - side) <= CLOSE * Math.abs(side)
        ? Ratios.number(side, other)
        : words + Ratios.number(known, other);
  }
}
