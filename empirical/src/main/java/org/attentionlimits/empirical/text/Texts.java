package org.attentionlimits.empirical.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where texts come from. */
public final class Texts {

  private static final String WINTER_ROAD = "the-winter-road.txt";

  private Texts() {}

  /** The embedded text, English prose of 10 835 ASCII characters. */
  public static Text winterRoad() throws IOException {
    try (InputStream in = Texts.class.getResourceAsStream(WINTER_ROAD)) {
      if (in == null) {
        throw new IOException("embedded text is missing: " + WINTER_ROAD);
      }
      return new Text(WINTER_ROAD, in.readAllBytes());
    }
  }

  /**
   * A file's text, whatever its encoding.
   *
   * @throws IOException if it cannot be read or is empty, naming the path and the reason
   */
  public static Text read(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException(path + ": not a regular file");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (AccessDeniedException e) {
      throw new IOException(path + ": cannot be read: permission denied", e);
    } catch (NoSuchFileException e) {
      throw new IOException(path + ": no such file", e);
    } catch (IOException e) {
      throw new IOException(path + ": cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length == 0) {
      throw new IOException(path + ": text is empty");
    }
    return new Text(String.valueOf(path.getFileName()), bytes);
  }
}
