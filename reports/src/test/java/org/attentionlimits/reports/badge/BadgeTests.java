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
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Standing;
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
    return badge(Ledgers.claim(Ledgers.PRINTED, verdict));
  }

  private static Badge badge(ClaimEntry claim) {
    return Badge.of(claim, Ledgers.of(List.of(claim), List.of()));
  }

  private static Element parse(String svg) throws Exception {
    var in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUTED, refuted, #b3261e",
    "SURVIVED, survived · left/right up to 0.999, #2e7d32",
    "UNDECIDED, undecided, #5f6368"
  })
  void endpointHasItsFields(Verdict verdict, String message, String color) throws IOException {
    JsonNode json = new ObjectMapper().readTree(badge(verdict).json());

    assertThat(json.get("schemaVersion").intValue()).isEqualTo(1);
    assertThat(json.get("label").textValue()).isEqualTo(Ledgers.PRINTED);
    assertThat(json.get("message").textValue()).isEqualTo(message);
    assertThat(json.get("color").textValue()).isEqualTo(color);
    assertThat(json).hasSize(4);
  }

  @Test
  void refutationBySampleSaysSo() {
    assertThat(badge(Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED, 1e-12)).message())
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
    assertThat(Integer.parseInt(svg.getAttribute("width"))).isEqualTo(end + 6).isBetween(150, 450);
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
  void overallBadgeCountsStatementsInANeutralColour() {
    Ledger all =
        Ledgers.of(
            List.of(
                Ledgers.claim("lemma-1", Verdict.SURVIVED),
                Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED),
                Ledgers.claim("lemma-2", Verdict.REFUTED),
                Ledgers.claim("sparse", Verdict.SURVIVED),
                Ledgers.as(
                    Standing.VARIANT,
                    Ledgers.PRINTED,
                    Ledgers.claim("a-variant", Verdict.REFUTED))),
            List.of());

    assertThat(Badge.of(all))
        .isEqualTo(
            new Badge(
                1,
                "arXiv:0, test text",
                "1 formula of 4 refuted · 2 survive · 1 unconfirmed reading",
                "#3b5b7a"));
    assertThat(Badge.of(Ledgers.sample()).color()).isEqualTo("#3b5b7a");
    assertThat(Badge.of(Ledgers.sample()).message())
        .isEqualTo("1 formula of 4 refuted · 2 undecided · 1 unconfirmed reading");
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void noRefutationButThatOfASeenStatementIsRed(Verdict verdict) {
    for (Standing standing : Standing.values()) {
      ClaimEntry claim = Ledgers.as(standing, Ledgers.PRINTED, Ledgers.claim("a-claim", verdict));
      assertThat(badge(claim).color()).as("%s %s", standing, verdict).isNotEqualTo("#b3261e");
    }
    assertThat(badge(Ledgers.claim("lemma-2", verdict)).color()).isEqualTo("#5f6368");
  }

  @ParameterizedTest
  @CsvSource({
    "VARIANT, 'another reading, refuted'",
    "PART, 'a part, refuted'",
    "CORRECTED, 'corrected form, refuted'",
    "SHARPER, 'sharper form, refuted'",
    "NEIGHBOUR, 'another paper''s result, refuted'",
    "IDENTITY, 'an identity, refuted'",
    "USER, refuted"
  })
  void badgeOfAClaimTellsWhatItStandsFor(Standing standing, String message) {
    assertThat(
            badge(Ledgers.as(standing, Ledgers.PRINTED, Ledgers.claim("a-claim", Verdict.REFUTED)))
                .message())
        .isEqualTo(message);
  }

  @Test
  void unconfirmedReadingSaysSo() {
    assertThat(badge(Ledgers.claim("lemma-2", Verdict.REFUTED)).message())
        .isEqualTo("unconfirmed reading, refuted");
    assertThat(badge(Ledgers.claim("lemma-2", Verdict.SURVIVED)).message())
        .startsWith("unconfirmed reading, survived");
  }

  @Test
  void everyClaimHasItsBadges() throws IOException {
    try (FileSet set = FileSet.in(directory, "badges/attention-limits.json")) {
      Badges.write(Ledgers.sample(), set);
      set.finish();
    }

    try (var files = Files.list(directory.resolve("badges"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "attention-limits.json",
              "attention-limits.svg",
              "corollary-3-sharp.json",
              "corollary-3-sharp.svg",
              "corollary-3-temperature.json",
              "corollary-3-temperature.svg",
              "model-mini.json",
              "model-mini.svg");
    }
  }
}
