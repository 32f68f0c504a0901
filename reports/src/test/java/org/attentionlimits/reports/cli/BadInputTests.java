package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.reports.testing.ByteModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTests {

  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    ByteModels.model(directory.resolve("model"));
    ByteModels.model(directory.resolve("words"), new Gpt2Config(300, 32, 16, 1, 1, 1e-5));
    Files.writeString(directory.resolve("short.txt"), "ten tokens");
    Files.writeString(directory.resolve("empty.txt"), "");
    Files.writeString(directory.resolve("text.txt"), "a text of more than thirty-two bytes");
    Files.writeString(directory.resolve("bad.safetensors"), "no such thing");
    Files.writeString(directory.resolve("bad.json"), "{");
    Files.write(directory.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9});
    Path cached = Files.createDirectories(directory.resolve("cached/texts"));
    Files.writeString(cached.resolve("war-and-peace.txt"), "<html>Not found</html>");
    Path broken = ByteModels.model(directory.resolve("broken"));
    Files.writeString(broken.resolve("model.safetensors"), "no such thing");
    Path empty = directory.resolve("empty");
    Files.createDirectories(empty);
  }

  /** A call in which {@code @} stands for the directory. */
  private Run run(String args) {
    List<String> all = new ArrayList<>();
    for (String arg : args.split(" ", -1)) {
      all.add(arg.replace("@", directory.toString()));
    }
    return Run.of(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verify --no-model --budget 0 | '--budget': must be an integer from 1 to 9223372036854775807: 0",
        "verify --no-model --budget many | '--budget': must be an integer from 1 to 9223372036854775807: many",
        "verify --no-model --seed x | '--seed': must be random or an integer from -9223372036854775808 to 9223372036854775807: x",
        "verify --model @/model --tokens 0 | '--tokens': must be an integer from 1 to 2147483647: 0",
        "verify --model @/model --tokens 33 --text @/text.txt | 32 positions of model model: 33",
        "verify --model @/model --tokens 32 --text @/short.txt | has 10 tokens, 32 were asked for",
        "verify --model @/model --text @/empty.txt | empty.txt: text is empty",
        "verify --model @/model --text @/none.txt | none.txt: no such file",
        "verify --model @/model --text @/empty | empty: not a regular file",
        "verify --no-model --recorded @/empty | empty: not a regular file",
        "verify --model @/none | none: no such model, must be mini, gpt2, gpt2-medium",
        "verify --model @/empty | config.json: no such file",
        "verify --model @/broken | model.safetensors: ",
        "verify --model= | : must name a model: \"\"",
        "record --output @/x --model= | '--model': must name a model: \"\"",
        "verify --model @/words --tokens 8 | number of token ids must be 256 (bytes) or 50257 (GPT-2's byte pairs): 300; --ids takes a file of token ids",
        "verify --model @/words --ids @/none.txt | none.txt: no such file",
        "verify --model @/words --ids @/empty | empty: not a regular file",
        "verify --model @/words --ids= | '--ids': must name a file",
        "verify --model @/words --ids @/short.txt --text @/short.txt | --ids and --text exclude each other",
        "record --output @/x --ids @/short.txt --tokens 8 | --ids and --tokens exclude each other",
        "record --output @/text.txt --ids @/text.txt | --output and --ids must be different files",
        "experiments --recorded @/x --ids @/short.txt | --recorded and --ids exclude each other",
        "verify --no-model --ids @/short.txt | --no-model and --ids exclude each other",
        "tokens --ids=@/short.txt | Unknown option: '--ids=",
        "verify --model @/model --no-model | --no-model and --model exclude each other",
        "verify --no-model --text @/text.txt | --no-model and --text exclude each other",
        "verify --no-model --tokens 8 | --no-model and --tokens exclude each other",
        "verify --no-model --device cpu | --no-model and --device exclude each other",
        "verify --no-model --embeddings inputs | --no-model and --embeddings exclude each other",
        "verify --no-model --recorded @/x --cache @/cached | --no-model and --cache exclude each other",
        "verify --model @/model --model @/model --tokens 8 | must have different names: model",
        "verify --no-model --recorded @/bad.safetensors | bad.safetensors: ",
        "verify --no-model --recorded @/none.safetensors | none.safetensors: ",
        "verify --no-model --baseline @/none.json | none.json: no such baseline",
        "verify --no-model --baseline @/bad.json | bad.json: not a baseline: line 1: ",
        "verify --no-model --accept | --accept needs --baseline",
        "verify --no-model --output @/text.txt | text.txt: cannot be a directory",
        "verify --no-model --output @/text.txt/below | text.txt is a file",
        "verify --model random:gpt3 | random model must be random:NAME or random:NAME:SEED, NAME a known model",
        "verify --model @/model --tokens 8 --device tpu | device must be cpu, gpu, gpu:K or auto: tpu",
        "verify --model @/model --tokens 8 --device gpu:99 | device gpu:99: this machine has",
        "verify --model @/model --embeddings x | --embeddings must be values, inputs or tokens: x",
        "power --budget 0 | '--budget': must be an integer from 1 to 9223372036854775807: 0",
        "power --false-alarms=-1 | '--false-alarms': must be an integer from 0 to 2147483647: -1",
        "power --output @/text.txt | text.txt: cannot be a directory",
        "experiments --recorded @/x --model @/model | --recorded and --model exclude each other",
        "experiments --recorded @/x --text @/text.txt | --recorded and --text exclude each other",
        "experiments --recorded @/x --tokens 8 | --recorded and --tokens exclude each other",
        "experiments --recorded @/x --device cpu | --recorded and --device exclude each other",
        "experiments --recorded @/x --embeddings inputs | --recorded and --embeddings exclude each other",
        "experiments --recorded @/x --cache @/cached | --recorded and --cache exclude each other",
        "record --output @/empty | empty: must be a file",
        "record --output /dev/null | /dev/null: must be a file, is a device",
        "inspect @/\u001b[31m.st | \\u001b[31m.st: no such file",
        "claims \u009b2J\u202e | no such claim: \\u009b2J\\u202e",
        "record | Missing required option: '--output=FILE'",
        "record --output @/x --embeddings=inputs | Unknown option: '--embeddings=inputs'",
        "record --model @/broken --output @/x | model.safetensors: ",
        "record --model @/model --output @/text.txt/x --tokens 8 | text.txt is not a directory",
        "record --model @/model --output= | '--output': must name a file",
        "compare @/bad.safetensors | compare needs either a second FILE or --model",
        "compare @/bad.safetensors @/bad.safetensors | bad.safetensors: ",
        "compare @/none.safetensors --model mini | none.safetensors: no such file",
        "compare @/a @/b --model mini | compare needs either a second FILE or --model",
        "compare @/a @/b --device cpu | a second FILE and --device exclude each other",
        "compare @/a @/b --cache @/cached | a second FILE and --cache exclude each other",
        "compare @/a --model mini --tokens=8 | Unknown option: '--tokens=8'",
        "inspect @/bad.safetensors | bad.safetensors: safetensors header",
        "inspect @/none.safetensors | none.safetensors: no such file",
        "inspect @/empty | empty: not a regular file",
        "inspect | Missing required parameter: 'FILE'",
        "rows @/none.safetensors | none.safetensors: no such file",
        "rows @/bad.safetensors --output @/out | bad.safetensors: ",
        "rows @/empty | empty: there is no recording, no file *.safetensors",
        "rows @/x @/empty/x.safetensors | recordings must have different names: ",
        "rows @/x --accept | --accept needs --baseline",
        "rows @/x --accept=yes --baseline @/b | '--accept': must be true or false: yes",
        "rows @/x --baseline @/none.json | none.json: no such baseline",
        "rows @/x --baseline @/bad.json | bad.json: not a baseline of rows: line 1: ",
        "rows @/x --accept --baseline @/text.txt | text.txt: not a baseline of rows: line 1: ",
        "rows @/x --accept --baseline @/empty | empty: must be a file, is a directory",
        "rows @/x --output @/text.txt | text.txt: cannot be a directory",
        "tokens --tokenizer x | --tokenizer must be gpt2 or bytes: x",
        "tokens --device=cpu | Unknown option: '--device=cpu'",
        "tokens --tokens 99 --text @/short.txt | has 2 tokens, 99 were asked for",
        "tokens --text @/latin.txt --tokens 1 | text latin.txt must be UTF-8",
        "tokens --text war-and-peace --cache @/cached | must have Project Gutenberg's marks",
        "verify --nonsense | Unknown option: '--nonsense'",
        "nonsense | nonsense",
        "claims extra | no such claim: extra",
        "claims --source 2508.1782 | --source must be one of ",
        "claims corollary-3-temprature | no such claim: corollary-3-temprature; did you mean corollary-3-temperature, corollary-3 or corollary-3-",
        "show | Missing required parameter: 'CLAIM'",
        "show corollary-3-temp | no such claim: corollary-3-temp; did you mean corollary-3-temperature, ",
        "show lemma-1 lemma-2 | nothing may follow the claim: lemma-2",
        "show lemma-1 --json --latex | --json and --latex exclude each other",
        "show nosuch | no such claim: nosuch",
        "show --class-path @/none.jar my.Claims | none.jar: no such jar or directory",
        "show --class-path= my.Claims | must name a file or a directory: \"\"",
        "show --class-path @/empty my.Claims | my.Claims: no such class in ",
        "show --class-path @/empty java.lang.String | java.lang.String: has no claim: no public static final field and",
        "evaluate | Missing required parameter: 'CLAIM'",
        "evaluate Lemma-1 | no such claim: Lemma-1; did you mean lemma-1",
        "evaluate corollary-3 | missing an instance: LogitRow has --logits, --temperature",
        "evaluate corollary-3 --logits 0,0 | missing --temperature: LogitRow has --logits, --temperature",
        "evaluate corollary-3 --logits | missing a value of --logits",
        "evaluate corollary-3 --logit 0,0 -T 1 | no such field: --logit: LogitRow has --logits, --temperature",
        "evaluate corollary-3 --logits 0,0 --logits=1 -T 1 | --logits is given twice",
        "evaluate corollary-3 --logits 0,x -T 1 | logits: must be a decimal: x",
        "evaluate corollary-3 --logits 0,,0 -T 1 | logits: must be a decimal: ",
        "evaluate corollary-3 --logits 0,NaN -T 1 | logits: must be a decimal: NaN",
        "evaluate corollary-3 --logits (0,0 -T 1 | logits: a bracket is not closed: (0,0",
        "evaluate corollary-3 --logits 0,1e999 -T 1 | logits 1: must be the shortest decimal of a double: 1E+999",
        "evaluate corollary-3 --logits 0,1e-999999999 -T 1 | logits 1: must be the shortest decimal of a double: 1E-999999999",
        "evaluate corollary-3 --logits 0*2000000000 -T 1 | logits: must be an integer from 1 to 65536: 2000000000",
        "evaluate corollary-3 --logits 0*65536,0 -T 1 | logits: must have at most 65536 entries",
        "evaluate corollary-3 --logits 0,0 -T 0 | temperature must be positive and finite: 0.0",
        "evaluate corollary-3 --logits= -T 1 | logits must not be empty",
        "evaluate corollary-3 {\"logits\":[0,0]} | temperature: missing",
        "evaluate corollary-3 {\"logits\":[0,0],\"temperature\":1,\"x\":1} | x: no such field",
        "evaluate corollary-3 { | line 1: ",
        "evaluate corollary-3 0,0 | not an instance as a ledger prints one of LogitRow: 0,0",
        "evaluate lemma-1 --function EXP --logits 0 -T 1 | function: must be EXPONENTIAL, LOGISTIC, SOFTPLUS or QUADRATIC: EXP",
        "evaluate theorem-1-fixed-set --logits 0,0 -T 1 --embeddings 1;0 --selected 5 | selected",
        "evaluate corollary-2-i x_i=(1) | not an instance as a ledger prints one of GrowingRow: x_i=(1)",
        "attack | Missing required parameter: 'CLAIM'",
        "attack nosuch | no such claim: nosuch",
        "attack lemma-1 --budget 0 | '--budget': must be an integer from 1 to 9223372036854775807: 0",
        "attack lemma-1 --minutes 1 | Unknown option",
        "check | Missing required parameter: 'LEDGER'",
        "check @/none.json | none.json: no such file",
        "check @/bad.json | bad.json: not a ledger: line 1: ",
        "report | Missing required parameter: 'LEDGER'",
        "report @/none.json --output @/out | none.json: no such file",
        "report @/bad.json --output @/out | bad.json: not a ledger: line 1: ",
        "report @/bad.json --budget 5 | Unknown option",
        "badges | Missing required parameter: 'LEDGER'",
        "badges @/none.json --output @/out | none.json: no such file",
        "badges @/bad.json --output @/out | bad.json: not a ledger: line 1: ",
        "fetch | Missing required parameter: 'MODEL'",
        "fetch mini | model to download must be gpt2, gpt2-medium, gpt2-large, gpt2-xl or distilgpt2: mini",
        "fetch gpt2 --cache= | '--cache': must name a file",
        "experiment nosuch | experiment must be one of ",
        "readme @/none.md @/none.json | none.json: no such file",
        "readme @/text.txt | Missing required parameter: 'LEDGER'",
        "train --output @/new | Missing required option: '--text=FILE'",
        "train --text @/none.txt --output @/new | none.txt: no such file",
        "train --text @/text.txt --output @/new | text must have at least",
        "train --text @/text.txt --output @/model | must be a new or an empty directory",
        "train --text @/text.txt --output @/none/new | must be in an existing directory",
        "train --text @/text.txt --output @/new --steps 0x1p-1 | must be a decimal: 0x1p-1",
        "train --text @/text.txt --output @/new --steps 1d | must be a decimal: 1d",
        "train --text @/text.txt --output @/new --steps NaN | must be a decimal: NaN",
        "train --text @/text.txt --output @/new --steps 0 | --steps must be above 0",
      })
  void isToldInOneLine(String args, String problem) throws IOException {
    List<Path> before = files(directory);

    Run run =
        run(
            args
                + (args.contains("--output") || !args.startsWith("verify")
                    ? ""
                    : " --output @/out"));

    assertThat(run.err()).contains(problem).startsWith("attention-limits");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(2);
    assertThat(files(directory)).isEqualTo(before);
  }

  /** Commands with an option that is a number; a wrong one is told before anything is done. */
  private static final Map<String, String> INTEGERS =
      Map.ofEntries(
          Map.entry("verify --no-model --output @/out --budget=", "from 1 to 9223372036854775807"),
          Map.entry("verify --no-model --output @/out --minutes=", "from 0 to 2147483647"),
          Map.entry(
              "verify --no-model --output @/out --seed=",
              "from -9223372036854775808 to 9223372036854775807"),
          Map.entry("verify --model @/model --output @/out --tokens=", "from 1 to 2147483647"),
          Map.entry("attack lemma-1 --budget=", "from 1 to 9223372036854775807"),
          Map.entry("attack lemma-1 --seed=", "from -9223372036854775808 to 9223372036854775807"),
          Map.entry("power --output @/out --budget=", "from 1 to 9223372036854775807"),
          Map.entry("power --output @/out --false-alarms=", "from 0 to 2147483647"),
          Map.entry(
              "experiments --model @/model --output @/out --seed=",
              "from -9223372036854775808 to 9223372036854775807"),
          Map.entry("record --model @/model --output @/out --tokens=", "from 1 to 2147483647"),
          Map.entry("tokens --tokens=", "from 1 to 2147483647"),
          Map.entry(
              "train --text @/text.txt --output @/new --seed=",
              "from -9223372036854775808 to 9223372036854775807"));

  static Stream<String> integers() {
    return INTEGERS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("integers")
  void anIntegerIsWrittenInOneWay(String args) {
    String option = args.substring(args.lastIndexOf(' ') + 1, args.length() - 1);
    List<String> none =
        List.of(
            "+5",
            "0x10",
            "1_000",
            "1e3",
            "1.0",
            "007",
            "-0",
            "5L",
            "\u0665",
            "\uff15",
            "--5",
            "-",
            "",
            "99999999999999999999",
            "-99999999999999999999");
    for (String value : none) {
      Run run = run(args + value);
      assertThat(run.err())
          .startsWith("attention-limits ")
          .contains(
              "'" + option + "': must be ",
              "an integer " + INTEGERS.get(args) + ": " + (value.isEmpty() ? "\"\"" : value))
          .hasLineCount(1);
      assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
      assertThat(run.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random:gpt2:+5",
        "random:gpt2:0x10",
        "random:gpt2:1_000",
        "random:gpt2:\u0665",
        "random:gpt2:007",
        "random:gpt2:99999999999999999999"
      })
  void theSeedOfARandomModelIsSuchAnInteger(String model) {
    Run run = run("record --output @/x --model " + model);
    assertThat(run.err())
        .contains("SEED an integer from -9223372036854775808 to 9223372036854775807: " + model)
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void aSwitchIsTrueOrFalse() {
    assertThat(run("verify --no-model --accept=yes").err())
        .contains("'--accept': must be true or false: yes")
        .hasLineCount(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDirectoryThatTakesNoFilesIsToldWithTheFile() {
    assertThat(run("record --model @/model --tokens 8 --output /proc/x").err())
        .isEqualToIgnoringNewLines(
            "attention-limits record: /proc/x: cannot be written: no file can be made in /proc");
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void noCommandIsToldInOneLine() {
    Run run = Run.of();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "attention-limits: missing command, one of verify, check, readme, claims, show, evaluate, attack, power,"
                + " report, badges, fetch, record, compare, rows, inspect, tokens, train, experiments, experiment"
                + System.lineSeparator());
  }

  @Test
  void weightThatIsNotFiniteIsToldInOneLine() throws IOException {
    Path file = directory.resolve("model").resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putFloat(Long.BYTES + (int) buffer.getLong(0), Float.NaN);
    Files.write(file, bytes);

    Run run =
        Run.in(
            Map.of(),
            VerifyTests.FEW,
            "verify",
            "--budget=50",
            "--model=" + file.getParent(),
            "--tokens=8",
            "--output=" + directory.resolve("out"));

    assertThat(run.err()).contains("model.safetensors").contains("NaN");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(2);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void aWordThatBeginsWithAnAtIsNoFileOfArguments() {
    Run run = Run.of("@" + directory);

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains("@" + directory);
  }

  /** Nothing is run, and so nothing printed, before all words are known to be right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claims lemma-1 --then | a command must stand before and after each --then",
        "--then claims lemma-1 | a command must stand before and after each --then",
        "--then | a command must stand before and after each --then",
        "claims lemma-1 --then --then claims lemma-1 | a command must stand before and after",
        "check --then | a command must stand before and after each --then",
        "claims lemma-1 --then check | Missing required parameter: 'LEDGER'",
        "claims lemma-1 --then claim lemma-1 | claim",
        "claims lemma-1 --then power --budget x | '--budget': must be an integer from 1 to 9223372036854775807: x",
        "claims lemma-1 --then power --budget 0 | '--budget': must be an integer from 1 to 9223372036854775807: 0",
        "claims lemma-1 --then verify --accept | --accept needs --baseline",
        "claims lemma-1 --then rows @/x --accept | --accept needs --baseline",
        "claims lemma-1 --then verify --no-model --tokens 8 | exclude each other",
        "claims lemma-1 --then verify --output= | must name a file or a directory",
        "claims lemma-1 --then experiments --visible x | --visible must be prefix or whole: x",
        "claims lemma-1 --then record --output x --tokens 0 | '--tokens': must be an integer from 1 to 2147483647: 0",
        "claims lemma-1 --then tokens --tokenizer x | --tokenizer must be gpt2 or bytes: x",
        "claims lemma-1 --then train --text x --output y --steps 2 | --steps must be above 0",
        "claims lemma-1 --then claims nosuch | no such claim: nosuch",
        "claims lemma-1 --then verify --device cuda | device must be cpu, gpu, gpu:K or auto: cuda",
        "claims lemma-1 --then record --output @/q --device gpu:x | device must be cpu, gpu, gpu:K or auto: gpu:x",
        "claims lemma-1 --then compare @/a --model mini --device cuda | device must be cpu, gpu, gpu:K or auto: cuda",
        "claims lemma-1 --then compare @/a | compare needs either a second FILE or --model",
        "claims lemma-1 --then compare @/a @/b --device cpu | a second FILE and --device exclude each other",
        "claims lemma-1 --then record --tokens 5000 --output @/q | --tokens must be at most the 1024 positions of model mini: 5000",
        "claims lemma-1 --then verify --tokens 1025 | --tokens must be at most the 1024 positions of model mini: 1025",
        "claims lemma-1 --then verify --model gpt2-xl --tokens 1025 | --tokens must be at most the 1024 positions of model gpt2-xl: 1025",
        "claims lemma-1 --then experiments --model random:gpt2:7 --tokens 1025 | 1024 positions of model random:gpt2:7: 1025",
        "claims lemma-1 --then experiments --experiment nosuch | experiment must be one of ",
        "claims lemma-1 --then experiment nosuch | experiment must be one of ",
        "claims lemma-1 --then fetch nosuch | model to download must be ",
        "claims lemma-1 --then verify --model random:gpt3 | random model must be random:NAME",
        "claims lemma-1 --then verify --model= | : must name a model: \"\"",
        "claims lemma-1 --then record --output @/q --model= | '--model': must name a model: \"\"",
      })
  void noCommandIsRunBeforeAWrongOne(String args, String problem) {
    Run run = run(args);

    assertThat(run.err()).contains(problem).startsWith("attention-limits").hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out()).isEmpty();
  }

  /** What a name or a file stands for is looked up when its command runs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claims lemma-1 --then record --output @/q --model @/none | none: no such model",
        "claims lemma-1 --then record --output @/q --model @/model --tokens 33 --text @/text.txt | 32 positions of model model: 33",
        "claims lemma-1 --then check @/none.json | none.json: no such file",
      })
  void aCommandIsRunBeforeOneWhoseFilesAreWrong(String args, String problem) {
    Run run = run(args);

    assertThat(run.out()).startsWith("lemma-1");
    assertThat(run.err()).contains(problem).hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void helpOfOneCommandStandsBeforeAnother() {
    Run run = run("verify --help --accept --then claims lemma-1");

    assertThat(run.out()).contains("Usage: ").contains("lemma-1");
    assertThat(run.code()).isZero();
  }

  @Test
  void eachCommandOfOneProcessReadsItsOwnText() throws IOException {
    Path one = Files.writeString(directory.resolve("one.txt"), "Hello world");
    Path two = Files.writeString(directory.resolve("two.txt"), "another text");
    String[] first = {"tokens", "--tokens=2", "--text=" + one};
    String[] second = {"tokens", "--tokens=2", "--text=" + two};
    Run both = Run.of(first[0], first[1], first[2], Main.THEN, second[0], second[1], second[2]);

    assertThat(both.out()).isEqualTo(Run.of(first).out() + Run.of(second).out());
    assertThat(Run.of(second).out()).isNotEqualTo(Run.of(first).out());
  }
}
