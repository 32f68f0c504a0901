package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.text.BytePairTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was published of GPT-2, and the check of a model against what was published of it. */
class PublishedAttentionTests {

  private static final Checksum OTHER = Checksum.of(1, "0".repeat(64));

  private static final long[] IDS = {3, 1, 4, 1, 5, 9};

  @TempDir private Path directory;

  @Test
  void everyHeadsLastRowOfThreePromptsWasPublished() throws IOException {
    List<PublishedAttention> all = PublishedAttention.ofGpt2();

    assertThat(all).hasSize(3);
    for (PublishedAttention one : all) {
      assertThat(one.ids()).isEqualTo(BytePairTokenizer.encode(one.prompt()));
      for (int layer = 0; layer < 12; layer++) {
        for (int head = 0; head < 12; head++) {
          assertThat(one.weights(layer, head)).hasSameSizeAs(one.ids());
          assertThat(Arrays.stream(one.weights(layer, head)).sum()).isCloseTo(1, within(4e-6));
        }
      }
    }
  }

  @Test
  void theRecordingsArePublished() throws IOException {
    String data = System.getProperty("attention.testdata");
    assumeThat(data)
        .as("recorded GPT-2 attention needs -Dattention.testdata=DIR, DIR/data/gpt2-attention")
        .isNotNull();
    List<PublishedAttention> all = PublishedAttention.ofGpt2();
    for (int i = 0; i < all.size(); i++) {
      Path file = Path.of(data, "data", "gpt2-attention", "prompt-" + i + ".safetensors");
      try (RecordedAttention recorded = RecordedAttention.open(file)) {
        assertThat(recorded.ids().orElseThrow()).isEqualTo(all.get(i).ids());
        assertThat(all.get(i).largestDifference(recorded)).isLessThan(6e-7);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'reproduces the published weights of 1 prompt, largest difference '",
    "0.01, 'DIFFERS FROM the published weights of 1 prompt, largest difference 0.010'",
  })
  void aModelOfWhichAttentionWasPublishedIsHeldAgainstIt(double error, String told)
      throws IOException {
    new TestModel(TestModel.CONFIG, 1).write(directory);
    Checksum checksum = Checksum.ofFile(directory.resolve(Hub.WEIGHTS), Progress.NONE);
    List<PublishedAttention> published = published(error);

    assertThat(description(checksum, published)).contains("; " + told);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "0.01, false"})
  void weightsOfAnotherChecksumAreToldOnlyIfTheyReproduceIt(double error, boolean told)
      throws IOException {
    new TestModel(TestModel.CONFIG, 1).write(directory);

    assertThat(description(OTHER, published(error)).contains("reproduces the published weights"))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void modelsOfAnotherShapeAreNotComparedWithIt(int layers) throws IOException {
    new TestModel(TestModel.CONFIG, 1).write(directory);
    List<PublishedAttention> published = published(0);
    new TestModel(new Gpt2Config(50, 64, 16, layers, 2, 1e-5), 1).write(directory);

    assertThat(description(OTHER, published)).doesNotContain("published");
  }

  @Test
  void squareMatricesAsLinearStoresThemAreRefused() throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 1);
    model.write(directory);
    List<PublishedAttention> published = published(0);
    for (int layer = 0; layer < 3; layer++) {
      float[] matrix = model.parameters().get("h." + layer + ".attn.c_proj.weight");
      float[] stored = matrix.clone();
      for (int i = 0; i < stored.length; i++) {
        matrix[i] = stored[i % 16 * 16 + i / 16];
      }
    }
    model.write(directory);

    assertThatThrownBy(() -> description(OTHER, published))
        .isInstanceOf(TensorFileException.class)
        .hasMessage(
            directory.resolve("model.safetensors")
                + ": the published attention is reproduced only with attn.c_proj.weight of every"
                + " layer transposed, which is stored as torch.nn.Linear stores it; GPT-2's"
                + " checkpoints hold Conv1D: transpose it");
  }

  @Test
  void onlyThePublishedWeightsAreThePapersModel() throws IOException {
    new TestModel(TestModel.CONFIG, 1).write(directory);
    Checksum checksum = Checksum.ofFile(directory.resolve(Hub.WEIGHTS), Progress.NONE);
    List<PublishedAttention> published = published(0);
    Hub hub = new Hub(Hub.ADDRESS, directory, Progress.NONE);
    try (Gpt2 same =
            new Models(hub, Device.cpu(), checksum, () -> published).open(directory.toString());
        Gpt2 different =
            new Models(hub, Device.cpu(), OTHER, () -> published).open(directory.toString());
        Gpt2 random = new Models(hub, Device.cpu()).open("random:gpt2");
        Gpt2 mini = new Models(hub, Device.cpu()).open(Models.MINI)) {
      assertThat(same.isPublished()).isTrue();
      assertThat(same.on(Device.cpu()).isPublished()).isTrue();
      assertThat(List.of(different, random, mini)).noneMatch(Gpt2::isPublished);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, 1024, true",
    "false, true, 1024, false",
    "true, false, 1024, false",
    "true, true, 512, false"
  })
  void thePaperMeasuredOneModelOnOneTextOfOneLength(
      boolean weights, boolean text, int tokens, boolean expected) throws IOException {
    Gpt2 random = Gpt2.random(KnownModel.GPT2.config(), 1);
    try (Gpt2 model = weights ? random.asPublished("published") : random) {
      Gpt2Attention plain = new Gpt2Attention(model, "a text", new long[tokens]);

      assertThat((text ? plain.onWarAndPeace() : plain).isOfPaper()).isEqualTo(expected);
    }
  }

  @Test
  void publishedWeightsInAnotherShapeAreNotThePapersModel() throws IOException {
    try (Gpt2 model = Gpt2.random(KnownModel.GPT2_MEDIUM.config(), 1).asPublished("")) {
      long[] ids = new long[1024];

      assertThat(new Gpt2Attention(model, "a text", ids).onWarAndPeace().isOfPaper()).isFalse();
    }
  }

  private String description(Checksum checksum, List<PublishedAttention> published)
      throws IOException {
    Hub hub = new Hub(Hub.ADDRESS, directory, Progress.NONE);
    try (Gpt2 model =
        new Models(hub, Device.cpu(), checksum, () -> published).open(directory.toString())) {
      return model.description();
    }
  }

  /** What the model computes, with an error in one weight of the last head. */
  private List<PublishedAttention> published(double error) throws IOException {
    double[][][] weights = new double[3][2][];
    try (Gpt2 model = Gpt2.open(directory)) {
      new Gpt2Attention(model, "ids", IDS)
          .forEachHead(
              head -> {
                double[] row = new double[IDS.length];
                for (int key = 0; key < IDS.length; key++) {
                  row[key] = head.weights()[(IDS.length - 1) * IDS.length + key];
                }
                weights[head.layer()][head.head()] = row;
              });
    }
    weights[2][1][4] += error;
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.putArray("prompts").addPOJO(Map.of("prompt", "of ids", "ids", IDS, "weights", weights));
    return PublishedAttention.read(mapper.readTree(mapper.writeValueAsBytes(root)));
  }
}
