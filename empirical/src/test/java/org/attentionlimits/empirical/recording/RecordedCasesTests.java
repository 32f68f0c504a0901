package org.attentionlimits.empirical.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of a table of recordings is accepted or refused as the table says, with its words. */
class RecordedCasesTests {

  private static final String DATA = "attention.testdata";

  /** What descriptions say of files of which the table tells in other words. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("weights-only", "weights only"),
          Map.entry("weights-only-attentions", "weights only"),
          Map.entry("weights-and-vectors", "logits are q·k"),
          Map.entry("bidirectional-weights-only", "a query sees the whole row"),
          Map.entry("causal-True", "2 layers of 2 heads, 4 tokens"),
          Map.entry("sink-tensor", "a sink takes part in each row"),
          Map.entry("softcap-metadata", "scaled logits are capped at 1"),
          Map.entry(
              "left-padding-uniform-rows-with-mask",
              "2 padded tokens and 8 rows without a visible token are left out"),
          Map.entry(
              "left-padding-with-mask",
              "2 padded tokens and 8 rows without a visible token are left out"),
          Map.entry("extra-tensor-U16", "not looked at: extra (U16)"),
          Map.entry("extra-tensor-F8", "not looked at: extra (F8_E4M3)"),
          Map.entry("f16-near-tie", "1 layer of 1 head, 2 tokens"));

  /** A line of a table: a file, the verdict, and what must be said. */
  record Case(Path file, boolean accepted, String words) {

    static Stream<Case> of(Path table) throws IOException {
      return Files.readAllLines(table).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(
              cells ->
                  new Case(
                      table.resolveSibling(cells[0] + ".safetensors"),
                      cells[1].equals("accept"),
                      cells[2]));
    }

    @Override
    public String toString() {
      return file.getFileName().toString();
    }

    private String name() {
      return toString().replace(".safetensors", "");
    }
  }

  private static Path data() {
    String data = System.getProperty(DATA);
    assumeThat(data).as("recorded cases need -D%s=DIR, DIR/data/recorded-cases", DATA).isNotNull();
    return Path.of(data, "data");
  }

  static Stream<Case> shared() throws IOException {
    String data = System.getProperty(DATA);
    return data == null
        ? Stream.of(new Case(Path.of("none"), false, ""))
        : Case.of(data().resolve("recorded-cases/cases.tsv"));
  }

  @ParameterizedTest
  @MethodSource("shared")
  void casesOfTheDataFolder(Case of) throws IOException {
    data();
    if (of.accepted) {
      String told = of.words.split("; ", -1)[0];
      assertAccepted(of, WORDS.getOrDefault(of.name(), of.name().startsWith("f") ? "" : told));
    } else {
      assertRefused(of, of.words.replaceFirst(" \\(head.*", ""));
    }
  }

  static Stream<Case> own() throws IOException, URISyntaxException {
    return Case.of(Path.of(RecordedCasesTests.class.getResource("cases.tsv").toURI()));
  }

  @ParameterizedTest
  @MethodSource("own")
  void ownCases(Case of) throws IOException {
    if (of.accepted) {
      assertAccepted(of, of.words);
    } else {
      assertRefused(of, of.words);
    }
  }

  /** GPT-2 small in four layers, printed in float32, and a Llama's first layer, in binary16. */
  @ParameterizedTest
  @CsvSource({"gpt2-head-detector-1, 48, 25, 4e-7", "llama-layer-0, 32, 32, 3e-4"})
  void realWeightsAreRead(String name, int heads, int tokens, double error) throws IOException {
    Path file = data().resolve("weights-only").resolve(name + ".safetensors");
    try (RecordedAttention recorded = RecordedAttention.open(file)) {
      assertThat(recorded.heads()).isEqualTo(heads);
      assertThat(recorded.length()).isEqualTo(tokens);
      assertThat(recorded.rows()).isEqualTo((long) heads * tokens);
      assertThat(recorded.weights()).isEqualTo((long) heads * tokens * (tokens + 1) / 2);
      assertThat(recorded.largestError()).isLessThan(error);
      assertThat(recorded.temperatures()).containsExactly(1);
    }
  }

  private static void assertAccepted(Case of, String words) throws IOException {
    try (RecordedAttention recorded = RecordedAttention.open(of.file)) {
      assertThat(recorded.description()).contains(words);
      long[] rows = {0};
      recorded.forEachRows(
          head -> {
            for (int query = 0; query < head.queries(); query++) {
              rows[0] += head.seenBy(query).isPresent() ? 1 : 0;
            }
          });
      assertThat(rows[0]).isEqualTo(recorded.rows());
    }
  }

  private static void assertRefused(Case of, String words) {
    assertThatThrownBy(() -> RecordedAttention.open(of.file).close())
        .isInstanceOf(TensorFileException.class)
        .hasMessageStartingWith(of.file + ": ")
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
  }
}
