package org.attentionlimits.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.reports.testing.ProductJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that workflows run, with the classes of this build, and what workflows may use. */
@DisabledOnOs(OS.WINDOWS)
class CiScriptTests {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SCRIPTS = ROOT.resolve("src/ci");
  private static final Pattern RUN = Pattern.compile("^[- ]*run: (.*)$", Pattern.MULTILINE);
  private static final Pattern USES = Pattern.compile("^[- ]*uses: (.*)$", Pattern.MULTILINE);

  @TempDir private Path directory;
  private Path recordings;
  private Path baseline;
  private Path report;
  private Path summary;

  @BeforeEach
  void files() throws IOException {
    recordings = Files.createDirectory(directory.resolve("my recordings"));
    ByteModels.weights(
        recordings.resolve("head.safetensors"), "a-model", 1, 0, 0, 0.5f, 0.5f, 0, 1, 0, 0);
    baseline = directory.resolve("rows.json");
    report = directory.resolve("report");
    summary = directory.resolve("step.md");
    assertThat(
            Run.of("rows", recordings.toString(), "--baseline", baseline.toString(), "--accept")
                .code())
        .isZero();
  }

  private Run script(String name, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, own) -> own + File.pathSeparator + path);
    builder.environment().put("ATTENTION_LIMITS_JAR", ProductJar.in(directory).toString());
    builder.environment().put("ATTENTION_LIMITS_REPORT", report.toString());
    builder.environment().put(StepSummary.VARIABLE, summary.toString());
    int code = builder.start().waitFor();
    return new Run(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  @Test
  void theGatePassesWritesTheReportAndFailsWhereTheRecordingsDepart() throws Exception {
    Run run = script("check-attention.sh", recordings, baseline, report);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).endsWith("\nBaseline: as expected\n");
    assertThat(report.resolve("rows.html")).isNotEmptyFile();
    assertThat(report.resolve("badges/rows-head.svg")).isNotEmptyFile();
    assertThat(summary).content().contains("| head.safetensors | corollary-3: 50.00 %");

    Files.writeString(
        baseline, Files.readString(baseline).replace("Percent\" : 50.0", "Percent\" : 40.0"));
    Run departs = script("check-attention.sh", recordings, baseline, report);
    assertThat(departs.code()).isEqualTo(Main.DEPARTED);
    assertThat(departs.err()).startsWith("The results depart from the baseline ");
    assertThat(summary).content().contains("## The results depart from the baseline");
  }

  @Test
  void badInputIsToldInOneLine() throws Exception {
    for (Object[] arguments :
        List.of(
            new Object[] {recordings, baseline},
            new Object[] {recordings, directory.resolve("none.json"), report})) {
      Run run = script("check-attention.sh", arguments);
      assertThat(run.err()).hasLineCount(1);
      assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    }
  }

  @Test
  void thePagesAreThePageTheLedgerAndTheBadges() throws Exception {
    assertThat(Run.of("verify", "--no-model", "--budget=1", "--output=" + report).code()).isZero();
    Path pages = directory.resolve("pages");
    Run run = script("pages.sh", pages);
    assertThat(run.code()).as(run.err()).isZero();
    for (String file :
        List.of("index.html", "ledger.json", "ledger.schema.json", "badges/lemma-1.svg")) {
      assertThat(pages.resolve(file)).hasSameTextualContentAs(report.resolve(file));
    }
  }

  private static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(".github"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).toList();
    }
  }

  private static List<String> values(Pattern key) throws IOException {
    List<String> values = new ArrayList<>();
    for (Path file : workflows()) {
      Matcher found = key.matcher(Files.readString(file));
      while (found.find()) {
        values.add(found.group(1));
      }
    }
    return values;
  }

  @Test
  void workflowsRunNothingButScripts() throws IOException {
    Pattern script = Pattern.compile("src/ci/([a-z-]+\\.sh)\\b");
    assertThat(values(RUN))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            command -> {
              Matcher found = script.matcher(command);
              assertThat(found.find()).as(command).isTrue();
              assertThat(SCRIPTS.resolve(found.group(1))).isExecutable();
              assertThat(command).doesNotContain("${{", ";", "&&", "|");
            });
  }

  @Test
  void actionsArePinnedByOneCommitEach() throws IOException {
    List<String> uses = values(USES);
    assertThat(uses)
        .hasSizeGreaterThan(5)
        .allSatisfy(action -> assertThat(action).matches("[a-z/-]+@[0-9a-f]{40} # v[0-9.]+"));
    assertThat(uses.stream().distinct().map(action -> action.split("@", 2)[0]))
        .doesNotHaveDuplicates();
  }
}
