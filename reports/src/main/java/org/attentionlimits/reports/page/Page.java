package org.attentionlimits.reports.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.WholeFile;

/**
 * The page {@code index.html} of a ledger. It loads nothing from anywhere, so it reads the same
 * from a file, from a server and years later. All text of the ledger is escaped.
 */
public final class Page {

  /** Name of the page's file. */
  public static final String FILE = "index.html";

  private static final String TEMPLATE = "index.mustache";
  private static final String STYLE = "page.css";

  private Page() {}

  /** The page as text. */
  public static String of(Ledger ledger) throws IOException {
    Template template =
        Mustache.compiler().escapeHTML(true).strictSections(true).compile(resource(TEMPLATE));
    return template.execute(PageView.of(ledger, resource(STYLE)));
  }

  /** Writes a page into a directory. */
  public static void write(String page, Path directory) throws IOException {
    WholeFile.write(directory.resolve(FILE), page);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
