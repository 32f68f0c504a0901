package org.attentionlimits.reports.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.badge.Badges;
import org.attentionlimits.reports.cli.option.OutputOption;
import org.attentionlimits.reports.export.Departures;
import org.attentionlimits.reports.export.Exports;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.page.Page;
import org.attentionlimits.reports.page.ProofsPage;
import org.attentionlimits.reports.summary.Summary;

/** The files that a directory has of a ledger. */
public final class ReportFiles {

  private ReportFiles() {}

  /**
   * Rejects a directory that cannot take them.
   *
   * @param claims their ids
   */
  public static void requireUsable(OutputOption output, List<String> claims) throws IOException {
    List<String> files = new ArrayList<>(Badges.files(claims));
    files.addAll(List.of(LedgerFile.LEDGER, LedgerFile.SCHEMA, Page.FILE, Summary.FILE));
    files.addAll(Exports.FILES);
    output.requireUsable(files);
    output.requireFilesIn(Badges.DIRECTORY, Badges.OF_MODELS, Badges.ENDINGS);
  }

  /** Writes all or none. Where the ledger is, the files belong together. */
  public static void write(
      Ledger ledger, Optional<PowerTable> power, Departures departures, Path directory)
      throws IOException {
    try (FileSet files = FileSet.in(directory, LedgerFile.LEDGER)) {
      Badges.removeEarlier(directory, files);
      Page.write(Page.of(ledger, power), files);
      ProofsPage.write(files);
      Badges.write(ledger, files);
      Summary.write(ledger, files);
      Exports.write(ledger, departures, files);
      LedgerFile.write(ledger, files);
      files.finish();
    }
  }
}
