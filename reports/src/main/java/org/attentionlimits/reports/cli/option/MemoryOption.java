package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.reports.memory.MemoryFile;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The file of the best instances of earlier searches. */
public final class MemoryOption {

  public static final String NAME = "--memory";

  private static final Path NONE = Path.of("none");

  @Option(
      names = NAME,
      paramLabel = "FILE|none",
      description =
          "Begin the search with the best instances of earlier ones in this file, and keep the best"
              + " there; a run without it may then find something else.",
      showDefaultValue = Visibility.NEVER)
  private Path file = NONE;

  /** The file that was given, if one was. */
  public Optional<Path> file() {
    return file.equals(NONE) ? Optional.empty() : Optional.of(file);
  }

  /**
   * The memory in the file, if one was given.
   *
   * @param isClaim whether a claim of that name is known
   * @throws IOException if the file cannot be written, or is no memory of claims that are known
   */
  public Optional<MemoryFile> open(Predicate<String> isClaim) throws IOException {
    if (file().isEmpty()) {
      return Optional.empty();
    }
    Replacement.requireWritable(file);
    MemoryFile read = MemoryFile.of(file, Replacement::write);
    boolean known = read.claims().stream().anyMatch(isClaim);
    if (!known && Files.exists(file) && Files.size(file) > 0) {
      throw new IOException(
          file + ": is no memory of earlier searches; --memory must be one, or a new file");
    }
    return Optional.of(read);
  }
}
