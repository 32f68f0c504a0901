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
          Corollary1.MAX,
          Corollary1.SHARP,
          Theorem1.FIXED,
          Corollary3.TEMPERATURE,
          Corollary3.SHARP,
          Corollary3.EXACT);

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
