package org.attentionlimits.reports.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.badge.Badges;
import org.attentionlimits.reports.page.Templates;

/** The page of recordings and their badges, the files of a directory. */
public final class RowsFiles {

  /** Name of the page's file. */
  public static final String PAGE = "rows.html";

  private static final String TEMPLATE = "rows.mustache";

  private RowsFiles() {}

  /** The names of the files, with slashes. */
  public static List<String> names(List<Path> recordings) {
    return Stream.concat(
            Stream.of(PAGE),
            recordings.stream()
                .map(file -> RowsBadge.name(RecordingFiles.name(file)))
                .flatMap(name -> Badges.files(name).stream()))
        .toList();
  }

  /**
   * Writes all of them or none; where the page is, its badges are. Badges of recordings of earlier
   * runs stay.
   *
   * @param date of the run
   * @param version of the product
   */
  public static void write(List<RowsReport> reports, LocalDate date, String version, Path directory)
      throws IOException {
    try (FileSet files = FileSet.in(directory, PAGE)) {
      files.write(PAGE, page(reports, date, version));
      for (RowsReport report : reports) {
        Badges.write(RowsBadge.name(report.name()), RowsBadge.of(report), files);
      }
      files.finish();
    }
  }

  /** The page as text; it loads nothing from anywhere. */
  static String page(List<RowsReport> reports, LocalDate date, String version) throws IOException {
    return Templates.fill(
        TEMPLATE, RowsView.of(reports, Templates.style(), date.toString(), version));
  }
}
