package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.empirical.tensor.RawSafetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model directories that cannot be used, and ids that cannot be run, are told in one line. */
class Gpt2FilesTests {

  private static final Gpt2Config CONFIG = TestModel.CONFIG;

  @TempDir private Path directory;

  private void assertRefused(String file, String problem) {
    assertThatThrownBy(() -> Gpt2.open(directory))
        .isInstanceOf(TensorFileException.class)
        .hasMessage(directory.resolve(file) + ": " + problem);
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    assertRefused("config.json", "no such file");
    Files.writeString(directory.resolve("config.json"), CONFIG.toJson());
    assertRefused("model.safetensors", "no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"gpt2\"           | \"bert\"    | model_type must be gpt2: bert",
        "\"model_type\"     | \"type\"    | model_type must be gpt2: missing",
        "\"n_head\" : 2     | \"n_head\" : 3 | n_embd must be a multiple of n_head: 16 and 3",
        "\"n_head\" : 2     | \"n_head\" : 0 | n_head must be positive: 0",
        "\"n_head\" : 2     | \"n_head\" : 2.5 | n_head must be an integer: 2.5",
        "\"n_layer\"        | \"layers\"  | n_layer must be an integer: missing",
        "gelu_new           | relu        | activation_function must be gelu_new or"
            + " gelu_pytorch_tanh: relu",
        "1.0E-5             | \"small\"   | layer_norm_epsilon must be a number: \"small\"",
        "1.0E-5             | 0           | layer_norm_epsilon must be in (0, 1): 0.0",
        "\"n_ctx\" : 64     | \"n_inner\" : 32 | n_inner must be 4·n_embd: 32",
        "\"n_ctx\" : 64     | \"n_inner\" : 4294967360 | n_inner must be 4·n_embd: 4294967360",
        "\"n_ctx\" : 64     | \"n_inner\" : 64.0 | n_inner must be 4·n_embd: 64.0",
        "\"n_ctx\" : 64     | \"n_inner\" : \"x\" | n_inner must be 4·n_embd: \"x\"",
        "\"n_ctx\" : 64     | \"n_layer\" : 3 | not valid JSON: Duplicate field 'n_layer'",
        "\"gpt2\"           | 2           | model_type must be text: 2",
        "\"gelu_new\"       | null        | activation_function must be text: null",
        "\"scale_attn_weights\" : true | \"scale_attn_weights\" : 1"
            + " | scale_attn_weights must be true: 1",
        "\"n_layer\" : 3    | \"n_layer\" : 2000000000 | n_layer must be at most 10000: 2000000000",
        "\"n_embd\" : 16    | \"n_embd\" : 1073741824 | n_embd must be at most 16777216: 1073741824",
        "1.0E-5             | 1e999999999 | layer_norm_epsilon must be in (0, 1): Infinity",
        "\"vocab_size\" : 50 | \"vocab_size\" | not valid JSON: Unexpected character (',' (code"
            + " 44)): was expecting a colon to separate field name and value",
      })
  void wrongConfigurationsAreRefused(String from, String to, String problem) throws IOException {
    String json = CONFIG.toJson();
    assertThat(json).contains(from);
    Files.writeString(directory.resolve("config.json"), json.replace(from, to));

    assertRefused("config.json", problem);
  }

  @Test
  void whatFollowsTheConfigurationIsRefused() throws IOException {
    Files.writeString(directory.resolve("config.json"), CONFIG.toJson() + "{}");
    assertThatThrownBy(() -> Gpt2.open(directory))
        .isInstanceOf(TensorFileException.class)
        .hasMessageStartingWith(
            directory.resolve("config.json") + ": not valid JSON: nothing may follow");
    Files.writeString(directory.resolve("config.json"), "null");
    assertRefused("config.json", "not a JSON object");
  }

  @Test
  void aConfigurationThatIsNoFileOrTooLongIsRefused() throws IOException {
    Files.writeString(directory.resolve("config.json"), " ".repeat(1_000_001));
    assertRefused("config.json", "must have at most 1000000 bytes");
    Files.delete(directory.resolve("config.json"));
    Files.createDirectory(directory.resolve("config.json"));
    assertRefused("config.json", "not a regular file");
  }

  @Test
  void configurationsAreReadBack() throws IOException {
    assertThat(Gpt2Config.parse("memory", CONFIG.toJson())).isEqualTo(CONFIG);
  }

