package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.attentionlimits.empirical.tensor.RawSafetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as other programs than Transformers save them. */
class ForeignWeightsTests {

  private static final Gpt2Config CONFIG = TestModel.CONFIG;

  private static final long[] IDS = {3, 1, 4, 1, 5};

  @TempDir private Path directory;

  private final TestModel model = new TestModel(CONFIG, 1);

  private float[] predictionsHere() throws IOException {
    try (Gpt2 opened = Gpt2.open(directory)) {
      return opened.predict(IDS);
    }
  }

  private void assertRefused(String problem) {
    assertThatThrownBy(() -> Gpt2.open(directory))
        .isInstanceOf(TensorFileException.class)
        .hasMessage(directory.resolve("model.safetensors") + ": " + problem);
  }

  /** Writes the model with what is done to each parameter's name. */
  private void write(BiConsumer<RawSafetensors, String> parameter) {
    RawSafetensors file = new RawSafetensors();
    Gpt2Layout.shapes(CONFIG).keySet().forEach(name -> parameter.accept(file, name));
    model.write(directory, file);
  }

  private static String shape(String name) {
    return Gpt2Layout.shapes(CONFIG).get(name).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'gelu_new', 'gelu_pytorch_tanh'",
    "'\"tie_word_embeddings\" : true', '\"tie_word_embeddings\" : false'",
    "'\"tie_word_embeddings\" : true', '\"tie_word_embeddings\" : null'",
  })
  void configurationsOfTheSameAttentionAreRead(String from, String to) throws IOException {
    model.write(directory);
    float[] expected = predictionsHere();
    String json = CONFIG.toJson();
    assertThat(json).contains(from);
    Files.writeString(directory.resolve("config.json"), json.replace(from, to));

    assertThat(predictionsHere()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transformer.",
        "_orig_mod.",
        "module.",
        "model.",
        "_orig_mod.transformer.",
        "module._orig_mod.model.transformer.",
      })
  void prefixesThatProgramsPutBeforeNamesAreLeftOut(String prefix) throws IOException {
    model.write(directory);
    float[] expected = predictionsHere();
    write((file, name) -> file.floats(prefix + name, shape(name), model.parameters().get(name)));

    try (Gpt2 opened = Gpt2.open(directory)) {
      assertThat(opened.predict(IDS)).isEqualTo(expected);
      assertThat(opened.description().contains("; without the prefix " + prefix + " of"))
          .isEqualTo(!prefix.equals("transformer."));
    }
  }

  @Test
  void anOutputMatrixOfItsOwnIsIgnoredAfterAPrefixToo() throws IOException {
    String prefix = "_orig_mod.";
    RawSafetensors file = new RawSafetensors().floats(prefix + "lm_head.weight", "[1]", 7f);
    file.tensor(prefix + "transformer.h.0.attn.bias", "BOOL", "[1]", new byte[1]);
    Gpt2Layout.shapes(CONFIG)
        .keySet()
        .forEach(
            name ->
                file.floats(
                    prefix + "transformer." + name, shape(name), model.parameters().get(name)));
    model.write(directory, file);

    assertThat(predictionsHere()).hasSize(IDS.length * CONFIG.vocabulary());
  }

  @Test
  void prefixesThatAreNotKnownAreNamed() {
    write((file, name) -> file.floats("net." + name, shape(name), model.parameters().get(name)));

    assertRefused(
        "tensor is missing: wte.weight; there is one after the prefix net., which is not known as"
            + " transformer., _orig_mod., module., model. are: rename the tensors");
  }

  @Test
  void twoModelsInOneFileAreRefused() {
    RawSafetensors file = new RawSafetensors();
    for (String prefix : new String[] {"model.", "module."}) {
      Gpt2Layout.shapes(CONFIG)
          .forEach(
              (name, shape) ->
                  file.floats(prefix + name, shape.toString(), model.parameters().get(name)));
    }
    model.write(directory, file);

    assertThatThrownBy(() -> Gpt2.open(directory))
        .isInstanceOf(TensorFileException.class)
        .hasMessageContaining("tensor is not of this configuration: mod");
  }

  @ParameterizedTest
  @CsvSource({
    "attn.c_attn, '[16, 48]', '[48, 16]'",
    "mlp.c_fc, '[16, 64]', '[64, 16]'",
    "mlp.c_proj, '[64, 16]', '[16, 64]'",
  })
  void matricesAsLinearStoresThemAreNamed(String part, String shape, String stored) {
    String linear = "h.1." + part + ".weight";
    write(
        (file, name) -> {
          String found = name.equals(linear) ? stored : shape(name);
          file.floats(name, found, model.parameters().get(name));
        });

    assertRefused(
        "tensor "
            + linear
            + ": shape must be "
            + shape
            + ": "
            + stored
            + ", as torch.nn.Linear stores it; GPT-2's checkpoints hold Conv1D: transpose the"
            + " weights of attn.c_attn, attn.c_proj, mlp.c_fc, mlp.c_proj in every layer");
  }
}
