package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.reports.testing.ByteModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims on the rows of recordings, without a search. */
class RowsTests {

  @TempDir private Path directory;
  private Path weights;

  /** Two tokens that share all weight evenly, and one row of a spike: T‖J‖₂ = 1/2, 0 and 0. */
  @BeforeEach
  void write() throws IOException {
    weights = directory.resolve("weights.safetensors");
    ByteModels.weights(weights, "a-model", 1, 0, 0, 0.5f, 0.5f, 0, 1, 0, 0);
  }

  private Run rows(String... more) {
    return Run.of(
        Stream.concat(Stream.of("rows", weights.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void sharesAreAmongRowsOfTwoTokensOrMore() {
    Run run = rows();

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.startsWith("corollary-3-temperature ")))
        .singleElement()
        .asString()
        .matches(
            "corollary-3-temperature +2 +1 +50\\.00 % +0 +2\\.000 +layer 0, head 0, query 1 *");
    assertThat(run.out())
        .contains("SHA-256 ", "left out: the recording does not give value vectors")
        .containsOnlyOnce("\n1 row of a single token is not counted\n");
    assertThat(run.out()).doesNotContain("Search:");
  }

  @Test
  void claimsAreNamedWhereTheyAreTold() {
    List<String> lines = rows().out().lines().toList();

    assertThat(lines)
        .contains(
            "3 claims left out: the recording does not give query and key vectors"
                + " (corollary-1-max, corollary-1-own, corollary-1-sharp)")
        .contains(
            "The recording tells no temperature: T = 1 is taken, which the result depends on for"
                + " corollary-3, corollary-3-sqrt2")
        .filteredOn(line -> line.startsWith("Within rounding on every row: "))
        .singleElement()
        .asString()
        .contains("jacobian-exact");
  }

  @Test
  void aTemperatureThatIsToldIsNotTaken() throws IOException {
    String header =
        """
        {"__metadata__":{"temperature":"2"},\
        "weights":{"dtype":"F32","shape":[1,1,2,2],"data_offsets":[0,16]}}""";
    ByteModels.tensors(weights, header, ByteModels.floats(1, 0, 0.75f, 0.25f));

    assertThat(rows().out()).contains("corollary-3-sqrt2 ").doesNotContain("is taken");
  }

  @Test
  void theTemperatureOfScaledLogitsAloneIsTaken() throws IOException {
    String header =
        """
        {"__metadata__":{"scaled":"true"},\
        "logits":{"dtype":"F32","shape":[1,1,2,2],"data_offsets":[0,16]},\
        "weights":{"dtype":"F32","shape":[1,1,2,2],"data_offsets":[16,32]}}""";
    ByteModels.tensors(weights, header, ByteModels.floats(0, 0, 1, 1, 1, 0, 0.5f, 0.5f));

    assertThat(rows().out())
        .containsPattern(
            "tells no temperature: T = 8 is taken, .* for corollary-3, corollary-3-sq");
  }

  @Test
  void rowsThatAreNotCountedAreTold() throws IOException {
    String header =
        """
        {"attention_mask":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},\
        "weights":{"dtype":"F32","shape":[1,2,3,3],"data_offsets":[3,75]}}""";
    byte[] head = ByteModels.floats(0, 0, 0, 0, 1, 0, 0, 0.5f, 0.5f);
    ByteBuffer data = ByteBuffer.allocate(75).put(new byte[] {0, 1, 1}).put(head).put(head);
    ByteModels.tensors(weights, header, data.array());

    assertThat(rows().out())
        .containsOnlyOnce("\n2 rows of a single token are not counted\n")
        .containsOnlyOnce("\n2 rows without a visible token are not counted\n");
  }

  /** A mask of zeros, and weights that are not looked at. */
  private void writeMasked() throws IOException {
    String header =
        """
        {"attention_mask":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},\
        "weights":{"dtype":"F32","shape":[1,1,2,2],"data_offsets":[2,18]}}""";
    byte[] head = ByteModels.floats(1, 0, 0.5f, 0.5f);
    ByteModels.tensors(weights, header, ByteBuffer.allocate(18).put(new byte[2]).put(head).array());
  }

  @Test
  void whereNothingIsCheckedItIsTold() throws IOException {
    writeMasked();
    Run run = rows("--output", directory.resolve("out").toString());

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "\nNothing was checked: no claim could be evaluated on a row of two or more tokens\n")
        .doesNotContain("left/right");
    assertThat(directory.resolve("out/badges/rows-weights.json"))
        .content()
        .contains("\"message\" : \"none applies\"");
    assertThat(Run.of("inspect", weights.toString()).out())
        .contains("nothing is checked, since no query sees a token");
  }

  @Test
  void aWindowThatIsNotToldIsSuspected() throws IOException {
    String header =
        """
        {"weights":{"dtype":"F32","shape":[1,2,3,3],"data_offsets":[0,72]}}""";
    byte[] head = ByteModels.floats(1, 0, 0, 0.5f, 0.5f, 0, 0, 0.5f, 0.5f);
    ByteModels.tensors(weights, header, ByteBuffer.allocate(72).put(head).put(head).array());
    String remark =
        "\nNo query has weight on a token 2 positions or more away: a window? Tell window=2; until"
            + " then these tokens count as of weight zero\n";

    assertThat(rows().out()).containsOnlyOnce(remark);
    assertThat(Run.of("inspect", weights.toString()).out()).endsWith(remark);
  }

  @Test
  void aNameMayHoldWhatControlsATerminal() throws IOException {
    Path odd = Files.move(weights, directory.resolve("a\nb\u001b[31m\u202e:c.safetensors"));
    Path csv = directory.resolve("heads.csv");
    Path output = directory.resolve("out\nput");
    Run run =
        Run.of(
            "rows",
            odd.toString(),
            "--csv",
            csv.toString(),
            "--output",
            output.toString(),
            "--baseline",
            directory.resolve("rows\n.json").toString(),
            "--accept");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().limit(2))
        .satisfiesExactly(
            line -> assertThat(line).contains("recorded in a b\\u001b[31m\\u202e:c.safetensors: "),
            line -> assertThat(line).startsWith("SHA-256 "));
    assertThat(run.out())
        .endsWith(
            "\nPage: "
                + directory.resolve("out put/rows.html")
                + "\nBaseline: written to "
                + directory.resolve("rows .json")
                + "\n");
    assertThat(output.resolve("badges/rows-a b_u001b[31m_u202e_c.svg")).isNotEmptyFile();
    assertThat(Files.readAllLines(csv))
        .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(11));
  }

  @Test
  void aSinkIsATokenBesideASingleOne() throws IOException {
    String header =
        """
        {"sink":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},\
        "weights":{"dtype":"F32","shape":[1,1,1,1],"data_offsets":[4,8]}}""";
    ByteModels.tensors(weights, header, ByteModels.floats(0, 0.5f));

    Run run = rows();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("corollary-3 +1 ").doesNotContain("single token");
  }

  @Test
  void aLineOfTheTableIsAClaimOnAHead() throws IOException {
    Path csv = directory.resolve("heads.csv");
    assertThat(rows("--csv", csv.toString()).code()).isZero();

    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0))
        .isEqualTo(
            "recording,claim,layer,head,rows,above,within_rounding,largest_ratio,median_norm,"
                + "entropy,largest_weight");
    assertThat(lines)
        .contains(
            "weights.safetensors,corollary-3-temperature,0,0,2,1,0,2.00000000,0.250000,0.346574,"
                + "0.750000");
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(11));
  }

  @Test
  void jsonHasWhatIsPrinted() throws IOException {
    Path json = directory.resolve("rows.json");
    assertThat(rows("--json", json.toString()).code()).isZero();

    assertThat(json)
        .content()
        .contains("\"corollary-3-temperature\"", "\"above\" : 1", "\"sha256\"");
  }

  @Test
  void aDirectoryStandsForItsRecordings() throws IOException {
    Files.copy(weights, directory.resolve("again.safetensors"));
    Run run = Run.of("rows", directory.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("SHA-256 "))).hasSize(2);
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThat(Run.of("rows", empty.toString()).err()).contains("there is no recording");
  }

  @Test
  void twoRecordingsOfANameAreRefused() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    for (String name : new String[] {"weights.safetensors", "weights", "Weights.safetensors"}) {
      Path same = Files.copy(weights, other.resolve(name));
      Run run = rows(same.toString(), "--csv", directory.resolve("heads.csv").toString());
      assertThat(run.err())
          .contains("recordings must have different names: " + weights + ", " + same)
          .hasLineCount(1);
      assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
      Files.delete(same);
    }
    assertThat(rows(weights.toString()).code()).isEqualTo(Main.BAD_INPUT);
    assertThat(directory.resolve("heads.csv")).doesNotExist();
  }

  @Test
  void aFileIsNotReplacedByWhatIsWrittenOfIt() throws IOException {
    byte[] before = Files.readAllBytes(weights);

    for (String option : new String[] {"--csv", "--json", "--baseline"}) {
      assertThat(rows(option, weights.toString()).code()).isEqualTo(2);
      assertThat(Run.of("rows", directory.toString(), option, weights.toString()).err())
          .contains(option + " and FILE must be different files: " + weights)
          .hasLineCount(1);
    }
    assertThat(weights).hasBinaryContent(before);
  }
}
