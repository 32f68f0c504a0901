package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verify and rows append to the summary of a step. */
class StepSummaryTests {

  private static final List<Claim<?>> CLAIMS =
      List.of(Catalogue.named("corollary-3").orElseThrow());

  @TempDir private Path directory;

  private Path summary;
  private Path output;
  private Path recording;

  @BeforeEach
  void files() throws IOException {
    summary = Files.writeString(directory.resolve("step.md"), "before\n");
    output = directory.resolve("output");
    recording =
        ByteModels.weights(
            directory.resolve("weights.safetensors"), "a-model", 1, 0, 0, 0.5f, 0.5f, 0, 1, 0, 0);
  }

  private Run verify(String file) {
    return run(file, "verify", "--no-model", "--budget=10", "--seed=random", "--output=" + output);
  }

  private Run rows(String... more) {
    return run(
        summary.toString(),
        Stream.concat(Stream.of("rows", recording.toString()), Arrays.stream(more))
            .toArray(String[]::new));
  }

  private static Run run(String file, String... words) {
    return Run.in(Map.of(StepSummary.VARIABLE, file), CLAIMS, words);
  }

  @Test
  void verifyAppendsWhatItWrites() throws IOException {
    Run run = verify(summary.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(summary).hasContent("before\n" + Files.readString(output.resolve("summary.md")));
  }

  @Test
  void withoutTheVariableNothingIsAppended() {
    assertThat(verify("").code()).isZero();
    assertThat(summary).hasContent("before\n");
  }

  @Test
  void rowsAppendsItsTablesAndTheCommand() throws IOException {
    Path baseline = directory.resolve("rows.json");
    assertThat(rows("--baseline", baseline.toString(), "--accept").code()).isZero();
    assertThat(summary).content().contains("Baseline: there was none before");
    Files.writeString(
        baseline, Files.readString(baseline).replace("Percent\" : 50.0", "Percent\" : 40.0"));

    assertThat(rows("--baseline", baseline.toString()).code()).isEqualTo(Main.DEPARTED);

    String appended = Files.readString(summary);
    assertThat(appended.substring(appended.lastIndexOf("# attention-limits")).lines())
        .contains(
            "- corollary-3 on weights.safetensors: was 40 % of 2 rows violating, left/right up to"
                + " 2.000, is 50 % of 2 rows violating, left/right up to 2.000",
            "To run it again: attention-limits rows " + recording + " --baseline " + baseline,
            "| weights.safetensors | corollary-3: 50.00 % of 2 rows above |",
            "| weights.safetensors | corollary-3 | 2 | 50.00 % | 2.000 | layer 0, head 0, query 1 |");
  }

  @Test
  void aFailureToAppendIsOneLineAndNoExitCode() throws IOException {
    Path missing = directory.resolve("none/step.md");
    Path large = Files.write(directory.resolve("large.md"), new byte[1 << 20]);
    for (Path file :
        List.of(
            directory, missing, large, output.resolve("ledger.json"), output.resolve("badges"))) {
      Run run = verify(file.toString());
      assertThat(run.err())
          .startsWith("attention-limits: the step has no summary: ")
          .contains(file.toString())
          .hasLineCount(1);
      assertThat(run.code()).isZero();
    }
    assertThat(large).hasSize(1 << 20);
    assertThat(Files.readString(output.resolve("ledger.json"))).startsWith("{").endsWith("}\n");
    assertThat(verify("a\u0000b").err()).hasLineCount(1);
  }
}
