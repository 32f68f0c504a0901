package org.attentionlimits.empirical.download;

import java.nio.file.Path;
import java.util.Map;

/** Where downloads are kept. */
public final class Cache {

  private static final String NAME = "attention-limits";

  private Cache() {}

  /**
   * The directory that {@code ATTENTION_LIMITS_CACHE} names; else {@code attention-limits} in
   * {@code XDG_CACHE_HOME}, or in {@code .cache} of the user's home.
   *
   * @param environment variables, as of {@link System#getenv()}
   * @param home of the user
   */
  public static Path directory(Map<String, String> environment, String home) {
    String own = environment.getOrDefault("ATTENTION_LIMITS_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    return caches.isEmpty() ? Path.of(home, ".cache", NAME) : Path.of(caches, NAME);
  }

  /** The directory for this process. */
  public static Path directory() {
    return directory(System.getenv(), System.getProperty("user.home"));
  }
}
