package org.attentionlimits.reports.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.reports.testing.Ledgers;
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
    "VERIFY, report/junit.xml",
    "VERIFY, report/ledger.schema.json",
    "VERIFY, report/badges/lemma-1.svg",
    "VERIFY, report/running.lock",
    "VERIFY, search.tsv",
    "ACCEPT, baseline.json",
    "EXPERIMENTS, experiments/experiments.json",
    "EXPERIMENTS, experiments/experiments.html",
    "EXPERIMENTS, experiments/jacobian-norms/heads.csv",
    "RECORD, x.safetensors",
    "ROWS, rows/rows.html",
    "ROWS, rows/badges/rows-rows.svg",
    "ROWS, rows/running.lock"
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
  @CsvSource({"verify --no-model --budget 1", "power --budget 1", "rows none.safetensors"})
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
        boolean file = Files.isRegularFile(path) && !path.startsWith(model);
        contents.put(path, file ? new String(Files.readAllBytes(path), ISO_8859_1) : "");
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
    "--memory, summary.md",
    "--memory, junit.xml",
    "--memory, ledger.csv",
    "--memory, heads.csv",
    "--memory, rows.html",
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
    for (String options : List.of("--csv @/x --json", "--json @/x --baseline")) {
      String[] both = options.split(" @/x ", -1);
      assertRefusedUntouched(
          "rows @/r " + options + " @/x",
          both[1] + " and " + both[0] + " must be different files: @/x");
    }
    for (String option : List.of("--csv", "--json", "--accept --baseline")) {
      assertRefusedUntouched(
          "rows @/r --output @/model " + option + " @/model/rows.html",
          " must not be a file that runs write into --output: @/model/rows.html");
    }
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
    "rows @/r --output=, --output",
    "rows @/r --csv=, --csv",
    "rows @/r --json=, --json",
    "rows @/r --baseline=, --baseline",
    "'rows ', FILE",
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
        "rows @/r --csv @/x/y/m",
        "rows @/r --json @/x/y/m",
        "rows @/r --accept --baseline @/x/y/m",
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
        "experiments --model @/model --tokens 8",
        "rows @/r"
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

  /** A search would leave a memory, and experiments their numbers. */
  @ParameterizedTest
  @CsvSource({
    "verify --no-model --budget 1 --memory @/m, ledger.json",
    "verify --no-model --budget 1 --memory @/m, ledger.schema.json",
    "verify --no-model --budget 1 --memory @/m, index.html",
    "verify --no-model --budget 1 --memory @/m, summary.txt",
    "verify --no-model --budget 1 --memory @/m, running.lock",
    "verify --no-model --budget 1 --memory @/m, badges/lemma-1.svg",
    "verify --no-model --budget 1 --memory @/m, badges/attention-limits.json",
    "rows @/r.safetensors, rows.html",
    "rows @/r.safetensors, running.lock",
    "rows @/r.safetensors, badges/rows-r.json",
    "power --budget 1, power.json",
    "power --budget 1, running.lock",
    "experiments --model @/model --tokens 8, experiments.json",
    "experiments --model @/model --tokens 8, experiments.html",
    "experiments --model @/model --tokens 8, running.lock",
    "experiments --model @/model --tokens 8, jacobian-norms/heads.csv",
    "experiments --model @/model --tokens 8, jacobian-norms/jacobian-norms.svg",
  })
  void aTargetIsRefusedBeforeTheWork(String words, String name) throws IOException {
    Files.createDirectories(directory.resolve("out").resolve(name));
    assertRefusedUntouched(
        words + " --output @/out", "@/out/" + name + ": must be a file, is a directory");
  }

  @ParameterizedTest
  @CsvSource({
    "verify --no-model --budget 1 --memory @/m, badges",
    "rows @/r, badges",
    "experiments --model @/model --tokens 8, jacobian-norms",
    "experiments --model @/model --tokens 8, unfinished",
  })
  void aDirectoryOfTargetsIsRefusedBeforeTheWork(String words, String name) throws IOException {
    Files.createDirectory(directory.resolve("out"));
    Files.writeString(directory.resolve("out").resolve(name), "mine");
    assertRefusedUntouched(
        words + " --output @/out", "@/out/" + name + ": must be a directory, is a file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a text of mine\n",
        "\n",
        "{}",
        "[]",
        "null",
        "{\"schemaVersion\" : 2}",
        "{\"schemaVersion\" : 5, \"version\" : \"1\", \"claims\" : []}",
        "\u0000"
      })
  void aFileThatIsNoBaselineIsNotReplaced(String text) throws IOException {
    Files.writeString(directory.resolve("mine"), text);
    assertRefusedUntouched(
        "verify --model @/model --tokens 8 --budget 1 --output @/out --accept --baseline @/mine",
        "@/mine: is no baseline; --accept must name one, or a new file");
    assertRefusedUntouched(
        VERIFY + "@/out --accept --baseline @/mine",
        "@/mine: is no baseline; --accept must name one, or a new file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"schemaVersion\" : 1, \"seed\" : 1, \"claims\" : {}}"})
  void anEmptyFileAndABaselineOfAnEarlierFormatAreReplaced(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("baseline.json"), text);
    PrintWriter out = new PrintWriter(java.io.Writer.nullWriter());
    BaselineGate.open(file, true, false, "again").settle(Ledgers.sample(), out, out);
    assertThat(Baseline.read(file)).isEqualTo(Baseline.of(Ledgers.sample()));
  }

  @ParameterizedTest
  @CsvSource({
    "verify --model @/model --tokens 8 --budget 1, --text, index.html",
    "verify --model @/model --tokens 8 --budget 1, --text, badges/lemma-1.json",
    "verify --model @/model --tokens 8 --budget 1, --cache, badges",
    "verify --tokens 8 --budget 1, --model, badges",
    "experiments --model @/model --tokens 8, --text, index.html",
    "experiments --model @/model --tokens 8, --text, jacobian-norms/heads.csv",
    "experiments --model @/model --tokens 8, --text, unfinished/x",
    "experiments --model @/model --tokens 8, --cache, unfinished",
    "experiments --tokens 8, --model, separability",
    "experiments, --recorded, jacobian-norms/heads.csv",
    "experiments, --recorded, unfinished/x",
    "experiments --model @/model --tokens 8, --text, power.json",
  })
  void whatAModelReadsIsApartFromTheOutput(String words, String option, String name)
      throws IOException {
    Path file = directory.resolve("out").resolve(name);
    Files.createDirectories(file.getParent());
    if (option.equals("--model") || option.equals("--cache")) {
      ByteModels.model(Files.createDirectory(file));
    } else {
      Files.writeString(file, "a text of more than eight bytes");
    }
    assertRefusedUntouched(
        words + " --output @/out " + option + " @/out/" + name,
        option + " must not be a file that runs write into --output: @/out/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.safetensors", "config.json"})
  void aRecordingDoesNotReplaceItsModel(String name) throws IOException {
    byte[] before = Files.readAllBytes(model.resolve(name));
    for (String path : List.of("@/model/" + name, "@/model/../model/" + name)) {
      assertRefusedUntouched(
          "record --tokens 8 --model @/model --output " + path,
          "--output must not be a file of --model: " + path);
    }
    assertThat(model.resolve(name)).hasBinaryContent(before);
    Files.delete(model.resolve(name));
    assertRefused(
        Run.of("record", "--model", model.toString(), "--output", model.resolve(name).toString()),
        "--output must not be a file of --model: ");
  }

  @Test
  void badgesOfClaimsThatAreGoneGoAndOthersStay() throws IOException {
    assertThat(Writer.VERIFY.run(directory, model, 1).code()).isZero();
    Path badges = directory.resolve("report/badges");
    Map<String, String> own = new TreeMap<>();
    for (String ending : List.of(".json", ".svg")) {
      String badge = Files.readString(badges.resolve("lemma-1" + ending));
      own.put("gone" + ending, badge.replace("lemma-1", "gone"));
    }
    Map<String, String> foreign =
        Map.of(
            "mine.json", own.get("gone.json"),
            "mine.svg", own.get("gone.svg"),
            "note.txt", "gone",
            "text.json", "gone",
            "shield.json", "{\"schemaVersion\":1,\"label\":\"shield\",\"message\":\"x\"}",
            "drawn.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>drawn: x</title></svg>",
            "empty.svg", "");
    for (Map<String, String> some : List.of(own, foreign)) {
      for (Map.Entry<String, String> file : some.entrySet()) {
        Files.writeString(badges.resolve(file.getKey()), file.getValue());
      }
    }
    Files.createDirectory(badges.resolve("place.svg"));

    assertThat(Writer.VERIFY.run(directory, model, 2).code()).isZero();

    assertThat(badges.resolve("place.svg")).isDirectory();
    for (String name : own.keySet()) {
      assertThat(badges.resolve(name)).doesNotExist();
    }
    for (Map.Entry<String, String> file : foreign.entrySet()) {
      assertThat(badges.resolve(file.getKey())).hasContent(file.getValue());
    }
    Writer.VERIFY.assertWhole(directory);
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
