package org.attentionlimits.empirical.training;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.model.Gpt2Config;

/**
 * What a reader must know of a trained model: data, architecture, schedule and loss.
 *
 * @param name of the model
 * @param data what it was trained on
 * @param config its shape
 * @param options its schedule
 * @param validationLoss as {@link Gpt2Trainer#validate} measures it, nats per byte
 */
public record ModelCard(
    String name,
    TrainingData data,
    Gpt2Config config,
    TrainingOptions options,
    double validationLoss) {

  /** Entries for the metadata of the file of weights. */
  public Map<String, String> metadata() {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("format", "pt");
    metadata.put("data", data.title() + ", sha256 " + data.text().sha256());
    metadata.put("steps", Integer.toString(options.steps()));
    metadata.put("seed", Long.toString(options.seed()));
    metadata.put("validation_loss_nats_per_byte", loss());
    return metadata;
  }

  private String loss() {
    return String.format(Locale.ROOT, "%.4f", validationLoss);
  }

  /** The card as Markdown. */
  public String toMarkdown() {
    return String.join(
            "\n\n",
            "# " + name,
            "A small byte-level GPT-2: a token is a byte.",
            section("Data", dataText()),
            section("Architecture", architecture()),
            section("Training", schedule()),
            section("Validation", validation()),
            section("Licence", licence()),
            section(
                "Intended use",
                "Statistics of softmax attention: logits, weights and Jacobians of real heads. Not meant"
                    + " for generating text, which it does badly."))
        + "\n";
  }

  private static String section(String title, String body) {
    return "## " + title + "\n\n" + body;
  }

  private int trainingBytes() {
    return Gpt2Trainer.trainingBytes(Math.toIntExact(data.text().size()));
  }

  private String dataText() {
    return String.format(
        Locale.ROOT,
        "%s: %s, sha256 `%s`. The first %d bytes were trained on.",
        data.title(),
        Line.counted(data.text().size(), "byte"),
        data.text().sha256(),
        trainingBytes());
  }

  private String architecture() {
    return String.format(
        Locale.ROOT,
        "GPT-2: %s of %s of dimension %d, width %d, feed-forward width %d, %s, %s; temperature √%d, tanh form of GELU, output matrix tied to the token"
            + " embedding. Files as in Hugging Face's transformers: `config.json`,"
            + " `model.safetensors` (F32).",
        Line.counted(config.layers(), "layer"),
        Line.counted(config.heads(), "head"),
        config.headWidth(),
        config.width(),
        config.hidden(),
        Line.counted(config.positions(), "position"),
        Line.counted(config.vocabulary(), "token id"),
        config.headWidth());
  }

  private String schedule() {
    String stages =
        options.stages().stream()
            .map(
                stage ->
                    String.format(
                        Locale.ROOT,
                        "- %s on windows of %s, at %s",
                        Line.counted(stage.steps(), "step"),
                        Line.counted(stage.length(), "byte"),
                        stage.shifted()
                            ? "random offsets of the positions"
                            : "the first positions"))
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        "AdamW, %s a step, seed %d; learning rate %s after %s of linear rise, then a half"
            + " cosine to a twentieth; weight decay %s; gradients scaled down to norm %s. The"
            + " position embedding starts as sinusoids, all else as in GPT-2.\n\n%s",
        Line.counted(options.tokensPerStep(), "byte"),
        options.seed(),
        options.learningRate(),
        Line.counted(options.warmUpSteps(), "step"),
        options.weightDecay(),
        options.gradientNorm(),
        stages);
  }

  private String validation() {
    int length = config.positions();
    long held = data.text().size() - trainingBytes();
    return String.format(
        Locale.ROOT,
        "Loss %s nats per byte on the last 5 %% of the text (%s), which was not trained on: the"
            + " mean of −ln p of the next byte over %s of %s, each from position 0.",
        loss(),
        Line.counted(held, "byte"),
        Line.counted((held - 1) / length, "adjacent window"),
        Line.counted(length, "byte"));
  }

  private String licence() {
    return "Text: "
        + data.licence()
        + ". The weights derive from that text and a random seed only.";
  }
}