  private RawSafetensors without(TestModel model, String left) {
    RawSafetensors file = new RawSafetensors();
    Gpt2Layout.shapes(CONFIG)
        .forEach(
            (name, shape) -> {
              if (!name.equals(left)) {
                model.append(file, name, shape.toString());
              }
            });
    return file;
  }

  @Test
  void aMissingTensorIsNamed() {
    TestModel model = new TestModel(CONFIG, 1);
    model.write(directory, without(model, "h.1.mlp.c_fc.bias"));

    assertRefused("model.safetensors", "tensor is missing: h.1.mlp.c_fc.bias");
  }

  @Test
  void aWrongShapeIsNamed() {
    TestModel model = new TestModel(CONFIG, 1);
    RawSafetensors file = without(model, "h.1.attn.c_attn.weight");
    file.floats("h.1.attn.c_attn.weight", "[48, 15]", new float[48 * 15]);
    model.write(directory, file);

    assertRefused(
        "model.safetensors", "tensor h.1.attn.c_attn.weight: shape must be [16, 48]: [48, 15]");
  }

  @Test
  void aWrongTypeIsNamed() {
    TestModel model = new TestModel(CONFIG, 1);
    model.write(directory, without(model, "ln_f.bias").longs("ln_f.bias", "[16]", new long[16]));

    assertRefused("model.safetensors", "tensor ln_f.bias: dtype must be F32, F16 or BF16: I64");
  }

  @Test
  void tensorsOfAnotherModelAreRefused() {
    TestModel model = new TestModel(CONFIG, 1);
    model.write(directory, without(model, "").floats("h.3.ln_1.bias", "[1]", 0f));

    assertRefused("model.safetensors", "tensor is not of this configuration: h.3.ln_1.bias");
  }

  @Test
  void masksAndTheTiedOutputAreIgnored() throws IOException {
    TestModel model = new TestModel(CONFIG, 1);
    RawSafetensors file =
        without(model, "")
            .tensor("h.0.attn.bias", "BOOL", "[1, 1, 2, 2]", new byte[4])
            .floats("h.0.attn.masked_bias", "[]", -1e4f)
            .floats("lm_head.weight", "[1]", Float.NaN);

    try (Gpt2 opened = Gpt2.open(model.write(directory, file))) {
      assertThat(opened.predict(1)).hasSize(50);
    }
  }

  @Test
  void weightsThatAreNotFiniteAreNamed() throws IOException {
    TestModel model = new TestModel(CONFIG, 1);
    model.parameters().get("h.2.ln_2.weight")[5] = Float.NaN;
    try (Gpt2 opened = Gpt2.open(model.write(directory))) {
      assertThatThrownBy(() -> opened.capture(new long[] {1, 2}, layer -> {}))
          .isInstanceOf(TensorFileException.class)
          .hasMessage(
              directory.resolve("model.safetensors")
                  + ": tensor h.2.ln_2.weight: element 5 must be finite: NaN");
    }
  }

  @Test
  void logitsThatOverflowAreNamed() throws IOException {
    TestModel model = new TestModel(CONFIG, 1);
    float[] bias = model.parameters().get("h.1.attn.c_attn.bias");
    bias[8] = 3e38f;
    bias[16 + 8] = 3e38f;
    try (Gpt2 opened = Gpt2.open(model.write(directory))) {
      assertThatThrownBy(() -> opened.capture(new long[] {1, 2}, layer -> {}))
          .isInstanceOf(TensorFileException.class)
          .hasMessage(
              directory.resolve("model.safetensors")
                  + ": logit of layer 1, head 1, query 0, key 0 must be finite: Infinity");
    }
  }

  @Test
  void idsAreChecked() throws IOException {
    try (Gpt2 model = Gpt2.random(CONFIG, 1)) {
      assertIdsRefused(model, "number of tokens must be from 1 to 64: 0");
      assertIdsRefused(model, "number of tokens must be from 1 to 64: 65", new long[65]);
      assertIdsRefused(model, "token id at 1 must be from 0 to 49: 50", 49, 50);
      assertIdsRefused(model, "token id at 0 must be from 0 to 49: -1", -1);
      assertThatThrownBy(() -> model.meanLoss(1))
          .hasMessage("number of tokens must be from 2 to 65: 1");
    }
  }

  private static void assertIdsRefused(Gpt2 model, String problem, long... ids) {
    assertThatThrownBy(() -> model.capture(ids, layer -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
  }
}
