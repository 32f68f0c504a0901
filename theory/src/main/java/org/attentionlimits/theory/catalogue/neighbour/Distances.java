package org.attentionlimits.theory.catalogue.neighbour;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** The cumulative distance of the tokens outside the top-N set, and how distances are ordered. */
final class Distances {

  private static final String SOME_OTHERS = "N < n";

  /** In longer rows many distances are equal to within the rounding of doubles. */
  private static final int MOST_TOKENS = 64;

  private static final String DOMAIN = "N < n, at most 64 tokens";

  private static final List<Hypothesis<EmbeddedRow>> SHORT =
      List.of(
          new Hypothesis<>(SOME_OTHERS, row -> row.selected() < row.tokens()),
          new Hypothesis<>("at most 64 tokens", row -> row.tokens() <= MOST_TOKENS));

  /** {@code ‖(n−N)s − Σ_{i∉I} y_i‖ ≤ d̃}. */
  static final Claim<EmbeddedRow> BELOW =
      Claim.about(EmbeddedRow.TYPE)
          .named("distance-below")
          .from(Provenance.OURS, "a lower bound of the cumulative distance")
          .as(Standing.SHARPER)
          .saying(
              "\\Bigl\\|(n-N)s - \\sum_{i\\notin I_N} y_i\\Bigr\\|_2 \\le"
                  + " \\sum_{i\\notin I_N}\\|s - y_i\\|_2,"
                  + " \\quad y_i = \\alpha_i x_i, \\; s = \\sum_{i\\in I_N} y_i",
              "the distances of the other tokens' contributions from the context vector of the top-N"
                  + " tokens add up to at least the length of the sum of their differences")
          .specially("N = n is left out: both sides are empty sums. One other token attains it.")
          .withSupremum("1, attained by one other token, and by identical embeddings")
          .provenIn("proofs.html#distance-below")
          .where(DOMAIN, SHORT)
          .evaluatedBy(
              (row, arithmetic) -> {
                Selection top = Selection.top(row, arithmetic);
                Vec others = of(row, arithmetic, others(row)).context();
                Vec context = top.context().times(arithmetic.of(top.others()));
                return Evaluation.atMost(context.distance(others), top.cumulativeDistance());
              });

  /** {@code d̃ ≤ M((1−A) + N e^ρ)}. */
  static final Claim<EmbeddedRow> BOUNDED =
      Claim.about(EmbeddedRow.TYPE)
          .named("distance-bounded")
          .from(Provenance.OURS, "an upper bound of the cumulative distance that n does not enter")
          .as(Standing.SHARPER)
          .saying(
              "\\sum_{i\\notin I_N}\\|s-\\alpha_i x_i\\|_2 \\le M\\bigl((1-A) + N e^{\\rho}\\bigr),"
                  + " \\quad M = \\max_i\\|x_i\\|_2,"
                  + " \\; \\rho = \\frac{\\max_i \\ell_i - \\min_i \\ell_i}{T}",
              "the cumulative distance of the other tokens is bounded by the range of the logits,"
                  + " whatever the number of tokens: it cannot grow with the length of the text while"
                  + " the logits and embeddings stay bounded")
          .specially("N = n: the left side is zero. Zero embeddings: both sides are zero.")
          .withSupremum(
              "1, approached by N tokens at the upper end of the range among ever more at the lower"
                  + " end, with opposite embeddings")
          .provenIn("proofs.html#distance-bounded")
          .evaluatedBy(
              (row, arithmetic) -> {
                Selection top = Selection.top(row, arithmetic);
                Real most = Scaled.range(row.row(), arithmetic).exp().times((long) row.selected());
                Real bound = norms(arithmetic, row.embeddings(arithmetic)).max();
                return Evaluation.atMost(
                    top.cumulativeDistance(), bound.times(top.massOfOthers().plus(most)));
              });

  /** {@code P_N ≥ N/(N+GInv)} and {@code R_N ≥ 1 − GInv/N}. */
  static final Claim<EmbeddedRow> INVERSIONS =
      Claim.about(EmbeddedRow.TYPE)
          .named("geometric-inversions")
          .from(Provenance.LITERATURE, "arXiv:2609.37879, Appendix A.2, with our balls")
          .as(Standing.NEIGHBOUR)
          .saying(
              "P_N \\ge \\frac{N}{N+G}, \\quad R_N \\ge 1-\\frac{G}{N},"
                  + " \\quad G = \\#\\{(i,j) : i \\in I_N, j \\notin I_N,"
                  + " \\|s-y_j\\|_2 \\le \\|s-y_i\\|_2\\}",
              "with G pairs of a selected token and another one that is no farther from the context"
                  + " vector, the smallest ball around it with all selected tokens has a precision of at"
                  + " least N/(N+G), and the largest open ball without another token has a recall of at"
                  + " least 1-G/N")
          .specially(
              "N = n is left out: the precision is 1, and there is no largest ball. A token as far as"
                  + " another one counts as an inversion.")
          .withSupremum("1 in both, attained where no pair is inverted")
          .provenIn("proofs.html#geometric-inversions")
          .where(DOMAIN, SHORT)
          .evaluatedBy(Distances::inversions);

  private Distances() {}

  private static int[] others(EmbeddedRow row) {
    return TopN.others(row.tokens(), row.top());
  }

  private static Selection of(EmbeddedRow row, Arithmetic arithmetic, int... set) {
    return new Selection(row.row().weights(arithmetic), row.embeddings(arithmetic), set);
  }

  private static Vec norms(Arithmetic arithmetic, Vec... vectors) {
    return arithmetic.vector(Arrays.stream(vectors).map(Vec::norm).toArray(Real[]::new));
  }

  private static Evaluation inversions(EmbeddedRow row, Arithmetic arithmetic) {
    Vec weights = row.row().weights(arithmetic);
    Vec[] x = row.embeddings(arithmetic);
    Selection top = Selection.top(row, arithmetic);
    Vec context = top.context();
    Vec distances =
        arithmetic.vector(
            IntStream.range(0, x.length)
                .mapToObj(i -> context.distance(x[i].times(weights.get(i))))
                .toArray(Real[]::new));
    Vec selected = distances.select(row.top());
    Vec others = distances.select(others(row));
    Real count = arithmetic.of(row.selected());
    Real inverted = arithmetic.of(0);
    for (int i = 0; i < selected.size(); i++) {
      inverted = inverted.plus(atMost(others, selected.get(i)));
    }
    Real precision = count.dividedBy(count.plus(atMost(others, selected.max())));
    Real recall = top.inside().dividedBy(count);
    return Evaluation.atMost(count.dividedBy(count.plus(inverted)), precision)
        .and(Evaluation.atMost(count.minus(inverted).dividedBy(count), recall));
  }

  /** How many numbers are at most a limit: from those that certainly are to those that may be. */
  private static Real atMost(Vec numbers, Real limit) {
    int certain = 0;
    int possible = 0;
    for (int i = 0; i < numbers.size(); i++) {
      certain += numbers.get(i).certainlyAtMost(limit) ? 1 : 0;
      possible += numbers.get(i).certainlyAbove(limit) ? 0 : 1;
    }
    return limit.arithmetic().of(certain).hull(limit.arithmetic().of(possible));
  }
}
