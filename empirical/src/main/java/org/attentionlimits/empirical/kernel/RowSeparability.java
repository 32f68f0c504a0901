package org.attentionlimits.empirical.kernel;

/**
 * How many of the top N tokens are nearer to the context vector than every other token, of a row as
 * N grows, and the bounds of that share. Embeddings of norm at most M with pairwise distances of at
 * least δ among the row's tokens, {@code r = min_{j∉I} ‖s − y_j‖}, {@code ξ_i² = M² Σ_j a_j² + (M²
 * − δ²/2) Σ_{j≠k} a_j a_k} over the weights of the other selected tokens.
 *
 * <p>A distance that r equals within 2e-9 counts as it comes out of double precision, and as
 * undecided beside.
 */
public final class RowSeparability implements TopNSweep.Quantities {

  /** Place of {@code N_s/N}. */
  public static final int SHARE = 0;

  /** Place of {@code 1 − Σ_i ξ_i/(rN)}, at least zero. */
  public static final int LOWER = 1;

  /** Place of {@code (1/N) Σ_i exp(−(ξ_i − r)²/(2M²))}. */
  public static final int UPPER = 2;

  /** Place of the number of selected tokens whose distance equals r within rounding. */
  public static final int UNDECIDED = 3;

  /** The number of quantities. */
  public static final int COUNT = 4;

  private static final double ROUNDING = 4e-9;

  private final ContextSweep contexts;
  private final LeastDistances separations;
  private final EmbeddingProducts embeddings;
  private final double[] values = new double[COUNT];
  private final double[] sums;
  private final double[] squares;
  private WeightedRow row;

  public RowSeparability(EmbeddingProducts embeddings) {
    this.embeddings = embeddings;
    this.contexts = new ContextSweep(embeddings);
    this.separations = new LeastDistances(embeddings);
    this.sums = new double[embeddings.length() + 1];
    this.squares = new double[embeddings.length() + 1];
  }

  @Override
  public void start(WeightedRow next) {
    row = next;
    contexts.start(next);
  }

  @Override
  public double[] at(int selected) {
    contexts.select(selected);
    double[] distances = contexts.squaredDistances();
    double ball = Double.POSITIVE_INFINITY;
    for (int k = selected; k < row.tokens(); k++) {
      ball = Math.min(ball, distances[row.order()[k]]);
    }
    int inside = 0;
    int undecided = 0;
    for (int k = 0; k < selected; k++) {
      double distance = distances[row.order()[k]];
      inside += distance < ball ? 1 : 0;
      undecided += Math.abs(distance - ball) <= ROUNDING * ball ? 1 : 0;
    }
    values[SHARE] = (double) inside / selected;
    values[UNDECIDED] = undecided;
    bound(selected, Math.sqrt(ball));
    return values;
  }

  private void bound(int selected, double ball) {
    double radius = embeddings.largestNorm(row.tokens());
    double separation = separations.of(row.tokens());
    double half = separation * separation / 2;
    addUpFromTheEnd(selected);
    double before = 0;
    double squaresBefore = 0;
    double markov = 0;
    double hoeffding = 0;
    for (int k = 0; k < selected; k++) {
      double sum = before + sums[k + 1];
      double square = squaresBefore + squares[k + 1];
      double xi = Math.sqrt((radius * radius - half) * sum * sum + half * square);
      markov += xi;
      hoeffding += Math.exp(-(xi - ball) * (xi - ball) / (2 * radius * radius));
      double weight = row.weights()[row.order()[k]];
      before += weight;
      squaresBefore += weight * weight;
    }
    values[LOWER] = markov == 0 ? 1 : Math.max(0, 1 - markov / (ball * selected));
    values[UPPER] = hoeffding / selected;
  }

  /** Sums over the selected tokens from the k-th on, so that leaving one out cancels nothing. */
  private void addUpFromTheEnd(int selected) {
    sums[selected] = 0;
    squares[selected] = 0;
    for (int k = selected - 1; k >= 0; k--) {
      double weight = row.weights()[row.order()[k]];
      sums[k] = sums[k + 1] + weight;
      squares[k] = squares[k + 1] + weight * weight;
    }
  }
}
