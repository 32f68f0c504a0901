package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of recordings against what is expected of them. */
class RowsGateTests {

  private static final Path PAGE = Path.of("..", "src", "site", "markdown", "models.md");

  @TempDir private Path directory;
  private Path recordings;
  private Path weights;
  private Path baseline;

  @BeforeEach
  void accept() throws IOException {
    recordings = Files.createDirectory(directory.resolve("recordings"));
    weights = write("weights.safetensors", 0.5f);
    baseline = directory.resolve("rows.json");
    Run run = rows("--accept");
    assertThat(run.out()).endsWith("\nBaseline: written to " + baseline + "\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  /** One head on three tokens, whose second row is even and third a spike, or nearly. */
  private Path write(String name, float even) throws IOException {
    return ByteModels.weights(
        recordings.resolve(name), "a-model", 1, 0, 0, even, 1 - even, 0, 1, 0, 0);
  }

  private Run rows(String... more) {
    return in(Map.of(), more);
  }

  private Run in(Map<String, String> environment, String... more) {
    return Run.in(
        environment,
        Catalogue.claims(),
        Stream.concat(
                Stream.of("rows", recordings.toString(), "--baseline", baseline.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertDeparts(String... lines) {
    Run run = rows();
    assertThat(run.err().lines())
        .startsWith("The results depart from the baseline " + baseline + ":")
        .endsWith("If they are right, accept them with --accept and commit the baseline.")
        .contains(lines)
        .hasSize(lines.length + 2);
    assertThat(run.code()).isEqualTo(Main.DEPARTED);
  }

  private void replace(String before, String after) throws IOException {
    String text = Files.readString(baseline);
    assertThat(text).containsOnlyOnce(before);
    Files.writeString(baseline, text.replace(before, after));
  }

  private static final String CLAIM =
      "\"corollary-3\" : { \"rows\" : 2, \"violatingPercent\" : 50.0, \"ratio\" : 2.0 }";

  @Test
  void aBaselineHasChecksumsAndRows() {
    assertThat(baseline)
        .content()
        .contains("\"weights.safetensors\" : {", CLAIM)
        .containsPattern("\"sha256\" : \"[0-9a-f]{64}\"");
    Run run = rows();
    assertThat(run.out()).endsWith("\nBaseline: as expected\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "50.0, 40.0, 40 % of 2 rows violating, 2.000",
    "50.0, 51.5, 51.5 % of 2 rows violating, 2.000",
    "2.0, 1.97, 50 % of 2 rows violating, 1.970",
    "2.0, 2.03, 50 % of 2 rows violating, 2.030",
    "'\"rows\" : 2', '\"rows\" : 3', 50 % of 3 rows violating, 2.000"
  })
  void aChangeFails(String before, String after, String was, String ratio) throws IOException {
    replace(CLAIM, CLAIM.replace(before, after));
    assertDeparts(
        "  corollary-3 on weights.safetensors: was "
            + was
            + ", left/right up to "
            + ratio
            + ", is 50 % of 2 rows violating, left/right up to 2.000",
        "    1 row violates it; largest ratio 2.000 at layer 0, head 0, query 1");
  }

  @ParameterizedTest
  @CsvSource({"50.0, 50.9", "50.0, 49.6", "2.0, 1.99", "2.0, 2.01"})
  void roundingDoesNotFail(String before, String after) throws IOException {
    replace(CLAIM, CLAIM.replace(before, after));
    assertThat(rows().code()).isZero();
  }

  @Test
  void anotherFileFailsInOneLineUntilItIsAccepted() throws IOException {
    String before = sha256();
    write("weights.safetensors", 1);
    String after =
        rows().out().lines().filter(line -> line.startsWith("SHA-256 ")).findFirst().orElseThrow();
    String departure =
        "  weights.safetensors: was SHA-256 "
            + before
            + ", is "
            + after
            + "; put the earlier file back, or accept this one with --accept";
    assertDeparts(departure);

    assertThat(rows("--accept").out())
        .contains("Baseline: these results are accepted:\n" + departure + "\nBaseline: written to ")
        .doesNotContain("as expected");
    assertThat(after).isEqualTo("SHA-256 " + sha256()).doesNotContain(before);
    assertThat(rows().code()).isZero();
  }

  private String sha256() throws IOException {
    return Pattern.compile("[0-9a-f]{64}")
        .matcher(Files.readString(baseline))
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  @Test
  void aRecordingThatIsNotInTheBaselineIsTold() throws IOException {
    write("another.safetensors", 1);
    Run run = rows();
    assertThat(run.out())
        .contains(
            """
            Baseline: recording another.safetensors: run, not in the baseline, not compared
            Baseline: as expected
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void aBaselineWithoutRecordingsIsRefused() throws IOException {
    Files.writeString(baseline, "{\"schemaVersion\": 1, \"recordings\": {}}");
    Run run = rows();
    assertThat(run.err())
        .contains(baseline + ": has no recordings, so that nothing is compared")
        .hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(rows("--accept").code()).isZero();
    assertThat(rows().code()).isZero();
  }

  @Test
  void aRecordingOfWhichNothingIsCheckedIsTold() throws IOException {
    String header =
        """
        {"weights":{"dtype":"F32","shape":[1,1,1,1],"data_offsets":[0,4]}}""";
    ByteModels.tensors(weights, header, ByteModels.floats(1));
    assertThat(rows("--accept").code()).isZero();
    Run run = rows();
    assertThat(run.out())
        .endsWith(
            "\nBaseline: recording weights.safetensors: nothing was checked\nBaseline: as expected\n");
    assertThat(run.code()).isZero();

    replace("\"claims\" : { }", "\"claims\" : { " + CLAIM + " }");
    assertDeparts(
        "  corollary-3 on weights.safetensors: was 50 % of 2 rows violating, left/right up to"
            + " 2.000, is nothing");
  }

  @Test
  void aRecordingThatIsMissingFails() throws IOException {
    Files.delete(weights);
    write("another.safetensors", 1);
    assertDeparts("  recording weights.safetensors: was in the baseline, is not run");
  }

  @Test
  void nothingIsAcceptedInContinuousIntegration() throws IOException {
    replace(CLAIM, CLAIM.replace("50.0", "40.0"));
    String before = Files.readString(baseline);
    Run run = in(Map.of("CI", "true"), "--accept");
    assertThat(run.err()).contains("--accept is refused where CI=true is set").hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(baseline).hasContent(before);
    assertThat(in(Map.of("CI", "true")).code()).isEqualTo(Main.DEPARTED);
  }

  @Test
  void theBaselineOfVerifyIsNotReplaced() throws IOException {
    String other = Json.print(Baseline.of(Ledgers.sample()));
    Files.writeString(baseline, other);
    Run run = rows("--accept");
    assertThat(run.err()).contains(baseline + ": not a baseline of rows: ").hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(baseline).hasContent(other);

    Files.writeString(baseline, "");
    assertThat(rows("--accept").code()).isZero();
    assertThat(baseline).content().contains(CLAIM);
  }

  @Test
  void withoutABaselineNothingFails() {
    Run run = Run.of("rows", recordings.toString());
    assertThat(run.out()).contains("corollary-3 ").doesNotContain("Baseline");
    assertThat(run.code()).isZero();
  }

  /** The commands of the documentation, whose files are in the directory. */
  @Test
  void theGateOfTheDocumentationRuns() throws IOException {
    Files.delete(baseline);
    List<String> lines =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals("### A gate in continuous integration"))
            .filter(line -> line.contains("attention-limits rows "))
            .toList();
    assertThat(lines).hasSize(2);
    assertThat(documented(lines.get(0)).code()).isZero();
    assertThat(documented(lines.get(1)).code()).isZero();
    assertThat(directory.resolve("report/rows.html")).isNotEmptyFile();
    replace(CLAIM, CLAIM.replace("50.0", "40.0"));
    assertThat(documented(lines.get(1)).code()).isEqualTo(Main.DEPARTED);
  }

  private Run documented(String line) {
    String words = line.substring(line.indexOf("attention-limits ") + "attention-limits ".length());
    return Run.of(
        Stream.of(words.split(" "))
            .map(
                word ->
                    word.startsWith("-") || word.equals("rows")
                        ? word
                        : directory.resolve(word).toString())
            .toArray(String[]::new));
  }
}
