package org.attentionlimits.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BadgeTests {

  @TempDir private Path directory;

  private static Badge badge(Verdict verdict) {
    return Badge.of(Ledgers.claim("corollary-3-sharp", verdict));
  }

  private static Element parse(String svg) throws Exception {
    var in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUTED, refuted, #b3261e",
    "SURVIVED, survived · tight 0.999, #2e7d32",
    "UNDECIDED, undecided, #5f6368"
  })
  void endpointHasItsFields(Verdict verdict, String message, String color) throws IOException {
    JsonNode json = new ObjectMapper().readTree(badge(verdict).json());

    assertThat(json.get("schemaVersion").intValue()).isEqualTo(1);
    assertThat(json.get("label").textValue()).isEqualTo("corollary-3-sharp");
    assertThat(json.get("message").textValue()).isEqualTo(message);
    assertThat(json.get("color").textValue()).isEqualTo(color);
    assertThat(json).hasSize(4);
  }

  @Test
  void refutationBySampleSaysSo() {
    assertThat(Badge.of(Ledgers.claim("a", Verdict.REFUTED, 1e-12)).message())
        .isEqualTo("refuted by a sample");
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void pictureIsWellFormedAndFits(Verdict verdict) throws Exception {
    Badge badge = badge(verdict);

    Element svg = parse(BadgePicture.of(badge));

    assertThat(svg.getAttribute("height")).isEqualTo("20");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(badge.label() + ": " + badge.message())
        .isEqualTo(svg.getAttribute("aria-label"));
    NodeList texts = svg.getElementsByTagName("text");
    Element last = (Element) texts.item(1);
    int end =
        Integer.parseInt(last.getAttribute("x"))
            + Integer.parseInt(last.getAttribute("textLength"));
    assertThat(Integer.parseInt(svg.getAttribute("width"))).isEqualTo(end + 6).isBetween(150, 300);
  }

  @Test
  void hostileTextIsEscaped() throws Exception {
    Badge badge = new Badge(1, "<script>", "a & \"b\"", "#000000");

    assertThat(parse(BadgePicture.of(badge)).getElementsByTagName("script").getLength()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "i, 3", "m, 11", "refuted, 40", "attention-limits, 85", "·, 4", "∞, 11"})
  void widthsAreVerdanas(String text, int width) {
    assertThat(BadgePicture.width(text)).isEqualTo(width);
  }

  @Test
  void overallBadgeCounts() {
    Ledger undecided = Ledgers.of(List.of(Ledgers.claim("a", Verdict.UNDECIDED)), List.of());
    Ledger survived = Ledgers.of(List.of(Ledgers.claim("a", Verdict.SURVIVED)), List.of());

    assertThat(Badge.of(Ledgers.sample()))
        .isEqualTo(new Badge(1, "attention-limits", "1 survived · 1 refuted", "#b3261e"));
    assertThat(Badge.of(undecided).message()).isEqualTo("0 survived · 1 undecided");
    assertThat(Badge.of(survived).color()).isEqualTo("#2e7d32");
  }

  @Test
  void everyClaimHasItsBadges() throws IOException {
    Badges.write(Ledgers.sample(), directory);

    try (var files = Files.list(directory.resolve("badges"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "attention-limits.json",
              "attention-limits.svg",
              "corollary-3-sharp.json",
              "corollary-3-sharp.svg",
              "corollary-3-temperature.json",
              "corollary-3-temperature.svg");
    }
  }
}
