package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCommandsTests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String CLAIM = "corollary-3-temperature";

  /** Words of a shell: in single quotes or without blanks. */
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^' ])+");

  @TempDir private Path directory;

  private static Run of(String... args) {
    Run run = Run.of(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run;
  }

  private static JsonNode json(String... args) throws IOException {
    return MAPPER.readTree(of(args).out());
  }

  static List<String> names() {
    return Catalogue.claims().stream().<String>map(Claim::id).toList();
  }

  /** The words of a command that was printed, without the program's name. */
  static String[] words(String command) {
    return WORD.matcher(command.strip())
        .results()
        .map(MatchResult::group)
        .map(word -> word.replace("'", ""))
        .skip(1)
        .toArray(String[]::new);
  }

  @Test
  void anInstanceIsGivenInEveryForm() throws IOException {
    String text = "logits = (0, 0.5), T = 0.1";
    String object = "{\n  \"logits\": [0, 0.5],\n  \"temperature\": 0.10\n}";
    Path file = Files.writeString(directory.resolve("one.json"), object);
    Path several = Files.writeString(directory.resolve("several.txt"), text + "\n\n" + text);

    String told = of("evaluate", CLAIM, "--logits", "0,0.5", "-T", "0.1").out();

    assertThat(told).contains("instance: " + text);
    assertThat(of("evaluate", CLAIM, "-T=0.1", "--logits=(0, 5e-1)").out()).isEqualTo(told);
    assertThat(of("evaluate", CLAIM, "--temperature", ".1", "--logits", "[0,0.5]").out())
        .isEqualTo(told);
    assertThat(of("evaluate", CLAIM, text).out()).isEqualTo(told);
    assertThat(of("evaluate", CLAIM, object).out()).isEqualTo(told);
    assertThat(of("evaluate", CLAIM, "@" + file).out()).isEqualTo(told);
    assertThat(of("evaluate", CLAIM, "@" + several).out()).isEqualTo(told + told);
  }

  @Test
  void standardInputIsRead() {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream("logits = (0, 0), T = 1\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(of("evaluate", CLAIM, "-").out()).contains("left: 0.5", "violated, certified");
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"none.txt, no such file", "empty.txt, there is no instance"})
  void aFileWithoutAnInstanceIsTold(String file, String problem) throws IOException {
    Files.writeString(directory.resolve("empty.txt"), "\n");

    Run run = Run.of("evaluate", CLAIM, "@" + directory.resolve(file));

    assertThat(run.err()).contains(file + ": " + problem).hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void verdictsAreTold() {
    assertThat(of("evaluate", CLAIM, "--logits", "0,9", "-T", "1").out()).contains("  holds\n");
    assertThat(of("evaluate", "corollary-3-sharp", "--logits", "0,0", "-T", "0.3").out())
        .contains("left/right: 1, allowed: at most 1", "equal to 60 digits, no violation");
    assertThat(of("evaluate", "length-aware-gap", "--logits", "0,0", "-T", "1").out())
        .contains("it needs: a largest logit above all others, of at")
        .doesNotContain("left");
  }

  /** One tenth is no double; both sides are 5, not near it. */
  @Test
  void decimalsAreExact() throws IOException {
    JsonNode answer =
        json("evaluate", "corollary-3-sharp", "--json", "--logits", "0,0", "-T", "0.1").get(0);

    assertThat(answer.at("/at/digits").asInt()).isGreaterThanOrEqualTo(60);
    assertThat(answer.at("/at/left/atLeast").asText()).isEqualTo("5");
    assertThat(answer.at("/at/left/atMost").asText()).isEqualTo("5");
  }

  @Test
  void theFailingHypothesisIsNamed() {
    String[] ideal = {
      "evaluate",
      "prose-eighty-percent-ideal",
      "--logits",
      "0*40",
      "-T",
      "1",
      "--radius",
      "1",
      "--separation",
      "0",
      "--ball",
      "1"
    };
    assertThat(with(ideal, "--selected", "15", "--dimension", "768"))
        .contains("it needs: at least 16 selected tokens");
    assertThat(with(ideal, "--selected", "21", "--dimension", "768"))
        .contains("it needs: at least as many tokens that are not");
    assertThat(with(ideal, "--selected", "16", "--dimension", "767"))
        .contains("it needs: at least 768 dimensions");
  }

  private static String with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return of(all.toArray(String[]::new)).out();
  }

  @ParameterizedTest
  @MethodSource("names")
  void showTellsHowAnInstanceIsWritten(String name) throws IOException {
    JsonNode sheet = json("show", name, "--json").get(0);
    String text = of("show", name).out();

    assertThat(sheet.path("written")).hasSize(2);
    Set<String> answers = new TreeSet<>();
    for (JsonNode command : sheet.path("written")) {
      assertThat(text).contains(command.asText());
      answers.add(of(words(command.asText())).out());
    }
    assertThat(answers).hasSize(1).allMatch(answer -> answer.contains("left/right: "));
  }

  @Test
  void showTellsTheClaimsBeside() {
    assertThat(of("show", "corollary-3").out())
        .contains("Parts of statements: corollary-3-temperature, corollary-3-sqrt2")
        .contains("True forms in place of refuted ones: corollary-3-sharp")
        .contains("formula: \\|J\\|_2 \\le", "standing: the paper's statement");
    assertThat(of("show", "prose-distance-collapse").out())
        .contains("Our choice: ", "It holds in another reading: ")
        .contains("proof that it is false: proofs.html#prose-distance-collapse");
  }

  @ParameterizedTest
  @MethodSource("names")
  void latexIsAsciiAndClosed(String name) {
    String latex = of("show", name, "--latex").out();

    assertThat(latex)
        .startsWith("% " + name + "\n\\begin{description}\n")
        .endsWith("\\end{description}\n")
        .doesNotContain("(U+")
        .matches("[\\x20-\\x7e\\n]*");
    String plain = latex.replaceAll("\\\\[{}]", "");
    assertThat(plain.replace("}", "").length()).isEqualTo(plain.replace("{", "").length());
    String words = plain.replaceAll("(?m)^.item.formula.*", "");
    assertThat(words.replaceAll("\\\\.", "").replaceFirst("% ", "")).doesNotContain("%", "#", "&");
  }

  @Test
  void latexOfAnEvaluationAndOfASearch() {
    assertThat(of("evaluate", CLAIM, "--latex", "--logits", "0,0", "-T", "1").out())
        .contains("\\item[formula] \\(\\|J\\|_2 \\le \\frac{1}{4T}\\)\n")
        .contains("\\item[left] 0.5\n", "\\item[verdict] violated, certified\n");
    assertThat(of("attack", CLAIM, "--latex", "--budget", "100").out())
        .contains("\\item[smallest and strongest] logits = (0, 0), T = 1: left 0.5, right 0.25");
  }

  @Test
  void aSearchOfOneClaimFindsWhatVerifyFinds() throws IOException {
    List<Claim<?>> claims =
        Stream.of("corollary-3", CLAIM, "corollary-3-sqrt2", "corollary-3-sharp", "corollary-2-i")
            .<Claim<?>>map(id -> Catalogue.named(id).orElseThrow())
            .toList();
    String out = directory.resolve("out").toString();
    String[] settings = {"--budget", "300", "--seed", "5"};
    Run verify =
        Run.in(
            Map.of(),
            claims,
            "verify",
            "--no-model",
            "--output",
            out,
            settings[0],
            settings[1],
            settings[2],
            settings[3]);
    assertThat(verify.code()).isZero();
    JsonNode ledger = MAPPER.readTree(Path.of(out, "ledger.json").toFile());

    for (int i = 0; i < claims.size(); i++) {
      String[] attack =
          Stream.concat(Stream.of("attack", claims.get(i).id(), "--json"), Stream.of(settings))
              .toArray(String[]::new);
      JsonNode found = json(attack).get(0);
      assertThat(found.path("claim")).isEqualTo(ledger.path("claims").get(i));
    }
  }

  /** There are 24 instances to try. */
  @Test
  void aSearchThatVerifyWouldGoOnWithIsTold() {
    String more = "verify goes on to 20000 tries: --budget=20000";

    assertThat(of("attack", "length-aware", "--budget=20").out()).contains("after 20 tries", more);
    assertThat(of("attack", "length-aware").out()).contains("after 24 tries").doesNotContain(more);
  }

  /** The claims of which a small search finds a counterexample or none, one of each type. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "corollary-3",
        "corollary-1-own",
        "theorem-1-fixed-set",
        "corollary-2-i",
        "length-aware",
        "prose-vanishing-minimum",
        "prose-smaller-step",
        "example-near-tie",
        "head-coverage-three",
        "prose-declining-with-n",
        "sparse-entropy",
        "theorem-2-upper"
      })
  void aPrintedCommandReplaysWhatWasFound(String name) throws IOException {
    JsonNode found = json("attack", name, "--json", "--budget", "200").get(0);
    boolean isRefuted = found.at("/claim/verdict").asText().equals("REFUTED");
    List<String> witnesses = isRefuted ? List.of("counterexample", "strongest") : List.of();

    assertThat(found.path("replays")).isNotEmpty();
    for (int i = 0; i < found.path("replays").size(); i++) {
      List<String> words = new ArrayList<>(List.of(words(found.path("replays").get(i).asText())));
      words.add("--json");
      JsonNode at = json(words.toArray(String[]::new)).get(0).path("at");
      if (isRefuted) {
        JsonNode witness = found.path("claim").path(witnesses.get(i));
        assertThat(at.path("verdict").asText()).isEqualTo("VIOLATED");
        assertThat(at.path("certificate")).isEqualTo(witness.path("certificate"));
        assertThat(at.at("/left/value")).isEqualTo(witness.path("left"));
        assertThat(at.at("/right/value")).isEqualTo(witness.path("right"));
      } else {
        assertThat(at.path("verdict").asText()).isIn("HOLDS", "EQUAL");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "evaluate", "attack"})
  void helpHasAnExampleThatRuns(String command) {
    String help = of(command, "--help").out();
    String example =
        help.lines()
            .filter(line -> line.startsWith("Example: "))
            .map(line -> line.substring("Example: ".length()))
            .findFirst()
            .orElseThrow();

    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    assertThat(of(words(example)).out()).contains(CLAIM);
  }
}
