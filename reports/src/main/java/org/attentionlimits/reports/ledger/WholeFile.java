package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Reads and writes text files, UTF-8, so that nobody ever sees half of one. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file, and its directory if there is none; an existing file is replaced at once.
   *
   * @throws IOException if it cannot be written, naming the path
   */
  public static void write(Path path, String text) throws IOException {
    Path target = path.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      Path partial =
          target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
      partial.toFile().deleteOnExit();
      try {
        Files.writeString(partial, text);
        move(partial, target);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new IOException(path + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void move(Path partial, Path target) throws IOException {
    try {
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
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
