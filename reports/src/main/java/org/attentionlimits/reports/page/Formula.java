package org.attentionlimits.reports.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlimits.reports.figure.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * Formulas in LaTeX as MathML that browsers draw without any script. A formula is split at each
 * {@code \quad}, where a line may end.
 */
final class Formula {

  /** Commands of amsmath that SnuggleTeX does not know. */
  private static final String COMMANDS =
      "\\newcommand{\\to}{\\rightarrow}\\newcommand{\\dots}{\\ldots}"
          + "\\newcommand{\\text}[1]{\\mbox{#1}}\\newcommand{\\tfrac}[2]{\\frac{#1}{#2}}"
          + "\\newcommand{\\bigl}{}\\newcommand{\\bigr}{}"
          + "\\newcommand{\\Bigl}{}\\newcommand{\\Bigr}{}";

  /** Two arguments of a letter or digit each, without braces. */
  private static final Pattern BARE_FRACTION = Pattern.compile("\\\\(t?frac)(\\d)(\\w)");

  /** A root of a letter or digit, without braces. */
  private static final Pattern BARE_ROOT = Pattern.compile("\\\\sqrt ?(\\w)");

  /** Words in upright letters, which SnuggleTeX would set letter by letter. */
  private static final Pattern UPRIGHT = Pattern.compile("\\\\mathrm\\{(\\w+)}");

  private static final Pattern BREAK = Pattern.compile("\\\\q?quad");

  private static final String VARIANT = "mathvariant";

  /** Between the parts of a fence, which does not hold it. */
  private static final String SEPARATOR = ",";

  private static final SnuggleEngine ENGINE = new SnuggleEngine();

  private Formula() {}

  /**
   * The formula as {@code math} elements, to stand in a page; empty if it has a command that is not
   * known here.
   */
  static Optional<String> mathMl(String latex) {
    List<Optional<String>> parts =
        BREAK.splitAsStream(latex).filter(part -> !part.isBlank()).map(Formula::part).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().map(Optional::get).collect(Collectors.joining(" ")))
        : Optional.empty();
  }

  private static Optional<String> part(String latex) {
    SnuggleSession session = ENGINE.createSession();
    try {
      session.parseInput(new SnuggleInput(COMMANDS));
      session.parseInput(new SnuggleInput("$" + known(latex) + "$"));
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot be read: " + e.getMessage(), e);
    }
    NodeList nodes = session.buildDOMSubtree();
    if (!session.getErrors().isEmpty() || nodes == null || nodes.getLength() != 1) {
      return Optional.empty();
    }
    Element math = (Element) nodes.item(0);
    math.setAttribute("displaystyle", "true");
    mend(math);
    return Optional.of(Xml.print(math));
  }

  private static String known(String latex) {
    String text = latex.replace("\\|", "\\Vert ").replace("\\not\\to", "\\nrightarrow ");
    text = BARE_FRACTION.matcher(text).replaceAll("\\\\$1{$2}{$3}");
    text = BARE_ROOT.matcher(text).replaceAll("\\\\sqrt{$1}");
    return UPRIGHT.matcher(text).replaceAll("\\\\mbox{$1}");
  }

  /**
   * Fences and letters of another style, which browsers no longer draw, become operators and
   * letters of their own; a hyphen becomes a minus.
   */
  private static void mend(Element element) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        mend(inner);
        child = inner.getLocalName().equals("mfenced") ? unfenced(inner) : inner;
      }
    }
    if (element.getAttribute(VARIANT).equals("double-struck")) {
      element.removeAttribute(VARIANT);
      element.setTextContent(doubleStruck(element.getTextContent()));
    }
    boolean isNumber = element.getLocalName().equals("mn") || element.getLocalName().equals("mo");
    if (isNumber && element.getTextContent().startsWith("-")) {
      element.setTextContent("\u2212" + element.getTextContent().substring(1));
    }
  }

  /** {@code E} as {@code 𝔼}; those of the letters that are older in Unicode are elsewhere. */
  private static String doubleStruck(String letter) {
    return switch (letter) {
      case "P" -> "\u2119";
      case "R" -> "\u211d";
      default -> Character.toString(0x1d538 + letter.charAt(0) - 'A');
    };
  }

  private static Element unfenced(Element fenced) {
    Element row = create(fenced, "mrow");
    fence(row, fenced.getAttribute("open"));
    while (fenced.getFirstChild() != null) {
      row.appendChild(fenced.getFirstChild());
      fence(row, fenced.getFirstChild() == null ? "" : SEPARATOR);
    }
    fence(row, fenced.getAttribute("close"));
    fenced.getParentNode().replaceChild(row, fenced);
    return row;
  }

  private static void fence(Element row, String text) {
    if (!text.isEmpty()) {
      row.appendChild(create(row, "mo")).setTextContent(text);
    }
  }

  private static Element create(Element beside, String name) {
    return beside.getOwnerDocument().createElementNS(beside.getNamespaceURI(), name);
  }
}
