package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;

/**
 * Attention of real models that others published, as embedded recordings: GPT-2 124M on four texts
 * (Transformer Explainer's three prompts; the patterns of four layers that a notebook of
 * TransformerLens prints) and the first layer of a Llama (another of these notebooks). Their
 * descriptions tell the sources.
 */
public final class PublishedRecordings {

  /** What the recordings of GPT-2 124M are called together. */
  public static final String GPT2 = "real GPT-2";

  /** What the recordings of the Llama are called together. */
  public static final String LLAMA = "a real Llama";

  private static final String DIRECTORY = "published/";
  private static final String ENDING = ".safetensors";

  private record Published(String name, String collection) {}

  private static final List<Published> ALL =
      List.of(
          new Published("gpt2-prompt-0", GPT2),
          new Published("gpt2-prompt-1", GPT2),
          new Published("gpt2-prompt-2", GPT2),
          new Published("gpt2-head-detector", GPT2),
          new Published("llama-layer-0", LLAMA));

  private PublishedRecordings() {}

  /**
   * All of them, opened and checked.
   *
   * @throws IOException if one is missing or is malformed
   */
  public static List<RecordedAttention> open() throws IOException {
    List<RecordedAttention> all = new ArrayList<>();
    for (Published published : ALL) {
      Safetensors file = Safetensors.of(published.name(), bytes(published.name()));
      all.add(RecordedAttention.of(file, published.name(), Optional.of(published.collection())));
    }
    return all;
  }

  private static byte[] bytes(String name) throws IOException {
    String resource = DIRECTORY + name + ENDING;
    try (InputStream in = PublishedRecordings.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new TensorFileException(resource, "embedded file is missing");
      }
      return in.readAllBytes();
    }
  }
}
