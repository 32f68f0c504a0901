package org.attentionlimits.theory.catalogue.neighbour;

import java.util.List;
import org.attentionlimits.theory.claim.Claim;

/** The claims beside the paper's: those about one row, then those about a row with values. */
public final class Neighbours {

  private static final List<Claim<?>> CLAIMS =
      List.of(
          Dispersion.TOP_N,
          EntropyBounds.BY_RANGE,
          EntropyBounds.BY_NORM,
          Sensitivity.BY_GAP,
          Sensitivity.TWO_SIDED,
          FiniteStep.TANH,
          FiniteStep.HALF_LIPSCHITZ,
          Dispersion.EXPECTED_LOGIT,
          EntropyBounds.SPARSEMAX,
          Truncation.TOTAL_VARIATION,
          Outputs.BY_LOGITS,
          Outputs.REPLACE_ONE_TOKEN,
          Outputs.RETRIEVAL,
          Distances.BELOW,
          Distances.BOUNDED,
          Truncation.DELETION,
          Truncation.RENORMALISATION,
          Distances.INVERSIONS);

  private Neighbours() {}

  /** All of them. */
  public static List<Claim<?>> claims() {
    return CLAIMS;
  }
}
