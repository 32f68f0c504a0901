package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.reports.testing.ByteModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is there and is no regular file is refused by whatever writes; links are followed. */
class TargetTests {

  @TempDir private Path directory;

  private Path model;

  @BeforeEach
  void model() throws IOException {
    model = ByteModels.model(Files.createDirectory(directory.resolve("model")));
  }

  private void assertRefused(Run run, String words) {
    assertThat(run.err()).hasLineCount(1).startsWith("attention-limits").contains(words);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({
    "VERIFY, report/ledger.json",
    "VERIFY, report/index.html",
    "VERIFY, report/summary.txt",
    "VERIFY, report/ledger.schema.json",
    "VERIFY, report/badges/lemma-1.svg",
    "VERIFY, report/running.lock",
    "VERIFY, search.tsv",
    "ACCEPT, baseline.json",
    "EXPERIMENTS, experiments/experiments.json",
    "EXPERIMENTS, experiments/index.html",
    "EXPERIMENTS, experiments/jacobian-norms/heads.csv",
    "RECORD, x.safetensors"
  })
  void aDirectoryAndADeviceAreRefused(Writer writer, String name) throws IOException {
    Path target = directory.resolve(name);
    Files.createDirectories(target);
    assertRefused(writer.run(directory, model, 1), target + ": must be a file, is a directory");

    Files.delete(target);
    Files.createSymbolicLink(target, Path.of("/dev/null"));
    assertRefused(
        writer.run(directory, model, 1), target + ": must be a file, is a device, a pipe");
    assertThat(target).isSymbolicLink();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();

    Files.delete(target);
    assertThat(writer.run(directory, model, 1).code()).isZero();
    assertThat(Writer.litter(directory)).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksAreFollowed() throws IOException {
    List<String> names =
        List.of("report/ledger.json", "search.tsv", "baseline.json", "x.safetensors");
    for (String name : names) {
      Files.createDirectories(directory.resolve(name).getParent());
      Path there = directory.resolve("there-" + name.replace('/', '-'));
      Files.createSymbolicLink(directory.resolve(name), there);
    }
    for (Writer writer : List.of(Writer.VERIFY, Writer.ACCEPT, Writer.RECORD)) {
      assertThat(writer.run(directory, model, 1).code()).isZero();
    }
    for (String name : names) {
      assertThat(directory.resolve(name)).isSymbolicLink().isNotEmptyFile();
    }
  }

  @ParameterizedTest
  @CsvSource({"verify --no-model --budget 1", "power --budget 1"})
  void aSecondRunInTheSameDirectoryIsTurnedAway(String words) throws IOException {
    Path output = directory.resolve("out");
    DirectoryLock lock = DirectoryLock.of(output);
    try (lock) {
      assertRefused(
          Run.of((words + " --output " + output).split(" ")),
          output + ": another run is writing there");
    }
    assertThat(output).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void outputThatIsLostIsNoSuccess() throws Exception {
    assertThat(exitCode("claims > /dev/full")).isEqualTo(Main.BAD_INPUT);
    assertThat(directory.resolve("err"))
        .hasContent("attention-limits: the output cannot be written: No space left on device");
    assertThat(exitCode("claims | true")).isZero();
    assertThat(directory.resolve("err")).isEmptyFile();
  }

  /** Of the command alone, whatever reads its output. */
  private int exitCode(String arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String[] parts = arguments.split(" ", 2);
    String command =
        "{ \"$0\" -XX:TieredStopAtLevel=1 -cp \"$1\" "
            + Main.class.getName()
            + " "
            + parts[0]
            + " 2> \"$2/err\"; echo $? > \"$2/code\"; } "
            + parts[1];
    String path = System.getProperty("java.class.path");
    new ProcessBuilder("sh", "-c", command, java, path, directory.toString()).start().waitFor();
    return Integer.parseInt(Files.readString(directory.resolve("code")).strip());
  }
}
