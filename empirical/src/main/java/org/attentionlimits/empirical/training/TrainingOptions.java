package org.attentionlimits.empirical.training;

import java.util.List;

/**
 * How a byte-level model is trained: in stages of growing length. Heads form on short windows at
 * the first positions within minutes; on windows spread over all positions they would take hours.
 *
 * @param seed of the initial weights and of the windows drawn
 * @param stages one after the other
 * @param tokensPerStep tokens a step is trained on; a multiple of every stage's length
 * @param learningRate at its peak, reached linearly, then falling as a half cosine
 * @param warmUpSteps steps of the linear rise
 * @param gradientNorm largest Euclidean norm of the gradient; longer ones are scaled down
 * @param weightDecay of the AdamW optimiser
 */
public record TrainingOptions(
    long seed,
    List<Stage> stages,
    int tokensPerStep,
    float learningRate,
    int warmUpSteps,
    float gradientNorm,
    float weightDecay) {

  /**
   * Steps on windows of one length.
   *
   * @param steps how many
   * @param length tokens of a window
   * @param shifted whether a window is put at a random offset of the positions, or at the first
   */
  public record Stage(int steps, int length, boolean shifted) {
    /** Rejects an empty stage. */
    public Stage {
      if (steps < 1 || length < 1) {
        throw new IllegalArgumentException(
            "steps and length of a stage must be positive: " + steps + ", " + length);
      }
    }
  }

  /** Rejects an empty schedule and rates that are not positive. */
  public TrainingOptions {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("stages must not be empty");
    }
    for (Stage stage : stages) {
      if (tokensPerStep % stage.length() != 0) {
        throw new IllegalArgumentException(
            "tokensPerStep must be a multiple of the length "
                + stage.length()
                + ": "
                + tokensPerStep);
      }
    }
    if (warmUpSteps < 1 || !(learningRate > 0) || !(gradientNorm > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "warmUpSteps, learningRate and gradientNorm must be positive, weightDecay not negative: "
              + List.of(warmUpSteps, learningRate, gradientNorm, weightDecay));
    }
  }

  /** The schedule of the embedded model {@code mini}. */
  public static TrainingOptions mini() {
    return new TrainingOptions(
        20250817,
        List.of(
            new Stage(1500, 64, false),
            new Stage(2500, 256, false),
            new Stage(2000, 256, true),
            new Stage(1800, 1024, false)),
        2048,
        2.5e-3f,
        100,
        1f,
        0.05f);
  }

  /** All steps. */
  public int steps() {
    return stages.stream().mapToInt(Stage::steps).sum();
  }
}
