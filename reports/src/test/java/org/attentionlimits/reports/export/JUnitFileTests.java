package org.attentionlimits.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.BaselineCheck;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class JUnitFileTests {

  private static final Path FILE = Path.of("baseline.json");
  private static final String REPLAY = "To run it again: attention-limits verify --seed=1";
  private static final Departures NONE = Departures.none(REPLAY);

  private static final Ledger FLIPPED =
      Ledgers.of(
          List.of(
              Ledgers.claim(Ledgers.PRINTED, Verdict.SURVIVED),
              Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED)),
          List.of(
              Ledgers.model(
                  "mini", Ledgers.rows(Ledgers.PRINTED, 40, 5), Ledgers.rows(Ledgers.SHARP, 40, 9)),
              Ledgers.recording(Ledgers.model("gone", Ledgers.rows(Ledgers.SHARP, 40, 0)))));

  private static Departures against(Ledger before, Ledger now, boolean accepted) {
    Comparison found = BaselineCheck.compare(Baseline.of(before), now, false);
    return Departures.of(FILE, Optional.of(found), accepted, REPLAY);
  }

  /** Parses a document and holds it against what readers of JUnit's XML ask for. */
  private static Element document(Ledger ledger, Departures departures) throws Exception {
    String xml = JUnitFile.of(ledger, departures);
    var in = new ByteArrayInputStream(xml.getBytes(UTF_8));
    Element root =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertCounts(root);
    for (Element suite : children(root)) {
      assertThat(suite.getTagName()).isEqualTo("testsuite");
      assertThat(suite.getAttribute("name")).isNotEmpty();
      assertCounts(suite);
      List<Element> children = children(suite);
      assertThat(children.get(0).getTagName()).isEqualTo("properties");
      for (Element test : children.subList(1, children.size())) {
        assertThat(test.getTagName()).isEqualTo("testcase");
        assertThat(test.getAttribute("classname")).isEqualTo(suite.getAttribute("name"));
        assertThat(test.getAttribute("name")).isNotEmpty();
        assertThat(test.getAttribute("time")).isEqualTo("0");
        assertThat(children(test).stream().map(Element::getTagName))
            .isSubsetOf("failure", "skipped", "system-out")
            .doesNotHaveDuplicates();
      }
    }
    return root;
  }

  private static void assertCounts(Element element) {
    assertThat(element.getAttribute("tests")).isEqualTo(count(element, "testcase"));
    assertThat(element.getAttribute("failures")).isEqualTo(count(element, "failure"));
    assertThat(element.getAttribute("skipped")).isEqualTo(count(element, "skipped"));
    assertThat(element.getAttribute("errors")).isEqualTo(count(element, "error"));
    assertThat(element.getAttribute("time")).isEqualTo("0");
  }

  private static String count(Element element, String tag) {
    return String.valueOf(element.getElementsByTagName(tag).getLength());
  }

  private static List<Element> children(Element element) {
    var nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .toList();
  }

  /** The cases that have an element, as {@code class name}. */
  private static Stream<String> having(String tag, Element root) {
    var tests = root.getElementsByTagName("testcase");
    return IntStream.range(0, tests.getLength())
        .mapToObj(i -> (Element) tests.item(i))
        .filter(test -> test.getElementsByTagName(tag).getLength() > 0)
        .map(test -> test.getAttribute("classname") + " " + test.getAttribute("name"));
  }

  @Test
  void claimsAndRowsAreCases() throws Exception {
    Element root = document(Ledgers.sample(), NONE);

    assertThat(having("system-out", root))
        .containsExactly(
            "attention-limits.STATED corollary-3-temperature",
            "attention-limits.CORRECTED corollary-3-sharp",
            "attention-limits.rows corollary-3-temperature on mini",
            "attention-limits.rows corollary-3-sharp on mini");
    assertThat(root.getElementsByTagName("system-out").item(0).getTextContent())
        .isEqualTo("refuted, left/right 2.000");
    assertThat(root.getElementsByTagName("system-out").item(2).getTextContent())
        .isEqualTo("12.50 % of 40 rows above, left/right up to 1.750");
  }

  @Test
  void aRefutedPaperIsNoFailure() throws Exception {
    assertThat(having("failure", document(Ledgers.sample(), NONE))).isEmpty();
    Departures expected = against(Ledgers.sample(), Ledgers.sample(), false);
    Element root = document(Ledgers.sample(), expected);
    assertThat(having("failure", root)).isEmpty();
    assertThat(((Element) root.getElementsByTagName("property").item(0)).getAttribute("value"))
        .isEqualTo("Baseline: as expected");
  }

  @Test
  void whatDepartsFailsWithTheCommandThatShowsIt() throws Exception {
    Element root = document(FLIPPED, against(Ledgers.sample(), FLIPPED, false));

    assertThat(having("failure", root))
        .containsExactly(
            "attention-limits.STATED corollary-3-temperature",
            "attention-limits.rows corollary-3-sharp on mini");
    Element failure = (Element) root.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo("corollary-3-temperature: was REFUTED, is SURVIVED. " + REPLAY);
    assertThat(failure.getTextContent().lines().map(String::strip))
        .contains("largest ratio 0.999", REPLAY);
  }

  @Test
  void whatIsAcceptedIsNoFailure() throws Exception {
    assertThat(having("failure", document(FLIPPED, against(Ledgers.sample(), FLIPPED, true))))
        .isEmpty();
  }

  @Test
  void whatIsMissingFailsAsACaseOfItsOwn() throws Exception {
    assertThat(
            having(
                "failure", document(Ledgers.sample(), against(FLIPPED, Ledgers.sample(), false))))
        .containsExactly(
            "attention-limits.STATED corollary-3-temperature",
            "attention-limits.rows corollary-3-sharp on mini",
            "attention-limits.baseline recording gone");
  }

  @Test
  void whatCouldNotBeEvaluatedIsSkippedUnlessItFails() throws Exception {
    ClaimEntry undecided = Ledgers.claim("lemma-1", Verdict.UNDECIDED);
    ClaimEntry nothing =
        new ClaimEntry(
            "sparse",
            undecided.statement(),
            Verdict.UNDECIDED,
            undecided.reason(),
            new SearchEntry(0, 1, 0, false, 0),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    Ledger ledger =
        Ledgers.of(
            List.of(undecided, nothing),
            List.of(Ledgers.model("mini", Ledgers.notApplicable("lemma-1", "no vectors"))));

    Element root = document(ledger, NONE);
    assertThat(having("skipped", root))
        .containsExactly("attention-limits.STATED sparse", "attention-limits.rows lemma-1 on mini");
    assertThat(((Element) root.getElementsByTagName("skipped").item(1)).getAttribute("message"))
        .isEqualTo("no vectors");

    Difference difference = new Difference("sparse", "SURVIVED", "UNDECIDED", List.of());
    Departures departs =
        Departures.of(
            FILE, Optional.of(new Comparison(List.of(difference), List.of())), false, REPLAY);
    Element failed = document(ledger, departs);
    assertThat(having("failure", failed)).containsExactly("attention-limits.STATED sparse");
    assertThat(having("skipped", failed)).containsExactly("attention-limits.rows lemma-1 on mini");
  }

  @Test
  void hostileNamesAreText() throws Exception {
    String name = "<a b=\"c\">&]]>\u0000\u001b[2J\ud800\uffff\u202e\n";
    Ledger ledger = Ledgers.of(List.of(), List.of(Ledgers.model(name, Ledgers.rows("x", 40, 5))));
    Difference difference = new Difference("x on " + name, name, name, List.of(name));
    Departures departs =
        Departures.of(
            FILE, Optional.of(new Comparison(List.of(difference), List.of(name))), false, name);

    assertThat(Set.copyOf(having("failure", document(ledger, departs)).toList()))
        .containsExactly(
            "attention-limits.rows x on <a b=\"c\">&]]>\\u0000\\u001b[2J\\ud800\ufffd\\u202e");
  }
}
