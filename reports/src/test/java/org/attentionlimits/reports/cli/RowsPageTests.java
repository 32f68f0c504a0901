package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.reports.testing.ByteModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page and the badges of recordings. */
class RowsPageTests {

  private static final String MODEL = "<script>alert(1)</script>&'\\u202e";

  @TempDir private Path directory;
  private Path output;
  private Path weights;

  @BeforeEach
  void recordings() throws IOException {
    output = directory.resolve("out");
    weights =
        ByteModels.weights(
            directory.resolve("weights.safetensors"), MODEL, 1, 0, 0, 0.5f, 0.5f, 0, 1, 0, 0);
    ByteModels.weights(directory.resolve("flat"), "flat", 1, 0, 0, 1, 0, 0, 1, 0, 0);
  }

  private Run rows() {
    return Run.of(
        "rows",
        weights.toString(),
        directory.resolve("flat").toString(),
        "--output",
        output.toString());
  }

  private static Document parse(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static String text(Element element) {
    return element.getTextContent().replaceAll("\\s+", " ").strip();
  }

  @Test
  void thePageTellsWhatWasChecked() throws Exception {
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    Run run = rows();
    LocalDate after = LocalDate.now(ZoneOffset.UTC);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).endsWith("\nPage: " + output.resolve("rows.html") + "\n");
    Document page = parse(output.resolve("rows.html"));
    assertThat(text(page.getDocumentElement()))
        .contains("weights.safetensors", "<script>alert(1)</script>&'")
        .contains("SHA-256 " + Checksum.ofFile(weights, Progress.NONE).sha256().orElseThrow())
        .contains("Version" + Version.text())
        .containsAnyOf("Date" + before, "Date" + after)
        .contains("1 row of a single token is not counted")
        .contains("claims left out: the recording does not give value vectors (theorem-1");
    assertThat(elements(page, "section")).hasSize(2);
  }

  @Test
  void aClaimHasItsRowsAndItsHeads() throws Exception {
    rows();
    Document page = parse(output.resolve("rows.html"));

    assertThat(elements(page, "tr").stream().map(RowsPageTests::text))
        .contains(
            "corollary-3the paper's statement: the spectral norm of softmax's Jacobian is at most"
                + " the smaller of 1/(4T) and √2 2 0 1 (50.00 %) 2.000 layer 0, head 0, query 1")
        .anyMatch(row -> row.startsWith("lemma-2an unconfirmed reading: "));
    assertThat(elements(page, "details").stream().map(RowsPageTests::text))
        .contains(
            "corollary-3: 1 of 1 head with rows above"
                + " LayerHeadRowsAboveLargest left/right 0021 (50.00 %)2.000",
            "corollary-3: 0 of 1 head with rows above"
                + " LayerHeadRowsAboveLargest left/right 002none3.7e-40")
        .anyMatch(
            table -> table.contains("Mean entropy, nats") && table.endsWith("000.250.34660.75"));
  }

  @Test
  void thePageNeedsNothingElse() throws Exception {
    rows();
    Document page = parse(output.resolve("rows.html"));

    for (String tag : List.of("link", "img", "script", "a", "iframe")) {
      assertThat(elements(page, tag)).as(tag).isEmpty();
    }
    assertThat(elements(page, "style").get(0).getTextContent())
        .contains("prefers-color-scheme: dark", "max-width: 46rem")
        .doesNotContain("url(", "@import");
  }

  @Test
  void badgesTellHowManyProvenBoundsHold() throws Exception {
    rows();
    assertBadge("weights", "bounds hold on <script>alert(1)</script>&'\\u202e", "14 of 14");
    assertBadge("flat", "bounds hold on flat", "4 of 4");
    try (var files = Files.list(output.resolve("badges"))) {
      assertThat(files).hasSize(4);
    }
  }

  private void assertBadge(String name, String label, String message) throws Exception {
    Path badge = output.resolve("badges/rows-" + name + ".json");
    JsonNode json = new ObjectMapper().readTree(badge.toFile());
    assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.path("label").asText()).isEqualTo(label);
    assertThat(json.path("message").asText()).isEqualTo(message);
    assertThat(json.path("color").asText()).isEqualTo("#2e7d32");
    Document picture = parse(badge.resolveSibling("rows-" + name + ".svg"));
    assertThat(text(elements(picture, "title").get(0))).isEqualTo(label + ": " + message);
  }

  /** The link leads below a file; the recordings are not read before it is told. */
  @Test
  void aLinkToWhereNoFileCanBeIsToldBeforeTheWork() throws IOException {
    Path file = Files.writeString(directory.resolve("flat"), "no recording");
    Path badges = Files.createDirectories(output.resolve("badges"));
    Path link =
        Files.createSymbolicLink(badges.resolve("rows-weights.svg"), file.resolve("badge.svg"));

    Run run = rows();

    assertThat(run.err())
        .contains(link + ": cannot be written, " + file + " is a file")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void aBadRecordingLeavesTheEarlierPage() throws IOException {
    rows();
    String before = Files.readString(output.resolve("rows.html"));
    Files.writeString(directory.resolve("flat"), "no recording");

    Run run = rows();

    assertThat(run.err()).contains("flat").hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(output.resolve("rows.html")).hasContent(before);
    assertThat(Writer.litter(directory)).isEmpty();
  }
}
