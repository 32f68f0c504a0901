package org.attentionlimits.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as a parser of HTML reads them. */
class HtmlTests {

  /** Most bytes of a page. */
  private static final int MOST_BYTES = 3_000_000;

  static Stream<String> pages() throws IOException {
    Ledger models =
        Ledgers.of(
            Stream.concat(
                    Ledgers.sample().claims().stream(),
                    Stream.of(Ledgers.limit(new PointEntry(8, 0.125), new PointEntry(64, 0.01))))
                .toList(),
            List.of(
                Ledgers.recording(
                    Ledgers.model("one", Ledgers.rows(Ledgers.PRINTED, 40, 5)),
                    Optional.of("real GPT-2"))));
    return Stream.of(Page.of(Ledgers.sample()), Page.of(models), ProofsPage.text());
  }

  private static Document parse(String page) {
    return Parser.htmlParser().parseInput(page, "");
  }

  private static List<String> errors(String page) {
    Parser parser = Parser.htmlParser().setTrackErrors(100);
    parser.parseInput(page, "");
    return parser.getErrors().stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theParserMeetsNoError(String page) {
    assertThat(errors(page)).isEmpty();
  }

  @Test
  void theParserSeesErrors() {
    assertThat(errors("<!DOCTYPE html><p></b></p><div>")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void idsAreUniqueAndLinksWithinThePageLeadToThem(String page) {
    Document document = parse(page);
    List<String> ids = document.select("[id]").eachAttr("id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(document.select("a[href^=#]"))
        .allSatisfy(link -> assertThat(ids).contains(link.attr("href").substring(1)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsRequestedFromElsewhere(String page) {
    Document document = parse(page);

    assertThat(document.select("[src], link[href], object, iframe, script[src], [xlink:href]"))
        .allSatisfy(
            element -> assertThat(element.attr("src") + element.attr("href")).doesNotContain("//"));
    assertThat(document.select("style").html()).doesNotContain("@import", "url(");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readersAreToldWhatIsShown(String page) {
    Document document = parse(page);

    assertThat(document.select("html").attr("lang")).isEqualTo("en");
    assertThat(document.title()).isNotBlank();
    assertThat(document.select("meta[name=viewport]")).isNotEmpty();
    assertThat(document.select("table")).allSatisfy(t -> assertThat(t.select("th")).isNotEmpty());
    assertThat(document.select("svg"))
        .allSatisfy(
            svg -> assertThat(svg.select("title").text() + svg.attr("aria-label")).isNotBlank());
    assertThat(document.select("img")).allSatisfy(i -> assertThat(i.attr("alt")).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headingsSkipNoLevel(String page) {
    int before = 0;
    for (Element heading : parse(page).select("h1, h2, h3, h4, h5, h6")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
      before = level;
    }
    assertThat(before).isPositive();
  }
}
