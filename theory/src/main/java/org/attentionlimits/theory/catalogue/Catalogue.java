package org.attentionlimits.theory.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attentionlimits.theory.claim.Claim;

/** The claims about the paper, in its order. */
public final class Catalogue {

  private static final List<Claim<?>> CLAIMS =
      List.of(
          Lemma1.PRINTED,
          Lemma1.SHARP,
          Corollary1.MAX,
          Corollary1.OWN,
          Corollary1.SHARP,
          Theorem1.FIXED,
          Theorem1.FIXED_SET,
          Theorem1.FIXED_ANY,
          Theorem1.RANDOM,
          Theorem1.RANDOM_UPPER,
          Families.JENSEN_GAP,
          Families.COROLLARY_2_I,
          Theorem1.ALL,
          Families.DISTANCE_COLLAPSE,
          Theorem2.LOWER,
          Theorem2.LOWER_SEPARATED,
          Theorem2.UPPER,
          Theorem2.UPPER_SEPARATED,
          Theorem2.UPPER_POSITIVE,
          Theorem2.UPPER_POSITIVE_SEPARATED,
          Theorem2Sharp.LOWER_CLAIM,
          Theorem2Sharp.UPPER_CLAIM,
          Theorem2Repaired.HOEFFDING_CLAIM,
          Theorem2Repaired.MC_DIARMID_CLAIM,
          EightyPercent.CLAIM,
          EightyPercent.IDEAL,
          EightyPercent.ORTHOGONAL,
          EightyPercent.DECLINING,
          Lemma2.RECONSTRUCTED,
          Lemma2.SHARP,
          Corollary3.TEMPERATURE,
          Corollary3.SQRT_2,
          Corollary3.ENTRY,
          Corollary3.SHARP,
          Corollary3.EXACT,
          FiniteDifference.CLAIM,
          ExampleNearTie.UPPER,
          ExampleNearTie.ORDER,
          HeadCoverage.FORMULA,
          HeadCoverage.THREE_HEADS,
          Families.LENGTH_AWARE,
          LengthAwareGap.CLAIM,
          Sparse.SPARSEMAX,
          Sparse.ENTMAX,
          Sparse.NORM,
          Controlled.CLAIM);

  private static final Map<String, Claim<?>> BY_ID =
      CLAIMS.stream().collect(Collectors.toUnmodifiableMap(Claim::id, Function.identity()));

  private Catalogue() {}

  /** All claims. */
  public static List<Claim<?>> claims() {
    return CLAIMS;
  }

  /** The claim of that name. */
  public static Optional<Claim<?>> named(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
