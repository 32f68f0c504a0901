package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.suite.PaperExperiments;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.empirical.io.Reason;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.reports.badge.Badges;
import org.attentionlimits.reports.export.Exports;
import org.attentionlimits.reports.ledger.ExperimentFiles;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.page.ExperimentsPage;
import org.attentionlimits.reports.page.Page;
import org.attentionlimits.reports.rows.RowsFiles;
import org.attentionlimits.reports.summary.Summary;
import picocli.CommandLine.Option;

/** The directory that a command writes its files to. */
public final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Directory to write to; made if there is none.")
  private Path directory;

  /** Where experiments keep what an interrupted run has measured. */
  public static final String CHECKPOINT = "unfinished";

  /** Names of what runs write there; their directories too. */
  private static final Set<String> NAMES =
      Stream.of(
              Stream.of(
                  LedgerFile.LEDGER,
                  LedgerFile.SCHEMA,
                  Page.FILE,
                  ExperimentsPage.FILE,
                  Summary.FILE,
                  Badges.DIRECTORY,
                  PowerTable.FILE,
                  ExperimentFiles.RESULTS,
                  CHECKPOINT,
                  RowsFiles.PAGE,
                  DirectoryLock.FILE),
              PaperExperiments.ids().stream(),
              Exports.FILES.stream())
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  /** A directory unless another is given. */
  public OutputOption(String standard) {
    this.directory = Path.of(standard);
  }

  /** No directory unless one is given. */
  public OutputOption() {}

  /** Whether there is a directory. */
  public boolean isGiven() {
    return directory != null;
  }

  public Path directory() {
    return directory;
  }

  /**
   * Rejects, before the work is done, a directory that cannot be made or written to, or in which
   * something else is where a file will be, or a link to where none can be.
   *
   * @param files that will be written, with slashes
   */
  public void requireUsable(Collection<String> files) throws IOException {
    requireFile(DirectoryLock.FILE);
    for (String file : files) {
      requireFile(file);
    }
    requirePlace(directory, ": cannot be a directory, ", directory);
  }

  /** Rejects a directory that cannot be made or written to, in the words of what needs it. */
  private static void requirePlace(Path needing, String problem, Path place) throws IOException {
    Path existing = place.toAbsolutePath().normalize();
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw new IOException(
          needing
              + problem
              + existing
              + (existing != null && Files.isSymbolicLink(existing)
                  ? " is a link that leads to none"
                  : " is a file"));
    }
    if (!Files.isWritable(existing)) {
      throw new IOException(needing + ": cannot be written to");
    }
  }

  private void requireFile(String name) throws IOException {
    Path file = directory.resolve(name);
    if (name.contains("/")) {
      requireDirectory(file.getParent());
    }
    Path target = Replacement.requireFile(file);
    if (Files.isSymbolicLink(file)) {
      requirePlace(file, ": cannot be written, ", target.getParent());
    }
  }

  /** Rejects what is there and is no directory. */
  public static void requireDirectory(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
      throw new IOException(path + ": must be a directory, is " + Reason.kind(path));
    }
  }

  /**
   * Rejects a directory with something else than a file where files may be written whose names are
   * not known before.
   *
   * @param name of the directory, if there is one
   * @param endings of the files
   */
  public void requireFilesIn(String name, List<String> endings) throws IOException {
    requireFilesIn(name, "", endings);
  }

  /**
   * The same of files whose names begin alike.
   *
   * @param beginning of their names
   */
  public void requireFilesIn(String name, String beginning, List<String> endings)
      throws IOException {
    Path place = directory.resolve(name);
    requireDirectory(place);
    if (!Files.isDirectory(place)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
      for (Path entry : entries) {
        String file = entry.getFileName().toString();
        if (file.startsWith(beginning) && endings.stream().anyMatch(file::endsWith)) {
          Replacement.requireFile(entry);
        }
      }
    }
  }

  /**
   * Rejects a file of another option that is one of those that runs write into the directory: they
   * would replace it, or it them.
   */
  public void requireApart(String option, Path file) throws IOException {
    Path base = real(directory);
    Path target = real(file);
    if (target.startsWith(base)
        && target.getNameCount() > base.getNameCount()
        && NAMES.contains(target.getName(base.getNameCount()).toString())) {
      throw new IOException(option + " must not be a file that runs write into --output: " + file);
    }
  }

  /** Where symbolic links lead, as far as something is there. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    if (Files.isSymbolicLink(absolute) && !Files.exists(absolute)) {
      absolute = Replacement.requireFile(absolute);
    }
    Path existing = absolute;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
  }
}
