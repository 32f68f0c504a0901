package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that must be small, so that none that is not can take the memory. */
public final class BoundedFile {

  private BoundedFile() {}

  /**
   * A file's bytes.
   *
   * @param most how many bytes it may have
   * @throws IOException if it has more, is no regular file, is not there or cannot be read, naming
   *     the path and the reason
   */
  public static byte[] read(Path path, int most) throws IOException {
    byte[] bytes = beginning(path, most + 1);
    if (bytes.length > most) {
      throw new IOException(path + ": must have at most " + most + " bytes");
    }
    return bytes;
  }

  /**
   * A file's first bytes; all of them if it has fewer.
   *
   * @throws IOException if it is no regular file, is not there or cannot be read, naming the path
   *     and the reason
   */
  public static byte[] beginning(Path path, int bytes) throws IOException {
    requireRegular(path);
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(bytes);
    } catch (IOException e) {
      throw Reason.unread(path, e);
    }
  }

  /**
   * Rejects what is there and is no regular file.
   *
   * @throws IOException if so, naming the path
   */
  public static void requireRegular(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException(path + ": not a regular file");
    }
  }
}
