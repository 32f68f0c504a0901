package org.attentionlimits.theory.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.neighbour.Neighbours;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Statement;

/** The claims about the paper, in its order, and those beside it. */
public final class Catalogue {

  /** The source of a claim that is derived here. */
  public static final String OURS = "ours";

  private static final String OF_A_USER = "a user";

  private static final Pattern ARXIV_ID = Pattern.compile("arXiv:([0-9]{4}\\.[0-9]{4,5})");

  private static final List<Claim<?>> OF_THE_PAPER =
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
          GrowthLimits.JENSEN_GAP,
          GrowthLimits.COROLLARY_2_I,
          GrowthLimits.LINEAR_GROWTH,
          Theorem1.ALL,
          GrowthLimits.DISTANCE_COLLAPSE,
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
          Corollary3.MINIMUM,
          Corollary3.TEMPERATURE,
          Corollary3.SQRT_2,
          Corollary3.ENTRY,
          Corollary3.SHARP,
          Corollary3.EXACT,
          FiniteDifference.CLAIM,
          FiniteDifference.SMALLER_STEP,
          ExampleNearTie.UPPER,
          ExampleNearTie.ORDER,
          LowTemperature.LARGEST,
          LowTemperature.SINGLE_ROW,
          VanishingMinimum.CLAIM,
          VanishingMinimum.LOG_SLOPE,
          HeadCoverage.FORMULA,
          HeadCoverage.THREE_HEADS,
          HeadCoverage.DEPENDENT,
          GrowthLimits.LENGTH_AWARE,
          LengthAwareGap.CLAIM,
          Sparse.SPARSEMAX,
          Sparse.ENTMAX,
          Sparse.NORM,
          SparseEntropy.CLAIM,
          Controlled.BOTH,
          Controlled.BELOW,
          Controlled.ABOVE,
          Controlled.ABOVE_NORMALIZED,
          Controlled.BY_SIZE);

  private static final List<Claim<?>> CLAIMS =
      Stream.of(OF_THE_PAPER, Neighbours.claims())
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableList());

  private static final Map<String, Claim<?>> BY_ID =
      CLAIMS.stream().collect(Collectors.toUnmodifiableMap(Claim::id, Function.identity()));

  /** The standings of claims that can stand for a refuted one, the best first. */
  private static final List<Standing> REPLACING =
      List.of(Standing.CORRECTED, Standing.SHARPER, Standing.VARIANT);

  private Catalogue() {}

  /** All claims. */
  public static List<Claim<?>> claims() {
    return CLAIMS;
  }

  /**
   * Where a claim is from: the arXiv id of the paper that states it, {@value #OURS} for a form that
   * is derived here, {@value #OF_A_USER} for a claim of a user.
   */
  public static String sourceOf(Claim<?> claim) {
    Statement statement = claim.statement();
    return switch (statement.provenance()) {
      case PRINTED, RECONSTRUCTED, PROSE -> idIn(Paper.theOne().source());
      case LITERATURE -> idIn(statement.place());
      case OURS -> OURS;
      case USER -> OF_A_USER;
    };
  }

  private static String idIn(String text) {
    Matcher id = ARXIV_ID.matcher(text);
    if (!id.find()) {
      throw new IllegalStateException("no arXiv id: " + text);
    }
    return id.group(1);
  }

  /** How the claims about limits are judged, in words. */
  public static String limitRule() {
    return Limit.RULE;
  }

  /** The claim of that name. */
  public static Optional<Claim<?>> named(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /**
   * The claims that can stand for a refuted one, the best first: corrected forms, sharper forms,
   * other readings, each that stands under the refuted claim and speaks about all counterexamples.
   *
   * @param claim id of the refuted claim
   * @param counterexamples to it that are shown
   */
  public static List<Claim<?>> replacementsOf(
      String claim, List<? extends Instance<?>> counterexamples) {
    return replacementsOf(claim, counterexamples, CLAIMS);
  }

  static List<Claim<?>> replacementsOf(
      String claim, List<? extends Instance<?>> counterexamples, List<Claim<?>> among) {
    List<Claim<?>> speaking =
        among.stream()
            .filter(other -> other.statement().of().contains(claim))
            .filter(other -> counterexamples.stream().allMatch(i -> speaksAbout(other, i)))
            .toList();
    return REPLACING.stream()
        .flatMap(standing -> speaking.stream().filter(c -> c.statement().standing() == standing))
        .toList();
  }

  /** Whether a claim speaks about an instance, or about every row of a family. */
  private static boolean speaksAbout(Claim<?> claim, Instance<?> instance) {
    return claim.admitted(instance).isPresent()
        || (instance instanceof GrowingRow family
            && Arrays.stream(GrowingRow.lengths())
                .mapToObj(family::row)
                .allMatch(
                    row ->
                        claim.admitted(row).isPresent() || claim.admitted(row.row()).isPresent()));
  }
}
