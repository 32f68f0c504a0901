package org.attentionlimits.reports.export;

import java.io.IOException;
import java.util.List;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.theory.catalogue.Paper;

/** Writes a ledger in forms that other tools read. */
public final class Exports {

  /** The names of the files. */
  public static final List<String> FILES =
      List.of(
          LedgerCsv.FILE,
          HeadsCsv.FILE,
          JUnitFile.FILE,
          LedgerMarkdown.FILE,
          ResultsTex.FILE,
          CitationBib.FILE);

  private Exports() {}

  /** Adds all forms to the files of a directory. */
  public static void write(Ledger ledger, Departures departures, FileSet files) throws IOException {
    files.write(LedgerCsv.FILE, LedgerCsv.of(ledger));
    files.write(HeadsCsv.FILE, HeadsCsv.of(ledger));
    files.write(JUnitFile.FILE, JUnitFile.of(ledger, departures));
    files.write(LedgerMarkdown.FILE, LedgerMarkdown.of(ledger, departures));
    files.write(ResultsTex.FILE, ResultsTex.of(ledger));
    files.write(CitationBib.FILE, CitationBib.of(Paper.theOne(), ledger.version()));
  }
}
