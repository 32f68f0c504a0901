package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.ValueSource;

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

  /** A run in which {@code @} stands for the directory, that is refused and changes nothing. */
  private void assertRefusedUntouched(String words, String problem) throws IOException {
    Map<Path, String> before = contents();
    String[] args = words.split(" ", -1);
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace("@", directory.toString());
    }
    assertRefused(Run.of(args), problem.replace("@", directory.toString()));
    assertThat(contents()).isEqualTo(before);
  }

  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.toList()) {
        boolean text = Files.isRegularFile(path) && !path.startsWith(model);
        contents.put(path, text ? Files.readString(path) : "");
      }
    }
    return contents;
  }

  private static final String VERIFY = "verify --no-model --budget 1 --output ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a text of mine\n",
        "\n",
        "one\t2\t3\n",
        "{}",
        "lemma-1\t1\tno number\n",
        "\u0000"
      })
  void aFileThatIsNoMemoryIsNotReplaced(String text) throws IOException {
    Files.writeString(directory.resolve("mine"), text);
    assertRefusedUntouched(
        VERIFY + "@/out --memory @/mine", "@/mine: is no memory of earlier searches");
  }

  @ParameterizedTest
  @CsvSource({
    "--memory, ledger.json",
    "--memory, ledger.schema.json",
    "--memory, index.html",
    "--memory, summary.txt",
    "--memory, badges/lemma-1.json",
    "--memory, power.json",
    "--memory, experiments.json",
    "--memory, running.lock",
    "--baseline, ledger.json",
    "--baseline, running.lock",
    "--accept --baseline, ledger.json",
    "--accept --baseline, badges/new.json",
    "--power, ledger.json",
    "--recorded, index.html"
  })
  void aFileOfTheOutputServesNothingElse(String option, String name) throws IOException {
    Files.createDirectory(directory.resolve("out"));
    String last = option.substring(option.lastIndexOf(' ') + 1);
    String problem = last + " must not be a file that runs write into --output: ";
    for (String path : List.of("@/out/" + name, "@/model/../out/" + name)) {
      assertRefusedUntouched(VERIFY + "@/out " + option + " " + path, problem + path);
    }
    assertRefusedUntouched(
        VERIFY + "@/new " + option + " @/new/" + name, problem + "@/new/" + name);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToAFileOfTheOutputServesNothingElse() throws IOException {
    Files.createDirectory(directory.resolve("out"));
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("out/ledger.json"));
    Files.createSymbolicLink(directory.resolve("other"), directory.resolve("out"));
    String problem = "--memory must not be a file that runs write into --output: ";
    assertRefusedUntouched(VERIFY + "@/out --memory @/link", problem);
    assertRefusedUntouched(VERIFY + "@/out --memory @/other/ledger.json", problem);
    assertRefusedUntouched(VERIFY + "@/other --memory @/out/ledger.json", problem);
  }

  @Test
  void oneFileHasOnePurpose() throws IOException {
    Files.writeString(directory.resolve("text.txt"), "a text of more than eight bytes");
    assertRefusedUntouched(
        VERIFY + "@/out --memory @/x --accept --baseline @/x",
        "--memory and --baseline must be different files: @/x");
    assertRefusedUntouched(
        "record --model @/model --tokens 8 --text @/text.txt --output @/text.txt",
        "--output and --text must be different files: @/text.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "verify --no-model --budget 1 --output=, --output",
    "verify --no-model --budget 1 --output @/out --memory=, --memory",
    "verify --no-model --budget 1 --output @/out --baseline=, --baseline",
    "verify --no-model --budget 1 --output @/out --power=, --power",
    "verify --no-model --budget 1 --output @/out --recorded=, --recorded",
    "verify --model @/model --tokens 8 --budget 1 --output @/out --text=, --text",
    "verify --model @/model --tokens 8 --budget 1 --output @/out --cache=, --cache",
    "power --budget 1 --output=, --output",
    "experiments --model @/model --tokens 8 --output=, --output",
    "experiments --recorded=, --recorded",
    "record --output=, --output",
    "train --text= --output @/new, --text",
    "train --text @/t --output=, --output",
    "'check ', LEDGER",
    "'inspect ', FILE",
    "'readme  x', FILE",
    "tokens --text=, --text"
  })
  void anEmptyWordIsNoPath(String words, String name) throws IOException {
    assertRefusedUntouched(words, name);
    assertRefusedUntouched(words, "must name a file");
  }

  @Test
  void aLongPathDoesNotHideTheReason() throws IOException {
    String path = "@/" + "a".repeat(5000);
    assertRefusedUntouched(
        VERIFY + "@/out --memory " + path + "/m",
        "cannot be written: its directory does not exist");
    assertRefusedUntouched(VERIFY + path, "cannot be written to: File name too long");
    assertRefusedUntouched("record --model @/model --output " + path, "File name too long");
    assertRefusedUntouched("check " + path, ": cannot be read: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify --no-model --budget 1 --output @/out --memory @/x/y/m",
        "verify --no-model --budget 1 --output @/out --accept --baseline @/x/y/m",
        "record --model @/model --tokens 8 --output @/x/y/m",
      })
  @DisabledOnOs(OS.WINDOWS)
  void aDirectoryThatIsNotThereIsNotMadeForAFile(String words) throws IOException {
    assertRefusedUntouched(words, "@/x/y/m: cannot be written: its directory does not exist");
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("x/y/m"));
    assertRefusedUntouched(
        words.replace("@/x/y/m", "@/link"),
        "@/link: cannot be written: its directory does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify --no-model --budget 1",
        "power --budget 1",
        "experiments --model @/model --tokens 8"
      })
  @DisabledOnOs(OS.WINDOWS)
  void anOutputThatIsNoDirectoryIsRefusedAtOnce(String words) throws IOException {
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("x/y"));
    assertRefusedUntouched(
        words + " --output @/link",
        "@/link: cannot be a directory, @/link is a link that leads to none");
    Files.writeString(directory.resolve("file"), "");
    assertRefusedUntouched(
        words + " --output @/file/below", "@/file/below: cannot be a directory, @/file is a file");
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
