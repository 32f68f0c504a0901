package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.model.Devices;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of another vocabulary, run on token ids; and the device that is named auto. */
class InputTests {

  private static final List<Claim<?>> CLAIMS =
      List.of(Catalogue.named("corollary-3").orElseThrow());

  private static final String ADDED = "299 0 7 298 7 7 1 2";

  @TempDir private Path directory;

  private String model;
  private String ids;

  @BeforeEach
  void files() throws IOException {
    Gpt2Config config = new Gpt2Config(300, 32, 16, 1, 2, 1e-5);
    model = ByteModels.model(directory.resolve("words"), config).toString();
    ids = ids(ADDED);
  }

  private String ids(String text) throws IOException {
    return Files.writeString(directory.resolve("ids.txt"), text).toString();
  }

  private String output(String name) {
    return directory.resolve(name).toString();
  }

  private Run verify(String... args) {
    String[] all = new String[args.length + 5];
    System.arraycopy(
        new String[] {"verify", "--budget", "1", "--output", output("out")}, 0, all, 0, 5);
    System.arraycopy(args, 0, all, 5, args.length);
    return Run.in(Map.of(), CLAIMS, all);
  }

  private List<ModelEntry> models() throws IOException {
    return LedgerFile.read(directory.resolve("out").resolve(LedgerFile.LEDGER)).models().stream()
        .filter(model -> !model.recorded())
        .toList();
  }

  @Test
  void verifyRunsAModelOnIds() throws IOException {
    Run run = verify("--model", model, "--ids", ids);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(models()).hasSize(1);
    assertThat(models().get(0).tokens()).isEqualTo(8);
    assertThat(models().get(0).description())
        .contains("300 token ids", " on the token ids in ids.txt (sha256 ", "), 8 tokens");
  }

  @Test
  void recordWritesThem() throws IOException {
    String file = output("words.safetensors");

    Run run = Run.of("record", "--model", model, "--ids", ids, "--output", file);

    assertThat(run.err()).isEmpty();
    try (RecordedAttention recorded = RecordedAttention.open(Path.of(file))) {
      assertThat(recorded.ids().orElseThrow()).containsExactly(299, 0, 7, 298, 7, 7, 1, 2);
    }
  }

  @Test
  void experimentsRunOnThem() {
    Run run =
        Run.of(
            "experiments",
            "--experiment=jacobian-norms",
            "--model",
            model,
            "--ids",
            ids,
            "--output",
            output("experiments"));

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 300 | ids.txt: model words: token id at 1 must be from 0 to 299: 300",
        "1 two | ids.txt: token id at 1 must be a decimal of at most nine digits: two",
        "[]    | ids.txt: must hold at least one token id",
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 | ids.txt: model words:"
            + " number of tokens must be from 1 to 32: 33",
      })
  void idsThatAreNotTheModelsAreToldInOneLine(String text, String problem) throws IOException {
    Run run = verify("--model", model, "--ids", ids(text));

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains(problem).hasLineCount(1);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void autoTellsOnceWhyItIsTheCpu() throws IOException {
    assumeThat(Devices.fallback("auto")).as("there is a GPU").isPresent();

    Run run = verify("--model", model, "--model", output("other"), "--ids", ids, "--device=auto");
    assertThat(run.err()).contains("no such model");
    Run usable = verify("--model", model, "--ids", ids, "--device=auto");

    assertThat(usable.code()).isZero();
    assertThat(usable.err())
        .isEqualTo(Devices.fallback("auto").orElseThrow() + System.lineSeparator())
        .startsWith("device auto: ")
        .endsWith("; models run on the CPU" + System.lineSeparator());
    assertThat(models()).extracting(ModelEntry::name).containsExactly("words");
  }
}
