package org.attentionlimits.reports.page;

import java.io.IOException;
import java.util.List;
import org.attentionlimits.empirical.io.FileSet;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The page {@code proofs.html} beside a ledger's page: the documentation's proofs, so that links to
 * them lead somewhere without a network. A heading is reached by its words in lower case.
 */
public final class ProofsPage {

  /** Name of the page's file. */
  public static final String FILE = "proofs.html";

  private static final String TEXT = "proofs.md";

  private static final String TEMPLATE = "proofs.mustache";

  private ProofsPage() {}

  /** What the template shows. */
  private record View(String style, String text) {}

  /** The page as text. */
  public static String text() throws IOException {
    List<Extension> extensions = List.of(HeadingAnchorExtension.create(), TablesExtension.create());
    Parser parser = Parser.builder().extensions(extensions).build();
    HtmlRenderer renderer = HtmlRenderer.builder().extensions(extensions).build();
    String html = renderer.render(parser.parse(Templates.resource(TEXT)));
    return Templates.fill(TEMPLATE, new View(Templates.style(), html));
  }

  /** Adds the page to the files of a directory. */
  public static void write(FileSet files) throws IOException {
    files.write(FILE, text());
  }
}
