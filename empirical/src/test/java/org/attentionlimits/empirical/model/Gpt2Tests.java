package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model agrees with an implementation that shares nothing with it. */
class Gpt2Tests {

  /** Largest seen: 1.1e-6 of a tensor's largest element. */
  private static final double TOLERANCE = 1e-4;

  private static final long[] IDS = LongStream.range(0, 64).map(i -> (i * i + 7) % 50).toArray();

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"F32,''", "F16,''", "BF16,''", "F32,transformer."})
  void agreesWithPlainImplementation(String dtype, String prefix) throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 1).storedAs(dtype).prefixed(prefix);

    assertThat(differences(model, model)).allSatisfy((tensor, error) -> check(tensor, error));
  }

  private static void check(String tensor, double error) {
    assertThat(error).as(tensor).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17})
  void agreesOnShorterTexts(int length) throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 2);

    assertThat(differences(model, model, Arrays.copyOf(IDS, length)))
        .allSatisfy((tensor, error) -> check(tensor, error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wte.weight",
        "wpe.weight",
        "h.0.ln_1.bias",
        "h.1.attn.c_attn.bias",
        "h.1.attn.c_proj.weight",
        "h.2.ln_2.weight",
        "h.2.mlp.c_fc.weight",
        "h.2.mlp.c_proj.bias",
        "ln_f.weight"
      })
  void onePerturbedWeightIsNoticed(String name) throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 3);
    TestModel perturbed = new TestModel(TestModel.CONFIG, 3);
    perturbed.parameters().get(name)[8] += 0.1f;

    assertThat(differences(perturbed, model).get("output")).isGreaterThan(TOLERANCE);
  }

  private Map<String, Double> differences(TestModel stored, TestModel reference)
      throws IOException {
    return differences(stored, reference, IDS);
  }

  /** Largest difference in every tensor, relative to its largest element. */
  private Map<String, Double> differences(TestModel stored, TestModel reference, long[] ids)
      throws IOException {
    Gpt2Reference plain = new Gpt2Reference(TestModel.CONFIG, reference.parameters());
    double[][] output = plain.run(ids);
    Map<String, Double> differences = new LinkedHashMap<>();
    try (Gpt2 model = Gpt2.open(stored.write(directory))) {
      differences.put("output", difference(model.predict(ids), Arrays.stream(output)));
      model.capture(
          ids,
          layer -> {
            Gpt2Reference.Attention expected = plain.attention().get(layer.layer());
            put(differences, layer, "query", layer.query(), expected.query);
            put(differences, layer, "key", layer.key(), expected.key);
            put(differences, layer, "value", layer.value(), expected.value);
            put(differences, layer, "logits", layer.logits(), expected.logits);
            put(differences, layer, "weights", layer.weights(), expected.weights);
          });
    }
    assertThat(differences).hasSize(1 + 5 * TestModel.CONFIG.layers());
    return differences;
  }

  private static void put(
      Map<String, Double> differences,
      LayerAttention layer,
      String name,
      NDArray found,
      double[][][] expected) {
    differences.put(
        layer.layer() + " " + name,
        difference(found.toFloatArray(), Arrays.stream(expected).flatMap(Arrays::stream)));
  }

  private static double difference(float[] found, Stream<double[]> rows) {
    double[] expected = rows.flatMapToDouble(Arrays::stream).toArray();
    assertThat(found).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    double error =
        IntStream.range(0, found.length)
            .mapToDouble(i -> Math.abs(found[i] - expected[i]))
            .max()
            .orElseThrow();
    return error / largest;
  }

  @Test
  void attentionIsNotFlat() throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 1);
    Gpt2Reference plain = new Gpt2Reference(TestModel.CONFIG, model.parameters());
    plain.run(IDS);

    double[] last = plain.attention().get(0).weights[0][63];
    assertThat(Arrays.stream(last).max().orElseThrow()).isGreaterThan(4.0 / 64);
  }

  @Test
  void meanLossIsThatOfThePlainImplementation() throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 4);
    double[][] logits = new Gpt2Reference(TestModel.CONFIG, model.parameters()).run(IDS);
    double sum = 0;
    for (int t = 0; t < 63; t++) {
      double all = Arrays.stream(logits[t]).map(Math::exp).sum();
      sum += Math.log(all) - logits[t][(int) IDS[t + 1]];
    }

    try (Gpt2 stored = Gpt2.open(model.write(directory))) {
      double loss = stored.meanLoss(IDS);
      assertThat(loss).isCloseTo(sum / 63, Percentage.withPercentage(1e-3));
    }
  }

  @Test
  void meanLossTakesOneTokenMoreThanPositions() throws IOException {
    try (Gpt2 model = Gpt2.random(TestModel.CONFIG, 1)) {
      double loss = model.meanLoss(LongStream.range(0, 65).map(i -> i % 50).toArray());
      assertThat(loss).isBetween(3.5, 4.5);
    }
  }

  @Test
  void randomModelsAreReproducible() throws IOException {
    try (Gpt2 model = Gpt2.random(TestModel.CONFIG, 5);
        Gpt2 same = Gpt2.random(TestModel.CONFIG, 5);
        Gpt2 other = Gpt2.random(TestModel.CONFIG, 6)) {
      assertThat(model.predict(IDS)).isEqualTo(same.predict(IDS)).isNotEqualTo(other.predict(IDS));
    }
  }

  @Test
  void captureKeepsOneLayerAtATime() throws IOException {
    List<LayerAttention> layers = new ArrayList<>();
    List<Integer> inLayer = new ArrayList<>();
    List<Integer> outside = new ArrayList<>();
    try (Gpt2 model = Gpt2.open(new TestModel(TestModel.CONFIG, 1).write(directory))) {
      for (int run = 0; run < 2; run++) {
        model.capture(
            IDS,
            layer -> {
              NDManager scope = layer.query().getManager();
              inLayer.add(scope.getManagedArrays().size());
              outside.add(scope.getParentManager().getManagedArrays().size());
              assertThat(layers).allMatch(left -> left.logits().isReleased());
              layers.add(layer);
            });
      }
    }
    assertThat(inLayer).hasSize(6).containsOnly(inLayer.get(0));
    assertThat(outside).hasSize(6).containsOnly(outside.get(0));
    assertThat(layers).allMatch(layer -> layer.weights().isReleased());
  }

  @Test
  void headsAreThoseCaptured() throws IOException {
    TestModel model = new TestModel(TestModel.CONFIG, 1);
    Gpt2Reference plain = new Gpt2Reference(TestModel.CONFIG, model.parameters());
    plain.run(IDS);
    List<HeadAttention> heads = new ArrayList<>();
    try (Gpt2 stored = Gpt2.open(model.write(directory))) {
      Gpt2Attention source = new Gpt2Attention(stored, "squares", IDS);
      source.forEachHead(heads::add);

      assertThat(heads).hasSize(source.heads()).extracting(HeadAttention::layer).isSorted();
      assertThat(source.weightError()).isLessThan(1e-6);
      assertThat(source.description()).endsWith("on squares, 64 tokens");
    }
    HeadAttention last = heads.get(5);
    Gpt2Reference.Attention expected = plain.attention().get(2);
    assertThat(last.temperature()).isEqualTo(Math.sqrt(8));
    assertThat(difference(last.logits(), Arrays.stream(expected.logits[1]))).isLessThan(TOLERANCE);
    double[][] values = last.visibleValues(63);
    assertThat(values[63][3]).isCloseTo(expected.value[1][63][3], within());
    assertThat(last.queryKeys(9).tokens()).isEqualTo(10);
  }

  private static Offset<Double> within() {
    return Offset.offset(TOLERANCE);
  }
}
