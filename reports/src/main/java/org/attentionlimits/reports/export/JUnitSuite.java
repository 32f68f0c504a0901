package org.attentionlimits.reports.export;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.attentionlimits.empirical.io.Line;

/**
 * Test cases of one class in JUnit's XML, with the elements and attributes of Surefire's schema.
 * Times are 0, since a ledger holds none.
 *
 * @param name of the suite, and of the class of its cases
 * @param tests its cases
 */
record JUnitSuite(String name, List<Test> tests) {

  /** Copies the list. */
  JUnitSuite {
    tests = List.copyOf(tests);
  }

  /**
   * A test case, which passes if it neither fails nor is skipped.
   *
   * @param name of the case
   * @param failure if it fails
   * @param skipped why it is skipped, if it is
   * @param found what was found, a line
   */
  record Test(String name, Optional<Failure> failure, Optional<String> skipped, String found) {}

  /**
   * A failure.
   *
   * @param message on one line
   * @param lines the whole
   */
  record Failure(String message, List<String> lines) {
    Failure {
      lines = List.copyOf(lines);
    }
  }

  /** A text on one line, of characters that XML can hold. */
  static String text(String text) {
    return Line.of(text).replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD");
  }

  /**
   * Suites as a document.
   *
   * @param baseline what is said of the baseline, a property of each suite
   */
  static String xml(List<JUnitSuite> suites, List<String> baseline) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml, 0);
      start(xml, "testsuites", suites.stream().flatMap(suite -> suite.tests.stream()).toList());
      for (JUnitSuite suite : suites) {
        suite.write(xml, baseline);
      }
      line(xml, 0);
      xml.writeEndElement();
      line(xml, 0);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void start(XMLStreamWriter xml, String element, List<Test> tests)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("tests", String.valueOf(tests.size()));
    xml.writeAttribute("failures", count(tests.stream().map(Test::failure).toList()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(tests.stream().map(Test::skipped).toList()));
    xml.writeAttribute("time", "0");
  }

  private static String count(List<? extends Optional<?>> values) {
    return String.valueOf(values.stream().filter(Optional::isPresent).count());
  }

  private void write(XMLStreamWriter xml, List<String> baseline) throws XMLStreamException {
    line(xml, 1);
    start(xml, "testsuite", tests);
    xml.writeAttribute("name", name);
    line(xml, 2);
    xml.writeStartElement("properties");
    for (int i = 0; i < baseline.size(); i++) {
      line(xml, 3);
      xml.writeEmptyElement("property");
      xml.writeAttribute("name", "baseline." + (i + 1));
      xml.writeAttribute("value", text(baseline.get(i)));
    }
    line(xml, 2);
    xml.writeEndElement();
    for (Test test : tests) {
      write(xml, test);
    }
    line(xml, 1);
    xml.writeEndElement();
  }

  private void write(XMLStreamWriter xml, Test test) throws XMLStreamException {
    line(xml, 2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", name);
    xml.writeAttribute("name", text(test.name));
    xml.writeAttribute("time", "0");
    if (test.failure.isPresent()) {
      line(xml, 3);
      xml.writeStartElement("failure");
      xml.writeAttribute("type", "departure");
      xml.writeAttribute("message", text(test.failure.get().message));
      for (String line : test.failure.get().lines) {
        xml.writeCharacters("\n" + text(line));
      }
      xml.writeEndElement();
    }
    if (test.skipped.isPresent()) {
      line(xml, 3);
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", text(test.skipped.get()));
    }
    line(xml, 3);
    xml.writeStartElement("system-out");
    xml.writeCharacters(text(test.found));
    xml.writeEndElement();
    line(xml, 2);
    xml.writeEndElement();
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
