package org.attentionlimits.reports.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A chart as an {@code svg} element: drawn with Batik, then given its text and its theme. */
final class Picture {

  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Decimals of a coordinate. */
  private static final int PRECISION = 3;

  private final String id;
  private final String title;
  private final String description;
  private final JFreeChart chart;
  private final int width;
  private final int height;

  /**
   * A chart with its text.
   *
   * @param id file-safe name, which begins all ids within the picture
   * @param title shown above it
   * @param description what it shows, for those who do not see it
   * @param width of the view box, in which a letter has the size of its font
   * @param height of the view box
   */
  Picture(String id, String title, String description, JFreeChart chart, int width, int height) {
    this.id = id;
    this.title = title;
    this.description = description;
    this.chart = chart;
    this.width = width;
    this.height = height;
  }

  String svg() {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG, "svg", null);
      Element root = draw(document);
      describe(root);
      theme(root);
      return Xml.print(root);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("no XML on this platform: " + e.getMessage(), e);
    }
  }

  private Element draw(Document document) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(PRECISION);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return id + "-" + super.generateID(prefix);
          }
        });
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    Element root = graphics.getRoot();
    graphics.dispose();
    removeSharedDefinitions(root);
    return root;
  }

  /** Batik's definitions for all of a document, of which there are none. */
  private static void removeSharedDefinitions(Element root) {
    NodeList definitions = root.getElementsByTagName("defs");
    for (int i = definitions.getLength() - 1; i >= 0; i--) {
      if (!definitions.item(i).hasChildNodes()) {
        definitions.item(i).getParentNode().removeChild(definitions.item(i));
      }
    }
  }

  private void describe(Element root) {
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("class", "figure");
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", id + "-title " + id + "-description");
    root.removeAttribute("width");
    root.removeAttribute("height");
    Node first = root.getFirstChild();
    root.insertBefore(text(root, "title", title), first);
    root.insertBefore(text(root, "desc", description), first);
  }

  private Element text(Element root, String tag, String content) {
    Element element = root.getOwnerDocument().createElementNS(SVG, tag);
    String suffix = tag.equals("desc") ? "description" : tag;
    element.setAttribute("id", id + "-" + suffix);
    element.setTextContent(content);
    return element;
  }

  /** Colours move from attributes to styles, where a page's custom properties reach them. */
  private static void theme(Element element) {
    Map<String, String> styles = new LinkedHashMap<>();
    for (String name : new String[] {"fill", "stroke"}) {
      String value = element.getAttribute(name);
      if (!value.isEmpty() && !value.equals("none")) {
        element.removeAttribute(name);
        styles.put(name, Theme.style(color(value)));
      }
    }
    if (!styles.isEmpty()) {
      StringBuilder style = new StringBuilder();
      styles.forEach((name, value) -> style.append(name + ":" + value + ";"));
      element.setAttribute("style", style.toString());
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        theme(inner);
      }
    }
  }

  /** The colour of {@code rgb(r,g,b)}; Batik's initial black is that of text. */
  private static Color color(String value) {
    if (value.equals("black")) {
      return Theme.TEXT;
    }
    String[] parts = value.replaceAll("[^0-9,]", "").split(",", -1);
    return new Color(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
