package org.attentionlimits.empirical.training;

import java.io.IOException;
import java.nio.file.Path;
import org.attentionlimits.empirical.model.Gpt2Config;

/** Trains a byte-level model and stores it with its card. */
public final class ModelTraining {

  /** Shape of the embedded model {@code mini}. */
  public static final Gpt2Config MINI = new Gpt2Config(256, 1024, 128, 4, 4, 1e-5);

  /** Told of progress. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called after a step.
     *
     * @param step its number, from 1
     * @param steps all steps
     * @param loss mean loss of the step's batch, nats per byte
     */
    void afterStep(int step, int steps, double loss);
  }

  private ModelTraining() {}

  /**
   * Trains a model and writes it to a directory.
   *
   * @param data at least forty windows of the model's positions long
   * @param directory new or empty; refused before training otherwise
   * @return the card, with the validation loss
   * @throws IOException if the directory cannot be written
   * @throws IllegalArgumentException if the text is too short, or the model not byte-level
   * @throws IllegalStateException if the loss diverges
   */
  public static ModelCard run(
      TrainingData data,
      Gpt2Config config,
      TrainingOptions options,
      Path directory,
      Listener listener)
      throws IOException {
    ModelDirectory target = new ModelDirectory(directory);
    try (Gpt2Trainer trainer = new Gpt2Trainer(config, data.text().bytes(), options)) {
      trainer.train((step, loss) -> listener.afterStep(step, options.steps(), loss));
      ModelCard card = new ModelCard(target.name(), data, config, options, trainer.validate());
      target.write(card, trainer.weights());
      return card;
    }
  }
}
