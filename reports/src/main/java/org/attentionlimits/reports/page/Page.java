package org.attentionlimits.reports.page;

import java.io.IOException;
import java.util.Optional;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.PowerTable;

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
    return of(ledger, Optional.empty());
  }

  /** The page as text, with a table of power if there is one. */
  public static String of(Ledger ledger, Optional<PowerTable> power) throws IOException {
    return Templates.fill(TEMPLATE, PageView.of(ledger, power, Templates.style()));
  }

  /** Adds a page to the files of a directory. */
  public static void write(String page, FileSet files) throws IOException {
    files.write(FILE, page);
  }
}
