package org.attentionlimits.empirical.kernel;

/** Cumulative distance, main sum of its expectation, and bound, of a row as N grows. */
public final class RowDistances implements TopNSweep.Quantities {

  /** Place of {@code d̃}. */
  public static final int DISTANCE = 0;

  /** Place of the main sum of {@code E d̃}. */
  public static final int MAIN_SUM = 1;

  /** Place of the bound of {@code theorem-1-fixed}; only with it. */
  public static final int BOUND = 2;

  private final ContextSweep contexts;
  private final MainSums mainSums;
  private final DistanceBounds bounds;
  private final double[] values;

  public RowDistances(EmbeddingProducts embeddings, boolean withBound) {
    this.contexts = new ContextSweep(embeddings);
    this.mainSums = new MainSums(embeddings);
    this.bounds = withBound ? new DistanceBounds(embeddings) : null;
    this.values = new double[withBound ? 3 : 2];
  }

  /** The number of quantities. */
  public int count() {
    return values.length;
  }

  @Override
  public void start(WeightedRow row) {
    contexts.start(row);
    mainSums.start(row);
    if (bounds != null) {
      bounds.start(row);
    }
  }

  @Override
  public double[] at(int selected) {
    contexts.select(selected);
    values[DISTANCE] = contexts.cumulativeDistance();
    values[MAIN_SUM] = mainSums.of(selected);
    if (bounds != null) {
      bounds.select(selected);
      values[BOUND] = bounds.bound();
    }
    return values;
  }
}
