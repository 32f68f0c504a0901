package org.attentionlimits.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PageTests {

  @TempDir private Path directory;

  private static Document parse(String page) throws Exception {
    var in = new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i))
        .toList();
  }

  private static String text(Document page) {
    return page.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
  }

  @Test
  void showsVerdictsAndTheProof() throws Exception {
    String text = text(parse(Page.of(Ledgers.sample())));

    assertThat(text)
        .contains(
            "Of the 4 statements that we took from the test text, 1 is refuted (1 formula as printed)")
        .contains("as printed in the 2025 text")
        .contains("logits = (0, 1E-300), T = 0.1")
        .contains("Certified to 60 digits")
        .contains("at least 0.5", "at most 0.25")
        .contains("correct form: corollary-3-sharp");
  }

  @Test
  void theStatementsTellTheRowsOfRealModels() throws Exception {
    Ledger ledger =
        Ledgers.of(
            Ledgers.sample().claims(),
            List.of(
                Ledgers.recording(
                    Ledgers.model("one", Ledgers.rows(Ledgers.PRINTED, 40, 5)),
                    Optional.of("real GPT-2"))));

    assertThat(text(parse(Page.of(ledger))))
        .contains("Rows of real GPT-2 above", "12.50 %of 40 rows");
  }

  @Test
  void showsDomainAndSpecialValues() throws Exception {
    assertThat(text(parse(Page.of(Ledgers.sample()))))
        .contains("Speaks about: any logit row.", "At the ends: a single token has no gradient");
  }

  @Test
  void refutationBySampleIsNeverSaidToBeCertified() throws Exception {
    Ledger ledger =
        Ledgers.of(List.of(Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED, 1e-12)), List.of());

    assertThat(text(parse(Page.of(ledger))))
        .contains("show it but for a stated chance")
        .contains("refuted by a sample")
        .contains("by a sample: at most 1e-12 chance that the sample misled")
        .doesNotContain("Certified to");
  }

  @Test
  void limitsAreDrawnWithTheirNumbers() throws Exception {
    Ledger ledger =
        Ledgers.of(
            List.of(
                Ledgers.limit(
                    new PointEntry(8, 0.125),
                    new PointEntry(64, 1e-7),
                    new PointEntry(512, Double.POSITIVE_INFINITY))),
            List.of());

    Document page = parse(Page.of(ledger));

    Element svg = elements(page, "svg").get(0);
    assertThat(elements(page, "svg")).hasSize(1);
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a-limit along growing n");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "What a-limit judges at its tightest instance: 0.125 at n = 8, 1.000e-07 at n = 64;"
                + " points that are not finite, left out: 1");
    assertThat(text(page)).contains("logits = (0, <1>), T = 1", "512Infinity");
  }

  @Test
  void limitWithoutFinitePointsHasOnlyItsNumbers() throws Exception {
    Ledger ledger = Ledgers.of(List.of(Ledgers.limit(new PointEntry(8, Double.NaN))), List.of());

    Document page = parse(Page.of(ledger));

    assertThat(elements(page, "svg")).isEmpty();
    assertThat(text(page)).contains("8NaN");
  }

  @Test
  void showsModels() throws Exception {
    Ledger ledger =
        Ledgers.of(
            Ledgers.sample().claims(),
            List.of(
                Ledgers.model(
                    "mini",
                    Ledgers.rows(Ledgers.PRINTED, 40, 5),
                    Ledgers.notApplicable(Ledgers.SHARP, "needs key vectors"))));

    assertThat(text(parse(Page.of(ledger))))
        .contains("mini on a text")
        .contains("5 (12.50 %)")
        .contains("1.750")
        .contains("layer 1, head 0, query 7, N = 5")
        .contains("needs key vectors");
  }

  @Test
  void correctedFormIsNamedOnlyIfItSurvived() throws Exception {
    Ledger ledger =
        Ledgers.of(
            List.of(
                Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED),
                Ledgers.claim(Ledgers.SHARP, Verdict.UNDECIDED)),
            List.of());

    assertThat(Page.of(ledger)).doesNotContain("correct form");
  }

  @Test
  void bothWitnessesAreShownWithTheirRatios() throws Exception {
    ClaimEntry claim = Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED);
    ClaimEntry both =
        Ledgers.with(claim, claim.search(), Optional.of(Ledgers.tied("logits = (0, 0), T = 1")));

    assertThat(text(parse(Page.of(Ledgers.of(List.of(both), List.of())))))
        .contains("smallest logits = (0, 1E-300), T = 0.1")
        .contains("strongest logits = (0, 0), T = 1")
        .contains("left/right2.000");
  }

  @Test
  void whatWasNotSeenStandsBesideTheVerdicts() throws Exception {
    String text = text(parse(Page.of(Ledgers.sample())));

    assertThat(text.substring(text.indexOf("The paper's statements"), text.indexOf("Apart from")))
        .contains("What we could not see Lemma 2 <b>the rest</b>");
  }

  @Test
  void onlySeenStatementsLookRefuted() throws Exception {
    Ledger ledger =
        Ledgers.of(
            List.of(
                Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED),
                Ledgers.claim("lemma-2", Verdict.REFUTED),
                Ledgers.as(
                    Standing.PART, Ledgers.PRINTED, Ledgers.claim("a-part", Verdict.REFUTED)),
                Ledgers.as(
                    Standing.VARIANT,
                    Ledgers.PRINTED,
                    Ledgers.claim("a-variant", Verdict.REFUTED))),
            List.of());

    Document page = parse(Page.of(ledger));

    assertThat(elements(page, "span"))
        .filteredOn(span -> span.getAttribute("class").equals("verdict refuted"))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.getTextContent()).isEqualTo("refuted"));
    assertThat(text(page))
        .contains("unconfirmed reading, refuted")
        .contains("Other readings (1): another reading, never counted as the paper's")
        .contains("Against this reading: the paper says otherwise")
        .contains("1 is refuted (1 formula as printed)");
    assertThat(elements(page, "details"))
        .filteredOn(details -> details.getTextContent().contains("Other readings"))
        .singleElement()
        .satisfies(details -> assertThat(details.getTextContent()).contains("a-variant"));
  }

  /** What is seen of the first section and the table, with all folds closed. */
  private static String unfolded(Document page) {
    elements(page, "details").forEach(details -> details.getParentNode().removeChild(details));
    return elements(page, "section").stream()
        .limit(2)
        .map(section -> section.getTextContent().replaceAll("\\s+", " "))
        .collect(Collectors.joining(" "));
  }

  /** What fails, by how much, where, what holds instead, and whether it matters on a real model. */
  @Test
  void theFirstScreenAnswersWithAllFoldsClosed() throws Exception {
    ModelEntry recording =
        Ledgers.recording(
            Ledgers.model("prompt", Ledgers.rows(Ledgers.PRINTED, 100, 42)),
            Optional.of("real GPT-2"));

    String seen =
        unfolded(parse(Page.of(Ledgers.of(Ledgers.sample().claims(), List.of(recording)))));

    assertThat(seen)
        .containsSubsequence("refuted", "false by a factor of 2.000 \u00d7", "holds")
        .contains("logits = (0, 1E-300), T = 0.1")
        .contains("left 0.5, right 0.25, ratio 2.000, certified")
        .contains("correct form: " + Ledgers.SHARP)
        .contains("42.00 % of 100 rows of real GPT-2 are above it");
  }

  @Test
  void undecidedTellsItsReasonAndSurvivorsTheirLongestRow() throws Exception {
    Ledger ledger =
        Ledgers.of(
            List.of(
                Ledgers.claim(Ledgers.PRINTED, Verdict.UNDECIDED),
                Ledgers.claim("sparse", Verdict.SURVIVED)),
            List.of());

    assertThat(text(parse(Page.of(ledger)))).contains("no row was found", "2\u202f048");
  }

  @Test
  void hostileTextIsEscaped() throws Exception {
    String hostile = "<script>alert(1)</script>&\"'";
    Ledger ledger = Ledgers.of(Ledgers.sample().claims(), List.of(Ledgers.model(hostile)));

    Document page = parse(Page.of(ledger));

    assertThat(elements(page, "script")).isEmpty();
    assertThat(text(page)).contains(hostile);
  }

  @Test
  void needsNothingElse() throws Exception {
    Document page = parse(Page.of(Ledgers.sample()));

    assertThat(elements(page, "link")).isEmpty();
    assertThat(elements(page, "img")).isEmpty();
    assertThat(elements(page, "script")).isEmpty();
    assertThat(elements(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
  }

  @Test
  void linksWithinThePageLeadSomewhere() throws Exception {
    Ledger sample = Ledgers.sample();
    Document page =
        parse(
            Page.of(
                Ledgers.of(
                    List.of(
                        sample.claims().get(0),
                        sample.claims().get(1),
                        Ledgers.limit(new PointEntry(1, 1), new PointEntry(2, 0.5))),
                    sample.models())));
    List<String> ids = elements(page, "*").stream().map(e -> e.getAttribute("id")).toList();

    List<String> inner =
        elements(page, "a").stream()
            .map(a -> a.getAttribute("href"))
            .filter(href -> href.startsWith("#"))
            .map(href -> href.substring(1))
            .toList();

    assertThat(inner).isNotEmpty();
    assertThat(ids).containsAll(inner).filteredOn(id -> !id.isEmpty()).doesNotHaveDuplicates();
  }

  @Test
  void isAFile() throws IOException {
    try (FileSet files = FileSet.in(directory.resolve("new"), Page.FILE)) {
      Page.write("page", files);
      files.finish();
    }

    assertThat(Files.readString(directory.resolve("new").resolve(Page.FILE))).isEqualTo("page");
  }
}
