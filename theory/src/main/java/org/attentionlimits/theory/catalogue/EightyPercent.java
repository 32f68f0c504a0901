package org.attentionlimits.theory.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.SampledComparison;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.NullModel;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * How many of the top-N tokens are nearer to the context vector than every other token: {@code N_s
 * = #{i∈I : ‖s − y_i‖ < r}}, {@code r = min_{j∉I} ‖s − y_j‖}, as in the paper's experiments.
 */
final class EightyPercent {

  private static final String ENOUGH = "at least 16 selected tokens";

  private static final String ONE_LEFT = "at least one token that is not selected";

  /** Fewest selected tokens of which a share is asked. */
  private static final int FEWEST = 16;

  /** As many dimensions as the model has of which the paper says it. */
  private static final int DIMENSIONS = 768;

  private static final String COUNT =
      " \\quad N_s = \\#\\{i\\in I_N : \\|s-y_i\\|_2 < r\\},"
          + " \\; r=\\min_{j\\notin I_N}\\|s-y_j\\|_2";

  /** {@code N_s/N ≤ 0.85}. */
  static final Claim<EmbeddedRow> CLAIM =
      Claim.about(EmbeddedRow.TYPE)
          .named("prose-eighty-percent")
          .from(
              Provenance.PROSE,
              "\"no more than ≈ 80 %\", said of measured heads, read for all rows")
          .asVariantOf(
              "prose-eighty-percent-ideal",
              "The paper says it of measured heads and of its ideal spherical embeddings, not of every"
                  + " configuration.")
          .saying(
              "\\frac{N_s}{N} \\le 0.85," + COUNT,
              "of the top-N tokens at most 85 % are nearer to their context vector than every other"
                  + " token is")
          .specially(
              "Distances that are equal do not count as nearer. Where the digits carried cannot "
                  + "order two distances, the count is an interval. Embeddings that set the "
                  + "selected tokens apart from the others break it; the sentence describes heads "
                  + "that were measured, and says nothing of such rows.")
          .where(
              "at least 16 selected tokens, and one that is not selected",
              List.of(
                  new Hypothesis<>(ENOUGH, row -> row.selected() >= FEWEST),
                  new Hypothesis<>(ONE_LEFT, row -> row.selected() < row.tokens())))
          .evaluatedBy(EightyPercent::evaluate);

  /** {@code E N_s/N ≤ 0.85} for embeddings that are independent and uniform on a sphere. */
  static final Claim<SphericalRow> IDEAL =
      Claim.about(SphericalRow.TYPE)
          .named("prose-eighty-percent-ideal")
          .from(
              Provenance.PROSE,
              "Discussion and Conclusions, at most about 80 % even under ideal spherical embeddings")
          .as(Standing.STATED)
          .saying(
              "\\frac{\\mathbb{E}\\,N_s}{N} \\le 0.85,"
                  + COUNT
                  + ", \\; x_i \\text{ independent, uniform on a sphere of } \\mathbb{R}^d",
              "if embeddings are independent and uniform on a sphere, at most 85 % of the top-N"
                  + " tokens are expected to be nearer to their context vector than every other"
                  + " token is")
          .where(
              "at least 16 selected tokens, at least as many that are not, and at least 768 dimensions,"
                  + " the width of GPT-2, which the paper measures; the radius of the ball is that of the experiments, so"
                  + " that r, M and δ play no part and are 1, 1 and 0",
              List.of(
                  new Hypothesis<>(ENOUGH, row -> row.selected() >= FEWEST),
                  new Hypothesis<>(
                      "at least as many tokens that are not selected as are",
                      row -> 2 * row.selected() <= row.tokens()),
                  new Hypothesis<>("at least 768 dimensions", row -> row.dimension() >= DIMENSIONS),
                  new Hypothesis<>(
                      "M = 1, δ = 0 and r = 1, which play no part",
                      row -> row.radius() == 1 && row.separation() == 0 && row.ball() == 1)))
          .specially(
              "The share is sampled to certify, and unknown in double precision. With 16 selected tokens"
                  + " of equal weights and 768 dimensions it is near one. It falls with fewer dimensions (16"
                  + " of 256 tokens, 64 dimensions: 0.23) and with more selected tokens (64 of 256, 768"
                  + " dimensions: 0.76); there the sentence holds. The limit of many dimensions is"
                  + " separability-orthogonal.")
          .evaluatedBy(
              (row, arithmetic) ->
                  SampledComparison.atMost(NullModel.share(row, arithmetic), limit(arithmetic)));

  /** {@code N_s = N} for orthogonal embeddings of one norm. */
  static final Claim<EmbeddedRow> ORTHOGONAL =
      Claim.about(EmbeddedRow.TYPE)
          .named("separability-orthogonal")
          .from(Provenance.OURS, "the limit of ideal spherical embeddings")
          .as(Standing.SHARPER, "prose-eighty-percent-ideal")
          .saying(
              "1 \\le \\frac{N_s}{N}," + COUNT + ", \\; x_i \\cdot x_j = 0, \\; \\|x_i\\|_2 = M",
              "if embeddings are orthogonal and of one norm, every selected token is nearer to the"
                  + " context vector than every other token is")
          .where(
              "embeddings along different axes, as any orthogonal ones are in suitable coordinates,"
                  + " all of one norm, and at least one token that is not selected",
              List.of(
                  new Hypothesis<>(ONE_LEFT, row -> row.selected() < row.tokens()),
                  new Hypothesis<>(
                      "embeddings along different axes, all of one norm",
                      EightyPercent::areAlongAxes)))
          .specially(
              "Equal weights make no difference. Where the digits carried cannot order two distances,"
                  + " the count is an interval.")
          .provenIn("proofs.html#separability-orthogonal")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(
                      arithmetic.of(1), share(row, arithmetic, row.selected(), row.top())));

  /** {@code N_s(N+1)/(N+1) ≤ N_s(N)/N}. */
  static final Claim<EmbeddedRow> DECLINING =
      Claim.about(EmbeddedRow.TYPE)
          .named("prose-declining-with-n")
          .from(Provenance.PROSE, "Abstract, separability declines as N grows, read for every row")
          .asVariantOf(
              "prose-eighty-percent-ideal",
              "The abstract and Figure 3 say it of means over the measured heads; the experiment"
                  + " separability judges that.")
          .saying(
              "\\frac{N_s(N+1)}{N+1} \\le \\frac{N_s(N)}{N}," + COUNT,
              "with one more selected token the share of selected tokens that are nearer to the"
                  + " context vector than every other token is does not increase")
          .where(
              "at least two tokens that are not selected", row -> row.selected() + 1 < row.tokens())
          .specially(
              "N = 1: the share is one unless another contribution is the same. Distances that are"
                  + " equal do not count as nearer. Almost every random row breaks it at some N.")
          .evaluatedBy(
              (row, arithmetic) -> {
                int more = row.selected() + 1;
                return Evaluation.atMost(
                    share(row, arithmetic, more, single(row, row.row().top(more))),
                    share(row, arithmetic, row.selected(), single(row, row.top())));
              });

  private EightyPercent() {}

  /** Whether each has one number that is not zero, all of the same size and in other places. */
  private static boolean areAlongAxes(EmbeddedRow row) {
    double[][] embeddings =
        Arrays.stream(row.embeddings(Arithmetic.BINARY64))
            .map(Vec::values)
            .toArray(double[][]::new);
    double norm = Arrays.stream(embeddings[0]).map(Math::abs).max().orElseThrow();
    boolean[] taken = new boolean[embeddings[0].length];
    for (double[] x : embeddings) {
      int[] places = IntStream.range(0, x.length).filter(k -> x[k] != 0).toArray();
      if (places.length != 1 || taken[places[0]] || Math.abs(x[places[0]]) != norm) {
        return false;
      }
      taken[places[0]] = true;
    }
    return true;
  }

  private static Evaluation evaluate(EmbeddedRow row, Arithmetic arithmetic) {
    return Evaluation.atMost(
        share(row, arithmetic, row.selected(), single(row, row.top())), limit(arithmetic));
  }

  private static Real limit(Arithmetic arithmetic) {
    return arithmetic.ratio(17, 20);
  }

  /** {@code N_s/N} of the top N, those that may be inside being given. */
  private static Real share(EmbeddedRow row, Arithmetic arithmetic, int selected, int... tokens) {
    Selection selection =
        new Selection(
            row.row().weights(arithmetic), row.embeddings(arithmetic), row.row().top(selected));
    return selection.inside(tokens).dividedBy(arithmetic.of(selected));
  }

  /** The selected tokens unlike any other token; one that is alike is no nearer. */
  private static int[] single(EmbeddedRow row, int... top) {
    int[] others = TopN.others(row.tokens(), top);
    return Arrays.stream(top)
        .filter(i -> Arrays.stream(others).noneMatch(j -> row.areAlike(i, j)))
        .toArray();
  }
}
