package org.attentionlimits.empirical.experiment.suite;

import static org.attentionlimits.empirical.experiment.Columns.format;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.EmpiricalFinding;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.experiment.PaperExperiment;
import org.attentionlimits.empirical.kernel.EmbeddingProducts;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.NullShares;
import org.attentionlimits.empirical.kernel.RowGeometry;
import org.attentionlimits.empirical.kernel.RowSeparability;
import org.attentionlimits.empirical.kernel.ShareCounts;
import org.attentionlimits.empirical.kernel.TopNSweep;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.tensor.Embeddings;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * Algorithm 4, Figure 3: the share {@code N_s/N} of the top N tokens that are nearer to the context
 * vector than every other token, by N, on embeddings of unit norm, with both bounds and the null
 * model. As the algorithm's second line says, the embeddings are those of the tokens, without
 * positions; beside them stand the shares on the head's own embeddings, which are judged where a
 * source does not give its token embeddings. Geometric precision, recall and F of arXiv:2609.37879
 * are those of the head's own embeddings as they are.
 *
 * <p>r depends on the row while Theorem 2 fixes it, so that its bounds do not apply as proven.
 *
 * <p>The share of a head is its mean over queries; box plots are over heads, and over all rows
 * beside.
 */
public final class Separability extends TopNExperiment<HeadSeparability> {

  /** The length of the sequence. */
  public static final int LENGTH = 1024;

  /** The N of the box plots. */
  public static final List<Integer> SELECTED = List.of(1, 2, 4, 8, 16, 32, 64, 128);

  private static final int KNEE = 16;
  private static final double TIED = 0.01;
  private static final double LEAST = 0.70;
  private static final double MOST = 0.85;

  private final NullShares nullShares;
  private Embeddings lastTokens;
  private EmbeddingProducts lastProducts;

  /**
   * The experiment.
   *
   * @param length L, at least 2
   * @param selected N, ascending, each at least 1
   * @param visibility which tokens count
   */
  public Separability(int length, List<Integer> selected, Visibility visibility) {
    super(List.of(length), selected, visibility);
    this.nullShares = new NullShares(grid(), visibility);
  }

  @Override
  public PaperExperiment paper() {
    return new PaperExperiment(
        "separability",
        "Separability of the selected tokens",
        "Algorithm 4, Figure 3",
        "N_s/N falls until N ≈ 16 and then saturates between 0.70 and 0.85; no more than about 80 %"
            + " of the selected tokens can be told apart",
        OptionalDouble.of(7));
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = super.parameters();
    parameters.put("r", "least distance of a token that is not selected");
    parameters.put(
        "inside",
        "strictly nearer than r; in the closed ball of Theorem 2 lies the token at r too, and no"
            + " selected token would count");
    parameters.put(
        "bounds",
        "those of Theorem 2 at the row's own r; it fixes r, so they do not apply as proven");
    parameters.put(
        "null model",
        "independent uniform directions, one draw for each of at most "
            + NullShares.QUERIES
            + " queries of a head");
    parameters.put("M, δ", "largest norm and least distance of the visible tokens' embeddings");
    return parameters;
  }

  @Override
  public HeadSeparability measure(HeadAttention head) {
    double[][] own = head.visibleEmbeddings(grid().longest() - 1);
    Optional<EmbeddingProducts> tokens = head.tokens().map(this::products);
    EmbeddingProducts judged = tokens.orElseGet(() -> EmbeddingProducts.normalised(own));
    ShareCounts counts = new ShareCounts(new RowSeparability(judged), grid().selections(0));
    HeadShares shares = shares(head, judged.dimension(), counts);
    HeadShares beside =
        tokens.isPresent() && !head.isOnTokens()
            ? shares(head, own[0].length, new RowSeparability(EmbeddingProducts.normalised(own)))
            : HeadShares.none(grid());
    RowGeometry geometry = new RowGeometry(new EmbeddingProducts(own));
    HeadMeans geometric = sweep().run(head, geometry, RowGeometry.COUNT);
    return new HeadSeparability(shares, beside, geometric, counts.counts());
  }

  private HeadShares shares(HeadAttention head, int dimension, TopNSweep.Quantities quantities) {
    HeadMeans means = sweep().run(head, quantities, RowSeparability.COUNT);
    return new HeadShares(means, nullShares.of(head, dimension));
  }

  @Override
  public double[] numbers(HeadSeparability measurement) {
    return measurement.numbers();
  }

  @Override
  public HeadSeparability read(DoubleBuffer numbers) {
    return HeadSeparability.read(grid(), numbers);
  }

  /** Inner products of token embeddings of unit norm, which all heads share. */
  private synchronized EmbeddingProducts products(Embeddings tokens) {
    if (tokens != lastTokens) {
      lastTokens = tokens;
      lastProducts = EmbeddingProducts.normalised(Arrays.copyOf(tokens.rows(), grid().longest()));
    }
    return lastProducts;
  }

