package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorInfo;
import org.attentionlimits.empirical.tensor.TensorType;
import org.attentionlimits.reports.testing.Python;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code attention_limits.py} saves of arrays as other programs give them. */
class PythonRecordingTests {

  private static final String EXPECTED = ".f8";

  @TempDir private Path directory;

  @BeforeEach
  void python() {
    Python.assume();
  }

  private Path recording() {
    return directory.resolve("recording.safetensors");
  }

  private String python(String script) throws IOException, InterruptedException {
    String imports = "from attention_limits import save\nfrom standin import *\n";
    return Python.run(directory, imports + script);
  }

  /**
   * Saves {@code recording.safetensors}; checks its numbers, bit by bit, and that {@code rows}
   * takes it.
   *
   * @param type of the numbers that are no integers
   */
  private void assertSaved(String script, TensorType type, String... words)
      throws IOException, InterruptedException {
    assertThat(python(script)).isEmpty();
    assertThat(expectations()).isNotEmpty();
    try (Safetensors file = Safetensors.open(recording())) {
      for (Path expected : expectations()) {
        String tensor = expected.getFileName().toString().replace(EXPECTED, "");
        double[] numbers = numbers(expected);
        TensorInfo info = file.tensors().get(tensor);
        assertThat(read(file, info)).as(tensor).containsExactly(numbers);
        assertThat(info.type().isInteger() ? type : info.type()).as(tensor).isEqualTo(type);
      }
    }
    Run run = Run.of("rows", recording().toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains(words).contains("corollary-3-temperature ");
  }

  private static double[] read(Safetensors file, TensorInfo info) throws IOException {
    return info.type().isInteger()
        ? Arrays.stream(file.longs(info.name())).asDoubleStream().toArray()
        : file.doubles(info.name(), 0, (int) info.elements());
  }

  private List<Path> expectations() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(EXPECTED)).toList();
    }
  }

  private static double[] numbers(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(numbers);
    return numbers;
  }

  @Test
  void tensorsOfHuggingFace() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = tuple(attention().astype("f4") for _ in range(2))
        save("recording.safetensors", weights=tuple(map(Tensor, layers)), model="made up", prompt="“one” two",
             input_ids=Tensor(np.arange(5)[None]), attention_mask=Tensor(np.ones((1, 5), int)), source="a test")
        expect("weights", layers)
        expect("input_ids", range(5))
        """,
        TensorType.F32,
        "made up on ““one” two”, recorded in recording.safetensors from a test:"
            + " 2 layers of 3 heads, 5 tokens; weights only");
  }

  @Test
  void outputsOfHuggingFace() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = [attention() for _ in range(2)]
        save("recording.safetensors", weights={"logits": np.zeros((1, 5, 9)), "attentions": layers}, temperature=[2, np.float64(3)])
        expect("weights", layers)
        """,
        TensorType.F64,
        "2 layers of 3 heads, 5 tokens",
        "temperatures 2 and 3");
  }

  @Test
  void halfPrecision() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = [attention(keys=40, queries=40).astype("f2") for _ in range(2)]
        save("recording.safetensors", weights=layers)
        expect("weights", layers)
        """,
        TensorType.F16,
        "2 layers of 3 heads, 40 tokens");
  }

  @Test
  void bfloat16() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = [brain(attention()) for _ in range(2)]
        save("recording.safetensors", weights=[Tensor(x, "torch.bfloat16") for x in layers])
        expect("weights", layers)
        """,
        TensorType.BF16,
        "2 layers of 3 heads, 5 tokens");
  }

  @Test
  void bytesInAnotherOrderAndArraysThatAreNotContiguous() throws IOException, InterruptedException {
    assertSaved(
        """
        array = np.concatenate([attention() for _ in range(4)]).astype(">f4")[::2]
        save("recording.safetensors", weights=np.asfortranarray(array))
        expect("weights", array)
        """,
        TensorType.F32,
        "2 layers of 3 heads, 5 tokens");
  }

  @Test
  void listsOfNumbers() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = [attention() for _ in range(2)]
        save("recording.safetensors", weights=[x.tolist() for x in layers], layers=[3, 11])
        expect("layer.3.head.2.weights", layers[0][0, 2])
        expect("layer.11.head.0.weights", layers[1][0, 0])
        """,
        TensorType.F64,
        "2 layers (3, 11) of 3 heads, 5 tokens");
  }

  /** Logits are the products of queries and keys only if axes are where they should be. */
  @Test
  void cacheOfTransformerLens() throws IOException, InterruptedException {
    assertSaved(
        """
        all = cache()
        save("recording.safetensors", weights=all, logits=all, query=all, key=all, value=all)
        expect("weights", [all["blocks.%d.attn.hook_pattern" % i].values for i in range(2)])
        expect("value", [all["blocks.%d.attn.hook_v" % i].values.swapaxes(1, 2) for i in range(2)])
        """,
        TensorType.F32, "2 layers of 2 heads, 5 tokens; logits are q·k/T", "corollary-1-max ");
  }

  @Test
  void someLayersOfACacheWithSharedAndRotatedKeys() throws IOException, InterruptedException {
    assertSaved(
        """
        all = cache(layers=(2, 10), heads=4, shared=2, rotary=True)
        save("recording.safetensors", weights=all, logits=all, query=all, key=all, value=all)
        expect("layer.10.head.3.key", all["blocks.10.attn.hook_rot_k"].values[0, :, 1])
        """,
        TensorType.F32,
        "2 layers (2, 10) of 4 heads, 5 tokens; logits are q·k/T");
  }

  @Test
  void layersOfDifferentNumbersOfHeads() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = [attention(heads=n).astype("f4") for n in (3, 1)]
        save("recording.safetensors", weights=layers, value=[rng.standard_normal((1, 1, 5, 4)).astype("f4")] * 2)
        expect("layer.0.head.2.weights", layers[0][0, 2])
        expect("layer.1.head.0.weights", layers[1][0, 0])
        """,
        TensorType.F32,
        "3 heads in layer 0, 1 head in layer 1, 5 tokens");
  }

  @Test
  void crossAttention() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = [attention(queries=3, causal=False).astype("f4") for _ in range(2)]
        save("recording.safetensors", weights=layers, causal=False)
        expect("weights", layers)
        """,
        TensorType.F32,
        "3 queries, 5 keys");
  }

  @Test
  void decodingStep() throws IOException, InterruptedException {
    assertSaved(
        """
        steps = [[attention()], [attention(queries=1, keys=6, start=5)]]
        save("recording.safetensors", weights=steps[1], query_start=5)
        expect("weights", steps[1])
        """,
        TensorType.F64,
        "one query at position 5 of 6 keys");
  }

  @Test
  void paddingWithoutNumbers() throws IOException, InterruptedException {
    assertSaved(
        """
        layers = [attention(there=[0, 0, 1, 1, 1]).astype("f4") for _ in range(2)]
        save("recording.safetensors", weights=layers, attention_mask=[[0, 0, 1, 1, 1]])
        expect("attention_mask", [0, 0, 1, 1, 1])
        """,
        TensorType.F32,
        "2 padded tokens and 12 rows without a visible token are left out");
  }

  @Test
  void sinksWindowAndSoftcap() throws IOException, InterruptedException {
    assertSaved(
        """
        logits = rng.standard_normal((2, 2, 5, 5))
        e = np.exp(3 * np.tanh(logits / 3)) * np.tri(5) * (1 - np.tri(5, k=-2))
        sink = [[0.5, -1], [2, 0]]
        weights = e / (e.sum(-1, keepdims=True) + np.exp(sink)[:, :, None, None])
        save("recording.safetensors", weights=weights, logits=logits, sink=sink, softcap=3, window=2, temperature=1)
        expect("sink", sink)
        """,
        TensorType.F64,
        "scaled logits are capped at 3",
        "the one token before it",
        "a sink takes part");
  }

  @Test
  void oneLayerAtATimeIsCopied() throws IOException, InterruptedException {
    String printed =
        python(
            """
            save("recording.safetensors", weights=[Tensor(attention()) for _ in range(20)])
            print(Tensor.most <= 2 and Tensor.alive)
            """);

    assertThat(printed).isEqualTo("0\n");
  }

  @Test
  void fileIsWholeOrAsBefore() throws IOException, InterruptedException {
    Files.writeString(recording(), "before");
    String printed =
        python(
            """
            class Lost(Tensor):
                def detach(self):
                    raise RuntimeError("the GPU is lost")

                def __getitem__(self, i):
                    return Lost(self.values[i])

            try:
                save("recording.safetensors", weights=[Tensor(attention()), Lost(attention())])
            except RuntimeError as e:
                print(e)
            """);

    assertThat(printed).isEqualTo("the GPU is lost\n");
    assertThat(recording()).hasContent("before");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }
}
