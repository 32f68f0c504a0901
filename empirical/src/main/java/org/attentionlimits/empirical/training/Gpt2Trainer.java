package org.attentionlimits.empirical.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.model.Gpt2Layout;
import org.attentionlimits.empirical.model.Gpt2Network;

/**
 * Trains a byte-level GPT-2 by AdamW on random windows of a text, the last twentieth of which is
 * kept for validation. All random choices come from the seed in {@link TrainingOptions}.
 *
 * <p>Parameters live in a long-lived manager and are lent to each step's own, so that what the step
 * computes is freed with it.
 */
public final class Gpt2Trainer implements AutoCloseable {

  /** Share of the text, at its end, that is not trained on. */
  public static final double VALIDATION_SHARE = 0.05;

  private static final int VALIDATION_BATCH = 4;
  private static final double NORM_GUARD = 1e-6;

  /** Shown each step's number, from 1, and its mean loss in nats per byte. */
  @FunctionalInterface
  public interface StepListener {
    /** Called after a step; may validate or save. */
    void afterStep(int step, double loss);
  }

  private final Gpt2Config config;
  private final TrainingOptions options;
  private final ByteWindows training;
  private final ByteWindows validation;
  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final SplittableRandom random;
  private final Optimizer optimizer;

  /**
   * A trainer of fresh random weights.
   *
   * @param config with a vocabulary of 256
   * @param text its bytes; at least forty windows of the full length
   */
  public Gpt2Trainer(Gpt2Config config, byte[] text, TrainingOptions options) {
    if (config.vocabulary() != 256) {
      throw new IllegalArgumentException(
          "vocab_size of a byte-level model must be 256: " + config.vocabulary());
    }
    int least = 40 * config.positions();
    if (text.length < least) {
      throw new IllegalArgumentException(
          "text must have at least " + least + " bytes: " + text.length);
    }
    this.config = config;
    this.options = options;
    int split = trainingBytes(text.length);
    this.training = new ByteWindows(Arrays.copyOf(text, split));
    this.validation = new ByteWindows(Arrays.copyOfRange(text, split, text.length));
    this.random = new SplittableRandom(options.seed());
    initialise();
    this.optimizer =
        Optimizer.adamW()
            .optLearningRateTracker(schedule())
            .optBeta2(0.99f)
            .optWeightDecays(options.weightDecay())
            .build();
  }

  /** How many bytes of a text, from its beginning, are trained on. */
  static int trainingBytes(int length) {
    return length - (int) (length * VALIDATION_SHARE);
  }

  private Tracker schedule() {
    return Tracker.warmUp()
        .optWarmUpBeginValue(options.learningRate() / options.warmUpSteps())
        .optWarmUpSteps(options.warmUpSteps())
        .setMainTracker(
            Tracker.cosine()
                .setBaseValue(options.learningRate())
                .optFinalValue(options.learningRate() / 20)
                .setMaxUpdates(options.steps())
                .build())
        .build();
  }

  private void initialise() {
    InitialWeights initial = new InitialWeights(config, random.split());
    Gpt2Layout.shapes(config)
        .forEach(
            (name, shape) -> {
              Shape dimensions = new Shape(shape.stream().mapToLong(Long::longValue).toArray());
              NDArray parameter = manager.create(initial.values(name, dimensions), dimensions);
              parameter.setRequiresGradient(true);
              parameters.put(name, parameter);
            });
  }

  /**
   * Runs the whole schedule.
   *
   * @throws IllegalStateException as soon as a loss is not finite
   */
  public void train(StepListener listener) {
    int step = 0;
    for (TrainingOptions.Stage stage : options.stages()) {
      for (int i = 0; i < stage.steps(); i++) {
        double loss = step(stage);
        step++;
        if (!Double.isFinite(loss)) {
          throw new IllegalStateException("loss at step " + step + " is not finite: " + loss);
        }
        listener.afterStep(step, loss);
      }
    }
  }

  private double step(TrainingOptions.Stage stage) {
    try (NDManager scope = manager.newSubManager()) {
      scope.tempAttachAll(parameters.values().toArray(NDArray[]::new));
      int length = stage.length();
      int count = options.tokensPerStep() / length;
      int positions = stage.shifted() ? config.positions() : length;
      ByteWindows.Batch batch = training.random(scope, count, length, positions, random);
      Gpt2Network network = new Gpt2Network(config, length, scope);
      NDArray minusOne = scope.create(-1f);
      NDArray loss;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        loss = meanLoss(network, batch, minusOne);
        collector.backward(loss);
      }
      update();
      return loss.getFloat();
    }
  }

  private NDArray meanLoss(Gpt2Network network, ByteWindows.Batch batch, NDArray minusOne) {
    Function<String, NDArray> lookUp = parameters::get;
    NDArray x = network.embed(batch.ids(), batch.positions(), lookUp);
    for (int layer = 0; layer < config.layers(); layer++) {
      x = network.block(layer, x, lookUp, attention -> {});
    }
    NDArray logProbabilities = network.predict(x, lookUp).logSoftmax(-1);
    NDArray ofTargets = logProbabilities.gather(batch.targets().expandDims(-1), -1);
    return ofTargets.mean().mul(minusOne);
  }

  private void update() {
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    double squared = 0;
    for (Map.Entry<String, NDArray> entry : parameters.entrySet()) {
      NDArray gradient = entry.getValue().getGradient();
      gradients.put(entry.getKey(), gradient);
      double norm = gradient.norm().getFloat();
      squared += norm * norm;
    }
    double norm = Math.sqrt(squared);
    if (!Double.isFinite(norm)) {
      throw new IllegalStateException("norm of the gradient is not finite: " + norm);
    }
    float scale = (float) Math.min(1, options.gradientNorm() / (norm + NORM_GUARD));
    gradients.forEach(
        (name, gradient) -> {
          gradient.muli(scale);
          optimizer.update(name, parameters.get(name), gradient);
          gradient.subi(gradient);
        });
  }

  /** Mean loss in nats per byte over adjacent windows of the full length of the validation text. */
  public double validate() {
    int length = config.positions();
    int windows = validation.adjacent(length);
    double sum = 0;
    for (int first = 0; first < windows; first += VALIDATION_BATCH) {
      int count = Math.min(VALIDATION_BATCH, windows - first);
      try (NDManager scope = manager.newSubManager()) {
        scope.tempAttachAll(parameters.values().toArray(NDArray[]::new));
        ByteWindows.Batch batch = validation.adjacent(scope, first, count, length);
        Gpt2Network network = new Gpt2Network(config, length, scope);
        sum += count * (double) meanLoss(network, batch, scope.create(-1f)).getFloat();
      }
    }
    return sum / windows;
  }

  /** Copies of the parameters' values by name, row-major. */
  public Map<String, float[]> weights() {
    Map<String, float[]> copies = new LinkedHashMap<>();
    parameters.forEach((name, array) -> copies.put(name, array.toFloatArray()));
    return copies;
  }

  @Override
  public void close() {
    manager.close();
  }
}
