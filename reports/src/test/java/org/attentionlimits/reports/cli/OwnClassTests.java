package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims of a class that is compiled outside of the product. */
class OwnClassTests {

  private static final String SOURCE =
      """
      package my.pkg;

      import org.attentionlimits.theory.attention.LogitRow;
      import org.attentionlimits.theory.claim.Claim;
      import org.attentionlimits.theory.claim.Evaluation;

      public class %s {
        private static Claim<LogitRow> atLeast(String name, int times) {
          return Claim.about(LogitRow.TYPE)
              .named(name)
              .saying("1/n \\\\le \\\\max_i \\\\alpha_i", "the largest weight is at least a share")
              .evaluatedBy(
                  (row, arithmetic) ->
                      Evaluation.atMost(
                          arithmetic.of(times).dividedBy(row.tokens()),
                          row.weights(arithmetic).max()));
        }

      %s
      }
      """;

  @TempDir private Path directory;

  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes = Files.createDirectory(directory.resolve("classes"));
    compile(
        "Own",
        "  public static final Claim<LogitRow> TRUE = atLeast(\"at-least-mean\", 1);"
            + "  public static Claim<?> twice() { return atLeast(\"at-least-twice\", 2); }"
            + "  static final Claim<LogitRow> HIDDEN = atLeast(\"hidden\", 1);");
    compile("None", "");
    compile(
        "Twice",
        "  public static final Claim<?> A = atLeast(\"same\", 1);"
            + "  public static final Claim<?> B = atLeast(\"same\", 2);");
    compile("Throws", "  public static final Claim<?> A = atLeast(\"Bad Name\", 1);");
    compile("Null", "  public static final Claim<?> A = null;");
    compile(
        "Fails",
        "  public static Claim<?> a() { throw new IllegalStateException(\"on\\ntwo lines\"); }");
    compile("One", "  public static final Claim<?> A = atLeast(\"only\", 2);");
  }

  private void compile(String name, String members) throws IOException {
    Path source = directory.resolve(name + ".java");
    Files.writeString(source, SOURCE.formatted(name, members));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(
            compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString()))
        .isZero();
  }

  private Run run(String command, String... more) {
    List<String> words =
        new java.util.ArrayList<>(List.of(command, "--class-path", classes.toString()));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  @Test
  void aTrueOneSurvivesAndAFalseOneIsRefuted() {
    Run run = run("attack", "my.pkg.Own", "--budget", "200");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("at-least-mean (stated by a user): the largest weight is at least a share")
        .contains("  survived after 200 tries")
        .contains("at-least-twice (stated by a user)", "  refuted after 200 tries")
        .doesNotContain("hidden");
    String replay =
        run.out()
            .lines()
            .filter(line -> line.contains("at-least-twice '"))
            .findFirst()
            .orElseThrow();
    assertThat(Run.of(ClaimCommandsTests.words(replay)).out()).contains("violated, certified");
  }

  @Test
  void aNameChoosesOne() {
    assertThat(run("attack", "my.pkg.Own", "at-least-mean", "--budget", "50").out())
        .contains("survived")
        .doesNotContain("at-least-twice");
    assertThat(run("show", "my.pkg.Own", "at-least-twice").out())
        .startsWith("at-least-twice (stated by a user)")
        .contains(" --class-path ", " my.pkg.Own at-least-twice --logits ");
    assertThat(run("evaluate", "my.pkg.One", "--logits", "0,0", "-T", "1").out())
        .contains("left: 1\n", "right: 0.5\n");
    assertThat(run("evaluate", "my.pkg.One", "logits = (0, 0), T = 1").out()).contains("violated");
  }

  @Test
  void severalPlacesAreSearched() {
    String path = directory.resolve("x").toString();
    assertThat(new File(path).mkdir()).isTrue();

    Run run =
        Run.of("show", "--class-path", path + File.pathSeparator + classes, "my.pkg.One", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"only\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my.pkg.Missing | my.pkg.Missing: no such class in ",
        "my/pkg/Own | my/pkg/Own: ",
        "my.pkg.None | my.pkg.None: has no claim: ",
        "my.pkg.Twice | my.pkg.Twice: two claims have the name same",
        "my.pkg.Throws | my.pkg.Throws: cannot be loaded: IllegalArgumentException: id must be lower-case",
        "my.pkg.Null | my.pkg.Null: A is null",
        "my.pkg.Fails | my.pkg.Fails: a() fails: IllegalStateException: on two lines",
        "my.pkg.Own at-least-men | no such claim: at-least-men; did you mean at-least-mean",
        "my.pkg.Own at-least-mean more | nothing may follow the claim: more",
      })
  void whatIsNoClaimIsToldInOneLine(String words, String problem) {
    Run run = run("attack", words.split(" "));

    assertThat(run.err()).startsWith("attention-limits attack: " + problem).hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anInstanceNeedsOneClaim() {
    Run run = run("evaluate", "my.pkg.Own", "--logits", "0,0", "-T", "1");

    assertThat(run.err())
        .contains("the class has several claims, name one: at-least-mean, at-least-twice")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }
}
