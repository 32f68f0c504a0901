package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlimits.reports.testing.Python;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about Python: its blocks are run as they stand there, on made-up models. */
class PythonPageTests {

  private static final Path PAGE = Path.of("..", "src", "site", "markdown", "python.md");
  private static final Path TRANSFORMERS =
      Path.of("src/test/resources/org/attentionlimits/reports/cli/python/walk");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  /** Code of a language. */
  private record Block(String language, String code) {}

  @BeforeEach
  void python() {
    Python.assume();
  }

  private static List<Block> blocks(String heading) throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    int start = page.indexOf("\n## " + heading + "\n");
    int end = page.indexOf("\n## ", start + 1);
    String section = page.substring(start, end < 0 ? page.length() : end);
    return BLOCK.matcher(section).results().map(PythonPageTests::block).toList();
  }

  private static Block block(MatchResult found) {
    return new Block(found.group(1), found.group(2));
  }

  private String python(String script) throws IOException, InterruptedException {
    return Python.run(directory, script, TRANSFORMERS.toRealPath());
  }

  /** Runs a line of a shell; names of files stand for files of the directory. */
  private Run run(String line) {
    String[] words = line.strip().split(" +", -1);
    assertThat(words[0]).isEqualTo("attention-limits");
    return Run.of(
        Stream.of(words)
            .skip(1)
            .map(word -> word.contains(".") ? directory.resolve(word).toString() : word)
            .toArray(String[]::new));
  }

  @Test
  void threeCommandsLeadToTheAnswer() throws IOException, InterruptedException {
    List<Block> blocks = blocks("From Hugging Face to an answer");
    assertThat(blocks).extracting(Block::language).containsExactly("python", "sh", "python");

    assertThat(python(blocks.get(0).code)).isEmpty();
    Run rows = run(blocks.get(1).code);
    List<String> heads = python(blocks.get(2).code).lines().toList();

    assertThat(rows.code()).as(rows.err()).isZero();
    assertThat(rows.out())
        .startsWith("openai-community/gpt2 on “Data visualization empowers users to”, recorded in")
        .contains("2 layers of 3 heads, 5 tokens; weights only")
        .contains("corollary-3-temperature ");
    assertThat(directory.resolve("heads.csv")).isNotEmptyFile();
    assertThat(heads)
        .hasSize(6)
        .allMatch(
            line ->
                line.matches(
                    "layer [01], head [0-2]: .J.. is above 1/\\(4T\\) on \\d of 4 rows, and at most"
                        + " [0-9.]+ times it"));
  }

  @Test
  void otherProgramsGiveRecordings() throws IOException, InterruptedException {
    Block block = blocks("Other models and programs").get(0);
    String given =
        """
        from types import SimpleNamespace
        import standin
        from standin import Tensor

        def layers(count, **sight):
            return [Tensor(standin.attention(**sight).astype("f4")) for _ in range(count)]

        inputs = {"attention_mask": Tensor([[1, 1, 1, 1, 0]])}
        bert = SimpleNamespace(attentions=layers(2, causal=False, there=[1, 1, 1, 1, 0]))
        t5 = SimpleNamespace(cross_attentions=layers(2, queries=3, causal=False))
        steps = [layers(2)] + [layers(2, queries=1, keys=n, start=n - 1) for n in (6, 7)]
        generated = SimpleNamespace(attentions=steps)
        cache = standin.cache()
        attention = layers(2)
        mistral = SimpleNamespace(attentions=layers(6, queries=7, keys=7, window=4))
        """;

    assertThat(python(given + block.code)).isEmpty();

    Run rows = Run.of("rows", directory.toString());
    assertThat(rows.code()).as(rows.err()).isZero();
    long saved = block.code.lines().filter(line -> line.startsWith("save(")).count();
    assertThat(rows.out().lines().filter(line -> line.startsWith("SHA-256 "))).hasSize((int) saved);
  }

  @Test
  void logitsAreSavedWithTheirSoftmax() throws IOException, InterruptedException {
    Block block = blocks("Logits without weights").get(0);
    String given =
        """
        import numpy as np
        T, logits = 8, np.sin(np.arange(50).reshape(1, 2, 5, 5)).astype("f4") * 40
        """;

    assertThat(python(given + block.code)).isEmpty();

    Run rows = Run.of("rows", directory.resolve("logits.safetensors").toString());
    assertThat(rows.code()).as(rows.err()).isZero();
    assertThat(rows.out()).contains("lemma-1 ").doesNotContain("is taken");
  }
}
