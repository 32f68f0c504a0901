package org.attentionlimits.reports.page;

import java.io.IOException;
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

  private Page() {}

  /** The page as text. */
  public static String of(Ledger ledger) throws IOException {
    return Templates.fill(TEMPLATE, PageView.of(ledger, Templates.style()));
  }

  /** Writes a page into a directory. */
  public static void write(String page, Path directory) throws IOException {
    WholeFile.write(directory.resolve(FILE), page);
  }
}
