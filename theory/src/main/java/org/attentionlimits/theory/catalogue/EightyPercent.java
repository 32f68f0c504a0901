package org.attentionlimits.theory.catalogue;

import java.util.Arrays;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;

/** How many of the top-N tokens are nearer to the context vector than every other token. */
final class EightyPercent {

  /** Fewest selected tokens of which a share is asked. */
  private static final int FEWEST = 16;

  /** {@code N_s/N ≤ 0.85}. */
  static final Claim<EmbeddedRow> CLAIM =
      Claim.about(EmbeddedRow.class)
          .named("prose-eighty-percent")
          .from(
              Provenance.PROSE,
              "\"no more than ≈ 80 %\", said of measured heads, read for all rows")
          .asVariantOf(
              "prose-eighty-percent-ideal",
              "The paper says it of measured heads and of its ideal spherical embeddings, not of"
                  + " every configuration.")
          .saying(
              "\\frac{N_s}{N} \\le 0.85,"
                  + " \\quad N_s = \\#\\{i\\in I_N : \\|s-y_i\\|_2 < r\\},"
                  + " \\; r=\\min_{j\\notin I_N}\\|s-y_j\\|_2",
              "of the top-N tokens at most 85 % are nearer to their context vector than every other"
                  + " token is")
          .specially(
              "Distances that are equal do not count as nearer. Where the digits carried cannot "
                  + "order two distances, the count is an interval. Embeddings that set the "
                  + "selected tokens apart from the others break it; the sentence describes heads "
                  + "that were measured, and says nothing of such rows.")
          .where(
              "at least 16 selected tokens, and one that is not selected",
              row -> row.selected() >= FEWEST && row.selected() < row.tokens())
          .evaluatedBy(EightyPercent::evaluate);

  private EightyPercent() {}

  private static Evaluation evaluate(EmbeddedRow row, Arithmetic arithmetic) {
    return Evaluation.atMost(
        Selection.top(row, arithmetic).inside(single(row)).dividedBy(row.selected()),
        arithmetic.of(17).dividedBy(20));
  }

  /** The selected tokens unlike any other token; one that is alike is no nearer. */
  private static int[] single(EmbeddedRow row) {
    int[] top = row.top();
    int[] others = TopN.others(row.tokens(), top);
    return Arrays.stream(top)
        .filter(i -> Arrays.stream(others).noneMatch(j -> row.areAlike(i, j)))
        .toArray();
  }
}
