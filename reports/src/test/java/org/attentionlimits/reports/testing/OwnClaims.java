package org.attentionlimits.reports.testing;

import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.ClaimBuilder;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Evaluation.Point;
import org.attentionlimits.theory.real.Real;

/** Claims made up for tests. */
public final class OwnClaims {

  public static final double DOUBT = 1e-12;

  private OwnClaims() {}

  /** Refuted by every row, its sides said to rest on a sample. */
  public static Claim<LogitRow> sampled() {
    return named("own-sampled")
        .evaluatedBy(
            (row, arithmetic) ->
                Evaluation.atMost(arithmetic.of(1), arithmetic.of(0.5)).withDoubt(DOUBT));
  }

  /** A limit that holds: {@code T/n → 0}, judged at n = 8 to 1024 and at most T at the end. */
  public static Claim<LogitRow> vanishing() {
    return named("own-vanishing")
        .evaluatedBy(
            (row, arithmetic) -> {
              Real temperature = arithmetic.input(row.temperature());
              return Evaluation.atMost(temperature.dividedBy(1024), temperature)
                  .withCurve(curve(row.temperature(), 1));
            });
  }

  /** A limit that fails: {@code T → 0}. */
  public static Claim<LogitRow> staying() {
    return named("own-staying")
        .evaluatedBy(
            (row, arithmetic) ->
                Evaluation.atMost(arithmetic.input(row.temperature()), arithmetic.of(0))
                    .withCurve(curve(row.temperature(), 0)));
  }

  private static ClaimBuilder<LogitRow> named(String id) {
    return Claim.about(LogitRow.TYPE)
        .named(id)
        .saying("0 \\le 1", "made up for a test")
        .where("any row at all", row -> true)
        .specially("nothing in particular");
  }

  private static List<Point> curve(double scale, int power) {
    return Stream.iterate(8, n -> n <= 1024, n -> 2 * n)
        .map(n -> new Point(n, scale / Math.pow(n, power)))
        .toList();
  }
}
