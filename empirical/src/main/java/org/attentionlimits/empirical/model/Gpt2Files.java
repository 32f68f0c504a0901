package org.attentionlimits.empirical.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.ShardedSafetensors;
import org.attentionlimits.empirical.tensor.StrictJson;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.Tensors;

/** The files of a GPT-2 in Hugging Face's layout: in a directory, or those of the embedded one. */
final class Gpt2Files {

  private static final String CONFIG = "config.json";
  private static final int LONGEST_CONFIG = 1_000_000;

  private static final String INDEX = "model.safetensors.index.json";
  private static final String CARD = "model-card.md";

  private Gpt2Files() {}

  static Gpt2Config config(Path directory) throws IOException {
    Path path = directory.resolve(CONFIG);
    return Gpt2Config.of(path.toString(), StrictJson.read(path, LONGEST_CONFIG));
  }

  /** Weights in one file, or in several that an index names. */
  static Tensors weights(Path directory) throws IOException {
    Path index = directory.resolve(INDEX);
    Path single = directory.resolve(Hub.WEIGHTS);
    return Files.exists(index) && !Files.exists(single)
        ? ShardedSafetensors.open(index)
        : Safetensors.open(single);
  }

  static Gpt2Config miniConfig() throws IOException {
    String source = Models.MINI + "/" + CONFIG;
    return Gpt2Config.of(source, StrictJson.parse(source, "", mini(CONFIG)));
  }

  static Tensors miniWeights() throws IOException {
    return Safetensors.of(Models.MINI + "/" + Hub.WEIGHTS, mini(Hub.WEIGHTS));
  }

  static String miniCard() throws IOException {
    return new String(mini(CARD), StandardCharsets.UTF_8);
  }

  private static byte[] mini(String file) throws IOException {
    String resource = Models.MINI + "/" + file;
    try (var in = Gpt2Files.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new TensorFileException(resource, "embedded file is missing");
      }
      return in.readAllBytes();
    }
  }
}
