package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.attentionlimits.empirical.io.Replacement;

/** Reads and writes text files, UTF-8, so that nobody ever sees half of one. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file, and its directory if there is none; an existing file is replaced at once.
   *
   * @throws IOException if it cannot be written, or is there and is no regular file, naming the
   *     path
   */
  public static void write(Path path, String text) throws IOException {
    Replacement.write(path, text);
  }

  /**
   * A file's text.
   *
   * @throws IOException if it cannot be read, naming the path
   */
  public static String read(Path path) throws IOException {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new IOException(path + ": no such file", e);
    } catch (IOException e) {
      throw new IOException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
