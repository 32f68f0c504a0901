package org.attentionlimits.reports.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.attentionlimits.empirical.download.Cache;
import picocli.CommandLine.Option;

/** Where downloads are kept. */
public final class CacheOption {

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where downloads are kept. Default: ATTENTION_LIMITS_CACHE, or attention-limits in the"
              + " user's cache directory.")
  private Path directory;

  /** The directory that was named, if one was. */
  public Optional<Path> given() {
    return Optional.ofNullable(directory);
  }

  public Path directory() {
    return Optional.ofNullable(directory).orElseGet(Cache::directory);
  }
}
