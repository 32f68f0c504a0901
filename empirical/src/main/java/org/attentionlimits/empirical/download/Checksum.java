package org.attentionlimits.empirical.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file must be: as long, and of that checksum, as far as either is known.
 *
 * @param size number of bytes; −1 if unknown
 * @param sha256 64 lower-case hexadecimal digits; empty if unknown
 */
public record Checksum(long size, Optional<String> sha256) {

  /** Nothing is known. */
  public static final Checksum UNKNOWN = new Checksum(-1, Optional.empty());

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private static final int BUFFER = 1 << 20;

  /** Rejects what is no size and no checksum. */
  public Checksum {
    if (size < -1) {
      throw new IllegalArgumentException("size must be at least 0, or -1: " + size);
    }
    if (sha256.isPresent() && !SHA256.matcher(sha256.get()).matches()) {
      throw new IllegalArgumentException(
          "sha256 must be 64 lower-case hexadecimal digits: " + sha256.get());
    }
  }

  /** Both are known. */
  public static Checksum of(long size, String sha256) {
    return new Checksum(size, Optional.of(sha256));
  }

  /** The size and checksum of a file. */
  public static Checksum ofFile(Path file, Progress progress) throws IOException {
    MessageDigest digest = digest();
    long size = Files.size(file);
    long done = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        done += read;
        progress.at("Checking " + file.getFileName(), done, size);
      }
    }
    return of(done, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What is known here or, failing that, there. */
  Checksum or(Checksum other) {
    return new Checksum(size >= 0 ? size : other.size, sha256.or(other::sha256));
  }

  /** What is wrong with a file of that checksum; empty if nothing is. */
  public Optional<String> problem(Checksum found) {
    if (size >= 0 && found.size != size) {
      return Optional.of("size must be " + size + " bytes: " + found.size);
    }
    if (sha256.isPresent() && !sha256.equals(found.sha256)) {
      return Optional.of("SHA-256 must be " + sha256.get() + ": " + found.sha256.orElse("unknown"));
    }
    return Optional.empty();
  }
}
