package org.attentionlimits.empirical.experiment;

import static org.attentionlimits.empirical.experiment.Columns.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * Algorithm 4, Figure 3: the share {@code N_s/N} of the top N tokens that are nearer to the context
 * vector than every other token, by N, on embeddings of unit norm, with both bounds; beside it the
 * geometric precision, recall and F of arXiv:2609.37879 on the embeddings as they are.
 *
 * <p>The share of a head is its mean over queries; box plots are over heads, and over all rows
 * beside.
 */
public final class Separability extends TopNExperiment {

  /** The length of the sequence. */
  public static final int LENGTH = 1024;

  /** The N of the box plots. */
  public static final List<Integer> SELECTED = List.of(1, 2, 4, 8, 16, 32, 64, 128);

  private static final int KNEE = 16;
  private static final double TIED = 0.01;
  private static final double LEAST = 0.70;
  private static final double MOST = 0.85;

  /**
   * The experiment.
   *
   * @param length L, at least 2
   * @param selected N, ascending, each at least 1
   * @param visibility which tokens count
   */
  public Separability(int length, List<Integer> selected, Visibility visibility) {
    super(List.of(length), selected, visibility);
  }

  @Override
  public PaperExperiment paper() {
    return new PaperExperiment(
        "separability",
        "Separability of the selected tokens",
        "Algorithm 4, Figure 3",
        "N_s/N falls until N ≈ 16 and then stays between 0.70 and 0.85",
        OptionalDouble.of(7));
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = super.parameters();
    parameters.put("r", "least distance of a token that is not selected");
    parameters.put("M, δ", "largest norm and least distance of the visible tokens' embeddings");
    return parameters;
  }

  @Override
  public double[] measure(HeadAttention head) {
    double[][] vectors = head.visibleEmbeddings(grid().longest() - 1);
    TopNSweep sweep = sweep();
    RowSeparability rows = new RowSeparability(EmbeddingProducts.normalised(vectors));
    ShareCounts counts = new ShareCounts(rows, grid().selections(0));
    double[] shares = sweep.run(head, counts, RowSeparability.COUNT).values();
    RowGeometry geometry = new RowGeometry(new EmbeddingProducts(vectors));
    double[] geometric = sweep.run(head, geometry, RowGeometry.COUNT).values();
    return SeparabilityValues.join(shares, geometric, counts.values());
  }

  @Override
  public ExperimentResult conclude(List<HeadValues> heads) {
    SeparabilityValues values = new SeparabilityValues(grid(), heads);
    DataTable shares = values.shares();
    return new ExperimentResult(
        paper(),
        parameters(),
        List.of(eightyPercent(shares), falling(shares)),
        List.of(shares, values.rows(), values.geometry(), values.heads()));
  }

  private Finding eightyPercent(DataTable shares) {
    String id = "separability-eighty-percent";
    String claim = "about 80 % of the selected tokens can be told from the others";
    String rule =
        format("median of N_s/N over heads in [%.2f, %.2f] for every N ≥ 16", LEAST, MOST);
    String paper = "0.70 to 0.85, Figure 3";
    OptionalInt tied = mostlyTied(shares);
    if (tied.isPresent()) {
      String reason = "distances equal the radius within rounding at N = " + tied.getAsInt();
      return Finding.notRun(id, claim, rule, paper, reason);
    }
    List<String> measured = new ArrayList<>();
    double worst = Double.NaN;
    boolean satisfied = true;
    for (int k = 0; k < shares.size(); k++) {
      double median = shares.get(k, "median");
      if (shares.get(k, "selected") >= KNEE && !Double.isNaN(median)) {
        measured.add(
            format(
                "%.3f [%.3f, %.3f] at N = %.0f",
                median,
                shares.get(k, "median_lower"),
                shares.get(k, "median_upper"),
                shares.get(k, "selected")));
        satisfied &= median >= LEAST && median <= MOST;
        worst = isFarther(median, worst) ? median : worst;
      }
    }
    return measured.isEmpty()
        ? Finding.notRun(id, claim, rule, paper, "needs N ≥ 16 below the length")
        : Finding.of(id, claim, rule, paper, String.join(", ", measured), worst, satisfied);
  }

  /** The least N of which more than a percent of the distances cannot be told from the radius. */
  private static OptionalInt mostlyTied(DataTable shares) {
    return IntStream.range(0, shares.size())
        .filter(k -> shares.get(k, "undecided") > TIED * shares.get(k, "selected"))
        .map(k -> (int) shares.get(k, "selected"))
        .findFirst();
  }

  /** Whether a share is farther from the middle of the paper's range than another. */
  private static boolean isFarther(double share, double other) {
    double middle = (LEAST + MOST) / 2;
    return !(Math.abs(share - middle) <= Math.abs(other - middle));
  }

  private Finding falling(DataTable shares) {
    String id = "separability-falling";
    String claim = "the share of separable tokens falls until N ≈ 16";
    String rule = "mean of N_s/N over heads falls from each N to the next, up to 16";
    String paper = "falling until 16, Figure 3";
    int[] places =
        IntStream.range(0, shares.size())
            .filter(k -> shares.get(k, "selected") <= KNEE)
            .filter(k -> !Double.isNaN(shares.get(k, "mean")))
            .toArray();
    if (places.length < 2 || shares.get(places[places.length - 1], "selected") < KNEE) {
      return Finding.notRun(id, claim, rule, paper, "needs N up to " + KNEE + " below the length");
    }
    double[] means = IntStream.of(places).mapToDouble(k -> shares.get(k, "mean")).toArray();
    boolean falls = IntStream.range(1, means.length).allMatch(k -> means[k] < means[k - 1]);
    int last = places[places.length - 1];
    String measured = mean(shares, places[0]) + " to " + mean(shares, last);
    return Finding.of(id, claim, rule, paper, measured, shares.get(last, "mean"), falls);
  }

  private static String mean(DataTable shares, int k) {
    return format(
        "%.3f [%.3f, %.3f] at N = %.0f",
        shares.get(k, "mean"),
        shares.get(k, "mean_lower"),
        shares.get(k, "mean_upper"),
        shares.get(k, "selected"));
  }
}