  @Override
  public Optional<String> embeddings(AttentionSource source) {
    return super.embeddings(source)
        .map(
            own ->
                own.equals(EmbeddingSpace.TOKENS.description())
                    ? own
                    : source.hasTokens()
                        ? EmbeddingSpace.TOKENS.description() + ", and beside them " + own
                        : own + ", the source giving no token embeddings");
  }

  @Override
  public ExperimentResult conclude(List<Measured<HeadSeparability>> heads) {
    SeparabilityValues values = new SeparabilityValues(grid(), heads);
    DataTable shares = values.shares();
    return new ExperimentResult(
        paper(),
        parameters(),
        List.of(saturation(shares), eightyPercent(shares), falling(shares)),
        values.tables());
  }

  private static EmpiricalFinding saturation(DataTable shares) {
    return beyondTheKnee(
        shares,
        "separability-saturation",
        "the share of separable tokens saturates between 0.70 and 0.85",
        format("median of N_s/N over heads in [%.2f, %.2f] for every N ≥ 16", LEAST, MOST),
        "0.70 to 0.85, Figure 3",
        share -> Math.abs(share - (LEAST + MOST) / 2),
        share -> share >= LEAST && share <= MOST);
  }

  private static EmpiricalFinding eightyPercent(DataTable shares) {
    return beyondTheKnee(
        shares,
        "separability-eighty-percent",
        "no more than about 80 % of the selected tokens can be told from the others",
        format("median of N_s/N over heads at most %.2f for every N ≥ 16", MOST),
        "at most about 0.80, Figure 3",
        share -> share,
        share -> share <= MOST);
  }

  /**
   * A finding about the medians from the knee on.
   *
   * @param distance of a share from what the paper says: the farthest decides
   */
  private static EmpiricalFinding beyondTheKnee(
      DataTable shares,
      String id,
      String claim,
      String rule,
      String paper,
      DoubleUnaryOperator distance,
      DoublePredicate allowed) {
    OptionalInt tied = mostlyTied(shares);
    if (tied.isPresent()) {
      String reason = "distances equal the radius within rounding at N = " + tied.getAsInt();
      return EmpiricalFinding.notRun(id, claim, rule, paper, reason);
    }
    int[] places =
        IntStream.range(0, shares.size())
            .filter(k -> shares.get(k, "selected") >= KNEE)
            .filter(k -> !Double.isNaN(shares.get(k, "median")))
            .toArray();
    if (places.length == 0) {
      return EmpiricalFinding.notRun(id, claim, rule, paper, "needs N ≥ 16 below the length");
    }
    double worst =
        IntStream.of(places)
            .mapToObj(k -> shares.get(k, "median"))
            .max(Comparator.comparingDouble(distance::applyAsDouble))
            .orElseThrow();
    String measured =
        IntStream.of(places)
            .mapToObj(k -> statistic(shares, "median", k))
            .collect(Collectors.joining(", "));
    return EmpiricalFinding.of(id, claim, rule, paper, measured, worst, allowed.test(worst));
  }

  /** The least N of which more than a percent of the distances cannot be told from the radius. */
  private static OptionalInt mostlyTied(DataTable shares) {
    return IntStream.range(0, shares.size())
        .filter(k -> shares.get(k, "undecided") > TIED * shares.get(k, "selected"))
        .map(k -> (int) shares.get(k, "selected"))
        .findFirst();
  }

  private static EmpiricalFinding falling(DataTable shares) {
    String id = "separability-falling";
    String claim = "the share of separable tokens falls until N ≈ 16";
    String rule =
        "mean of N_s/N over heads rises from no N to the next, up to 16, and is lower there than at"
            + " the first";
    String paper = "falling until 16, Figure 3";
    int[] places =
        IntStream.range(0, shares.size())
            .filter(k -> shares.get(k, "selected") <= KNEE)
            .filter(k -> !Double.isNaN(shares.get(k, "mean")))
            .toArray();
    if (places.length < 2 || shares.get(places[places.length - 1], "selected") < KNEE) {
      return EmpiricalFinding.notRun(
          id, claim, rule, paper, "needs N up to " + KNEE + " below the length");
    }
    double[] means = IntStream.of(places).mapToDouble(k -> shares.get(k, "mean")).toArray();
    boolean rises = IntStream.range(1, means.length).anyMatch(k -> means[k] > means[k - 1]);
    boolean falls = !rises && means[means.length - 1] < means[0];
    int last = places[places.length - 1];
    String measured =
        statistic(shares, "mean", places[0]) + " to " + statistic(shares, "mean", last);
    return EmpiricalFinding.of(id, claim, rule, paper, measured, shares.get(last, "mean"), falls);
  }

  private static String statistic(DataTable shares, String name, int k) {
    return format(
        "%.3f [%.3f, %.3f] at N = %.0f",
        shares.get(k, name),
        shares.get(k, name + "_lower"),
        shares.get(k, name + "_upper"),
        shares.get(k, "selected"));
  }
}
