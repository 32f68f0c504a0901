package org.attentionlimits.theory.power;

import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Sampled;
import org.attentionlimits.theory.geometry.RandomSelection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Slips in the bounds of Theorem 1 for a random set. */
final class PlantedExpectations {

  private PlantedExpectations() {}

  static List<Planted<?>> mainSum(Claim<EmbeddedRow> claim) {
    return new Slips<>(claim)
        .add(
            "no-share",
            "(n-N)/n missing for N < n",
            (r, a) ->
                lower(
                    r,
                    a,
                    main(r, a).times(r.tokens()).dividedBy(Math.max(1, r.tokens() - r.selected()))))
        .add(
            "selected-share",
            "N/n for (n-N)/n",
            (r, a) ->
                lower(
                    r,
                    a,
                    sum(r, a, r.selected() / (double) r.tokens(), share(r, r.tokens() - 1), 0)))
        .add(
            "mean-by-n",
            "N/n for N/(n-1) in the mean",
            (r, a) -> lower(r, a, sum(r, a, others(r), share(r, r.tokens()), 0)))
        .add(
            "one-fewer",
            "N-1 for N in the mean",
            (r, a) ->
                lower(
                    r,
                    a,
                    sum(r, a, others(r), (r.selected() - 1.0) / Math.max(1, r.tokens() - 1), 0)))
        .list();
  }

  static List<Planted<?>> upperSum(Claim<EmbeddedRow> claim) {
    return new Slips<>(claim)
        .add("no-variance", "variance dropped", (r, a) -> upper(r, a, main(r, a)))
        .add(
            "half-variance",
            "half the variance",
            (r, a) ->
                upper(r, a, sum(r, a, others(r), share(r, r.tokens() - 1), 0.5 * variance(r))))
        .add(
            "variance-by-n",
            "n-1 for n-2 in the variance",
            (r, a) ->
                upper(
                    r,
                    a,
                    sum(
                        r,
                        a,
                        others(r),
                        share(r, r.tokens() - 1),
                        variance(r) * (r.tokens() - 2.0) / Math.max(1, r.tokens() - 1))))
        .add(
            "variance-1",
            "2 % less variance",
            (r, a) ->
                upper(r, a, sum(r, a, others(r), share(r, r.tokens() - 1), 0.98 * variance(r))))
        .add(
            "no-share",
            "share (n-N)/n squared",
            (r, a) -> upper(r, a, new RandomSelection(r, a).upperSum().times(others(r))))
        .list();
  }

  private static Evaluation lower(EmbeddedRow row, Arithmetic a, Real sum) {
    return Sampled.atMost(sum, new RandomSelection(row, a).expectedDistance());
  }

  private static Evaluation upper(EmbeddedRow row, Arithmetic a, Real sum) {
    return Sampled.atMost(new RandomSelection(row, a).expectedDistance(), sum);
  }

  private static Real main(EmbeddedRow row, Arithmetic a) {
    return new RandomSelection(row, a).mainSum();
  }

  /** {@code (n−N)/n}. */
  private static double others(EmbeddedRow row) {
    return (row.tokens() - row.selected()) / (double) row.tokens();
  }

  /** {@code N/count}. */
  private static double share(EmbeddedRow row, int count) {
    return row.selected() / (double) Math.max(1, count);
  }

  /** {@code N(n−1−N)/((n−1)(n−2))}; zero for n ≤ 2. */
  private static double variance(EmbeddedRow row) {
    int n = row.tokens();
    int selected = row.selected();
    return n <= 2 || selected == n ? 0 : selected * (n - 1.0 - selected) / ((n - 1.0) * (n - 2.0));
  }

  /** {@code outer Σ_i √(‖mean Σ_{j≠i} y_j − y_i‖² + spread Σ_{j≠i} ‖y_j − ȳ_i‖²)}. */
  private static Real sum(EmbeddedRow row, Arithmetic a, double outer, double mean, double spread) {
    Vec weights = row.row().weights(a);
    Vec[] x = row.embeddings(a);
    Vec[] y =
        IntStream.range(0, x.length).mapToObj(i -> x[i].times(weights.get(i))).toArray(Vec[]::new);
    return IntStream.range(0, y.length)
        .mapToObj(i -> root(y, i, mean, spread))
        .reduce(a.of(0), Real::plus)
        .times(outer);
  }

  private static Real root(Vec[] y, int i, double mean, double spread) {
    Arithmetic a = y[i].arithmetic();
    Vec zero = y[i].minus(y[i]);
    Vec rest =
        IntStream.range(0, y.length)
            .filter(j -> j != i)
            .mapToObj(j -> y[j])
            .reduce(zero, Vec::plus);
    Vec centre = rest.dividedBy(a.of(Math.max(1, y.length - 1)));
    Real squares =
        IntStream.range(0, y.length)
            .filter(j -> j != i)
            .mapToObj(j -> y[j].distance(centre).square())
            .reduce(a.of(0), Real::plus);
    return rest.times(a.of(mean)).distance(y[i]).square().plus(squares.times(spread)).sqrt();
  }
}
