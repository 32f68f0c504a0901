package org.attentionlimits.theory.power;

import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.SampledComparison;
import org.attentionlimits.theory.geometry.RandomSelection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Slips in the bounds of Theorem 1 for a random set. */
final class ExpectationMutants {

  private ExpectationMutants() {}

  static List<Mutant<?>> mainSum(Claim<EmbeddedRow> claim) {
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
                    sum(
                        r,
                        a,
                        a.ratio(r.selected(), r.tokens()),
                        share(r, a, r.tokens() - 1),
                        a.of(0))))
        .add(
            "mean-by-n",
            "N/n for N/(n-1) in the mean",
            (r, a) -> lower(r, a, sum(r, a, others(r, a), share(r, a, r.tokens()), a.of(0))))
        .add(
            "one-fewer",
            "N-1 for N in the mean",
            (r, a) ->
                lower(
                    r,
                    a,
                    sum(
                        r,
                        a,
                        others(r, a),
                        a.ratio(r.selected() - 1, Math.max(1, r.tokens() - 1)),
                        a.of(0))))
        .list();
  }

  static List<Mutant<?>> upperSum(Claim<EmbeddedRow> claim) {
    return new Slips<>(claim)
        .add("no-variance", "variance dropped", (r, a) -> upper(r, a, main(r, a)))
        .add(
            "half-variance",
            "half the variance",
            (r, a) ->
                upper(
                    r,
                    a,
                    sum(
                        r,
                        a,
                        others(r, a),
                        share(r, a, r.tokens() - 1),
                        variance(r, a).dividedBy(2))))
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
                        others(r, a),
                        share(r, a, r.tokens() - 1),
                        variance(r, a)
                            .times(r.tokens() - 2)
                            .dividedBy(Math.max(1, r.tokens() - 1)))))
        .add(
            "variance-1",
            "2 % less variance",
            (r, a) ->
                upper(
                    r,
                    a,
                    sum(
                        r,
                        a,
                        others(r, a),
                        share(r, a, r.tokens() - 1),
                        variance(r, a).times(a.of(0.98)))))
        .add(
            "no-share",
            "share (n-N)/n squared",
            (r, a) -> upper(r, a, new RandomSelection(r, a).upperSum().times(others(r, a))))
        .list();
  }

  private static Evaluation lower(EmbeddedRow row, Arithmetic a, Real sum) {
    return SampledComparison.atMost(sum, new RandomSelection(row, a).expectedDistance());
  }

  private static Evaluation upper(EmbeddedRow row, Arithmetic a, Real sum) {
    return SampledComparison.atMost(new RandomSelection(row, a).expectedDistance(), sum);
  }

  private static Real main(EmbeddedRow row, Arithmetic a) {
    return new RandomSelection(row, a).mainSum();
  }

  /** {@code (n−N)/n}. */
  private static Real others(EmbeddedRow row, Arithmetic a) {
    return a.ratio(row.tokens() - row.selected(), row.tokens());
  }

  /** {@code N/count}. */
  private static Real share(EmbeddedRow row, Arithmetic a, int count) {
    return a.ratio(row.selected(), Math.max(1, count));
  }

  /** {@code N(n−1−N)/((n−1)(n−2))}; zero for n ≤ 2. */
  private static Real variance(EmbeddedRow row, Arithmetic a) {
    long n = row.tokens();
    long selected = row.selected();
    return n <= 2 || selected == n
        ? a.of(0)
        : a.ratio(selected * (n - 1 - selected), (n - 1) * (n - 2));
  }

  /** {@code outer Σ_i √(‖mean Σ_{j≠i} y_j − y_i‖² + spread Σ_{j≠i} ‖y_j − ȳ_i‖²)}. */
  private static Real sum(EmbeddedRow row, Arithmetic a, Real outer, Real mean, Real spread) {
    Vec weights = row.row().weights(a);
    Vec[] x = row.embeddings(a);
    Vec[] y =
        IntStream.range(0, x.length).mapToObj(i -> x[i].times(weights.get(i))).toArray(Vec[]::new);
    return IntStream.range(0, y.length)
        .mapToObj(i -> root(y, i, mean, spread))
        .reduce(a.of(0), Real::plus)
        .times(outer);
  }

  private static Real root(Vec[] y, int i, Real mean, Real spread) {
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
    return rest.times(mean).distance(y[i]).square().plus(squares.times(spread)).sqrt();
  }
}
