package org.attentionlimits.empirical.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.recording.AttentionDifference;
import org.attentionlimits.empirical.recording.AttentionWriter;
import org.attentionlimits.empirical.tensor.AttentionCheck;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.tensor.Embeddings;
import org.attentionlimits.empirical.tensor.HeadAttention;

/** The attention of a model on a text. The model is run anew each time the heads are asked for. */
public final class Gpt2Attention implements AttentionSource {

  /** The paper's number of tokens. */
  private static final int PAPER_LENGTH = 1024;

  private final Gpt2 model;
  private final String text;
  private final long[] ids;
  private final EmbeddingSpace space;
  private final boolean warAndPeace;
  private final String name;
  private final String note;
  private double weightError = Double.NaN;

  /**
   * A model on a text.
   *
   * @param model stays the caller's to close
   * @param text what to call the text
   * @param ids its tokens, [L], L from 1 to the model's positions
   */
  public Gpt2Attention(Gpt2 model, String text, long... ids) {
    this(model, text, EmbeddingSpace.VALUES, ids);
  }

  /**
   * A model on a text.
   *
   * @param model stays the caller's to close
   * @param text what to call the text
   * @param space where the embeddings of the tokens are taken from
   * @param ids its tokens, [L], L from 1 to the model's positions
   */
  public Gpt2Attention(Gpt2 model, String text, EmbeddingSpace space, long... ids) {
    this.model = model;
    this.text = text;
    this.space = space;
    this.warAndPeace = false;
    this.name = model.name();
    this.note = "";
    this.ids = ids.clone();
  }

  private Gpt2Attention(
      Gpt2Attention like, Gpt2 model, boolean warAndPeace, String name, String note) {
    this.model = model;
    this.text = like.text;
    this.space = like.space;
    this.warAndPeace = warAndPeace;
    this.name = name;
    this.note = note;
    this.ids = like.ids;
  }

  /** The same, its ids being those of the first tokens of <em>War and Peace</em>. */
  public Gpt2Attention onWarAndPeace() {
    return new Gpt2Attention(this, model, true, name, note);
  }

  /**
   * The same on two devices: here, its name with the device's, its description telling the largest
   * differences from what the other device computes; and there, under the model's name.
   *
   * @param device the other one
   * @throws IOException if the model cannot be run on both
   */
  public List<Gpt2Attention> besideThatOn(Device device) throws IOException {
    Gpt2Attention there = new Gpt2Attention(this, model.on(device), warAndPeace, name, note);
    String told = "; against " + name + " on " + Devices.name(device) + ": " + difference(there);
    String here = name + " on " + Devices.name(model.device());
    return List.of(new Gpt2Attention(this, model, warAndPeace, here, note + told), there);
  }

  /** The largest differences from what another model of the shape computes, the two in step. */
  AttentionDifference difference(Gpt2Attention other) throws IOException {
    AttentionDifference.Scan scan = new AttentionDifference.Scan();
    model.captureWith(
        other.model,
        ids,
        (here, there) -> {
          for (int head = 0; head < model.config().heads(); head++) {
            scan.add(head(here, head), other.head(there, head));
          }
        });
    return scan.result();
  }

  @Override
  public boolean isOfPaper() {
    return warAndPeace
        && model.isPublished()
        && model.config().equals(KnownModel.GPT2.config())
        && ids.length == PAPER_LENGTH;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    String of = space == EmbeddingSpace.VALUES ? "" : ", embeddings: " + space;
    String tokens = Line.counted(ids.length, "token");
    return model.description() + " on " + text + ", " + tokens + of + note;
  }

  @Override
  public String layersOfHeads() {
    return model.layersOfHeads();
  }

  @Override
  public int heads() {
    return model.config().layers() * model.config().heads();
  }

  @Override
  public int length() {
    return ids.length;
  }

  @Override
  public Optional<long[]> ids() {
    return Optional.of(ids.clone());
  }

  @Override
  public boolean hasVectors() {
    return true;
  }

  @Override
  public boolean hasTokens() {
    return true;
  }

  @Override
  public Optional<EmbeddingSpace> embeddings() {
    return Optional.of(space);
  }

  /**
   * The largest difference that the last run showed between a weight of the model and the softmax
   * in double precision of its logits; NaN before the first run.
   */
  public double weightError() {
    return weightError;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the ids are not the model's, or too many
   */
  @Override
  public void forEachHead(Consumer<HeadAttention> sink) throws IOException {
    double[] largest = {0};
    Embeddings tokens = embeddings(model.tokenEmbeddings(ids));
    try {
      model.capture(
          ids,
          layer -> {
            Optional<Embeddings> shared = shared(layer, tokens);
            for (int head = 0; head < model.config().heads(); head++) {
              HeadAttention own = head(layer, head).withTokens(tokens);
              HeadAttention attention = shared.map(own::withEmbeddings).orElse(own);
              largest[0] = Math.max(largest[0], check(attention));
              sink.accept(attention);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    weightError = largest[0];
  }

  /** The embeddings that all heads of a layer share; empty if each has its own. */
  private Optional<Embeddings> shared(LayerAttention layer, Embeddings tokens) {
    return switch (space) {
      case VALUES -> Optional.empty();
      case INPUTS -> Optional.of(embeddings(layer.input().toFloatArray()));
      case TOKENS -> Optional.of(tokens);
    };
  }

  private Embeddings embeddings(float[] values) {
    return new Embeddings(ids.length, model.config().width(), values);
  }

  /**
   * Runs the model and writes its attention to a file, head by head; nothing is left where that
   * fails.
   *
   * @param metadata what to tell in the file beside model, temperature and text
   * @throws IOException if the model cannot be run or the file not be written
   */
  public void record(Path file, Map<String, String> metadata) throws IOException {
    Gpt2Config config = model.config();
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.put("model", model.name());
    all.put("text", text);
    try (AttentionWriter writer =
        new AttentionWriter(
            file,
            config.layers(),
            config.heads(),
            config.headWidth(),
            config.temperature(),
            ids,
            all)) {
      forEachHead(head -> write(writer, head));
      writer.finish();
    }
  }

  private static void write(AttentionWriter writer, HeadAttention head) {
    try {
      writer.write(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double check(HeadAttention attention) {
    try {
      return AttentionCheck.weightError(model.name(), attention);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HeadAttention head(LayerAttention layer, int head) {
    return new HeadAttention(
            layer.layer(),
            head,
            ids.length,
            model.config().temperature(),
            copy(layer.logits(), head),
            copy(layer.weights(), head))
        .withVectors(
            model.config().headWidth(),
            copy(layer.query(), head),
            copy(layer.key(), head),
            copy(layer.value(), head));
  }

  /** One head of [1, H, L, columns], row-major. */
  private static float[] copy(NDArray array, int head) {
    try (NDArray part = array.get(0, head)) {
      return part.toFloatArray();
    }
  }
}
