package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.empirical.io.Replacement;
import picocli.CommandLine.Option;

/** The directory that a command writes its files to. */
final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Directory to write to; made if there is none.")
  private Path directory;

  /** A directory unless another is given. */
  OutputOption(String standard) {
    this.directory = Path.of(standard);
  }

  Path directory() {
    return directory;
  }

  /**
   * Rejects, before the work is done, a directory that cannot be made or written to, or in which
   * something else is where the last file will be.
   */
  void requireUsable(String last) throws IOException {
    Replacement.requireFile(directory.resolve(last));
    Path existing = directory.toAbsolutePath().normalize();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw new IOException(directory + ": cannot be a directory, " + existing + " is a file");
    }
    if (!Files.isWritable(existing)) {
      throw new IOException(directory + ": cannot be written to");
    }
  }
}
