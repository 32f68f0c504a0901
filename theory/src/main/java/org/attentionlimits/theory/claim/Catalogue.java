package org.attentionlimits.theory.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
          Theorem1.ALL,
          Lemma2.RECONSTRUCTED,
          Lemma2.SHARP,
          Corollary3.TEMPERATURE,
          Corollary3.SQRT_2,
          Corollary3.ENTRY,
          Corollary3.SHARP,
          Corollary3.EXACT,
          FiniteDifference.CLAIM);

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
