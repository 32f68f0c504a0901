package org.attentionlimits.reports.page;

import java.io.IOException;
import java.util.Map;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.Experiments;

/** The page {@code experiments.html}; it loads nothing, and links the data beside it. */
public final class ExperimentsPage {

  /** Name of the page's file. */
  public static final String FILE = "experiments.html";

  private static final String TEMPLATE = "experiments.mustache";

  private ExperimentsPage() {}

  /**
   * The page as text.
   *
   * @param figures {@code svg} elements by the ids of their experiments
   */
  public static String of(Experiments experiments, Map<String, String> figures) throws IOException {
    return Templates.fill(TEMPLATE, ExperimentsView.of(experiments, figures, Templates.style()));
  }

  /** Adds a page to the files of a directory. */
  public static void write(String page, FileSet files) throws IOException {
    files.write(FILE, page);
  }
}
