package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.tensor.RawSafetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models by name, and in several files. */
class ModelsTests {

  private static final String INDEX = "model.safetensors.index.json";

  /** First weights of {@code h.1.attn.c_attn.weight}, seed 7. */
  private static final float[] EXPECTED = {
    0.0047360766f, -0.018687945f, -0.016747f, -0.0023564096f
  };

  @TempDir private Path directory;

  private Models models() {
    return new Models(new Hub(Hub.ADDRESS, directory, Progress.NONE), Device.cpu());
  }

  @ParameterizedTest
  @CsvSource({
    "gpt2, 768, 12, 12, 124439808",
    "gpt2-medium, 1024, 24, 16, 354823168",
    "gpt2-large, 1280, 36, 20, 774030080",
    "gpt2-xl, 1600, 48, 25, 1557611200",
    "distilgpt2, 768, 6, 12, 81912576",
  })
  void knownShapesHaveTheirPublishedNumbersOfParameters(
      String name, int width, int layers, int heads, long parameters) {
    Gpt2Config config = KnownModel.named(name).orElseThrow().config();

    assertThat(config).isEqualTo(new Gpt2Config(50257, 1024, width, layers, heads, 1e-5));
    assertThat(
            Gpt2Layout.shapes(config).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, (a, b) -> a * b))
                .sum())
        .isEqualTo(parameters);
  }

  @Test
  void randomModels() throws IOException {
    try (Gpt2 model = models().open("random:gpt2:-3")) {
      assertThat(model.name()).isEqualTo("random:gpt2:-3");
      assertThat(model.description()).contains("12 layers of 12 heads").contains("seed -3");
      assertThat(model.config()).isEqualTo(KnownModel.GPT2.config());
    }
  }

  /** The values that the documentation's PyTorch program computes. */
  @Test
  void randomWeightsAreThoseOfTheirDescription() {
    RandomWeights weights = new RandomWeights(TestModel.CONFIG, 7);
    float[] values = weights.values("h.1.attn.c_attn.weight");

    assertThat(values).startsWith(EXPECTED);
    double mean = 0;
    double square = 0;
    for (float value : values) {
      mean += value / values.length;
      square += (double) value * value / values.length;
    }
    assertThat(mean).isBetween(-0.003, 0.003);
    assertThat(Math.sqrt(square)).isBetween(0.019, 0.021);
    assertThat(weights.values("ln_f.weight")).containsOnly(1);
    assertThat(weights.values("ln_f.bias")).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"random:", "random:gpt3", "random:gpt2:x", "random:gpt2:1:2", "random:mini"})
  void malformedRandomModelsAreRefused(String name) {
    assertThatThrownBy(() -> models().open(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "random model must be random:NAME or random:NAME:SEED, NAME a known model and SEED an"
                + " integer from -9223372036854775808 to 9223372036854775807: "
                + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt3", "", "gpt2_medium", "GPT2", "no\0such"})
  void otherNamesAreDirectories(String name) {
    assertThatThrownBy(() -> models().open(name.isEmpty() ? "nowhere" : name))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            ": no such model, must be mini, gpt2, gpt2-medium, gpt2-large, gpt2-xl, distilgpt2,"
                + " random:NAME or a directory");
  }

  /** A model of two files: those of the first layer, and the others. */
  private TestModel shards(Map<String, String> changes, String left) throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 1);
    RawSafetensors first = new RawSafetensors();
    RawSafetensors second = new RawSafetensors();
    Map<String, List<Long>> shapes = Gpt2Layout.shapes(TestModel.CONFIG);
    shapes.forEach(
        (name, shape) ->
            model.append(name.startsWith("h.0.") ? first : second, name, shape.toString()));
    Files.write(directory.resolve("a.safetensors"), first.bytes());
    Files.write(directory.resolve("b.safetensors"), second.bytes());
    String map =
        shapes.keySet().stream()
            .filter(name -> !name.equals(left))
            .map(
                name ->
                    "\""
                        + name
                        + "\":"
                        + changes.getOrDefault(
                            name,
                            name.startsWith("h.0.") ? "\"a.safetensors\"" : "\"b.safetensors\""))
            .collect(Collectors.joining(","));
    Files.writeString(directory.resolve(INDEX), "{\"weight_map\":{" + map + "}}");
    Files.writeString(directory.resolve("config.json"), TestModel.CONFIG.toJson());
    return model;
  }

  @Test
  void severalFilesAreOneModel() throws IOException {
    TestModel model = shards(Map.of(), "");
    float[] sharded;
    try (Gpt2 opened = Gpt2.open(directory)) {
      sharded = opened.predict(1, 2, 3);
    }
    Path single = Files.createDirectory(directory.resolve("single"));
    try (Gpt2 opened = models().open(model.write(single).toString())) {
      assertThat(opened.predict(1, 2, 3)).isEqualTo(sharded);
    }
  }

  private void assertRefused(String problem) {
    assertThatThrownBy(() -> Gpt2.open(directory))
        .isInstanceOf(TensorFileException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"../a.safetensors\"', 'weight_map must name files in the directory of the index: \"../a.safetensors\"'",
    "'\"/etc/hostname\"', 'weight_map must name files in the directory of the index: \"/etc/hostname\"'",
    "'\"\"', 'weight_map must name files in the directory of the index: \"\"'",
    "3, 'weight_map must name files in the directory of the index: 3'",
    "'\"c.safetensors\"', 'c.safetensors: no such file'",
    "'\"a.safetensors\"', 'a.safetensors: tensor is missing: ln_f.bias'",
    "'\"config.json\"', 'config.json: safetensors header of'",
  })
  void indicesThatDoNotFitAreRefused(String file, String problem) throws IOException {
    shards(Map.of("ln_f.bias", file), "");

    assertRefused(problem);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksOutOfTheDirectoryAreRefused() throws IOException {
    shards(Map.of(), "");
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path moved = Files.move(directory.resolve("b.safetensors"), elsewhere.resolve("b.safetensors"));
    Files.createSymbolicLink(directory.resolve("b.safetensors"), moved);

    assertRefused(
        "b.safetensors must be in the directory of the index, is a link to "
            + elsewhere.toRealPath());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksToWhereTheIndexLiesAreFollowed() throws IOException {
    shards(Map.of(), "");
    Path snapshot = Files.createDirectory(directory.resolve("snapshot"));
    for (String file : List.of(INDEX, "config.json", "a.safetensors", "b.safetensors")) {
      Files.createSymbolicLink(snapshot.resolve(file), Path.of("..", file));
    }
    try (Gpt2 opened = Gpt2.open(snapshot)) {
      assertThat(opened.predict(1)).hasSize(50);
    }
  }

  @Test
  void tensorsThatNoIndexNamesAreRefused() throws IOException {
    shards(Map.of(), "ln_f.bias");

    assertRefused("b.safetensors the tensor that it holds: ln_f.bias");
  }

  @ParameterizedTest
  @CsvSource({
    "'', not a JSON object",
    "[], not a JSON object",
    "{, not valid JSON",
    "{}, weight_map must name the file of every tensor",
    "'{\"weight_map\":[]}', weight_map must name the file of every tensor",
    "'{\"weight_map\":{}}', weight_map must name the file of every tensor",
    "'{} {}', not valid JSON",
    "'{\"weight_map\":{\"a\":\"x\",\"a\":\"y\"}}', Duplicate field",
  })
  void malformedIndicesAreRefused(String json, String problem) throws IOException {
    shards(Map.of(), "");
    Files.writeString(directory.resolve(INDEX), json);

    assertRefused(INDEX + ": " + problem.replace("Duplicate", "not valid JSON: Duplicate"));
  }
}
