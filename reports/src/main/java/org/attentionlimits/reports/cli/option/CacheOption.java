package org.attentionlimits.reports.cli.option;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.attentionlimits.empirical.download.Cache;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.model.Hub;
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

  /**
   * The hub whose downloads are kept there.
   *
   * @param environment variables, as of {@link System#getenv()}
   */
  public Hub hub(Map<String, String> environment, Progress progress) {
    return new Hub(address(environment), directory(), progress);
  }

  /** The hub, or a mirror that the variable HF_ENDPOINT names. */
  static URI address(Map<String, String> environment) {
    String mirror = environment.getOrDefault("HF_ENDPOINT", "");
    try {
      return mirror.isEmpty()
          ? Hub.ADDRESS
          : URI.create(mirror.endsWith("/") ? mirror : mirror + "/");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("HF_ENDPOINT must be an address: " + mirror, e);
    }
  }
}
