package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.attentionlimits.empirical.io.BoundedFile;
import org.attentionlimits.empirical.io.Replacement;

/** Reads and writes text files, UTF-8, so that nobody ever sees half of one. */
public final class WholeFile {

  /** A hundred times as many as the ledger of the whole catalogue has, or twenty long rows. */
  private static final int MOST_BYTES = 1 << 25;

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
   * @throws IOException if it is no regular file, is too large, is not UTF-8 or cannot be read,
   *     naming the path
   */
  public static String read(Path path) throws IOException {
    byte[] bytes = BoundedFile.read(path, MOST_BYTES);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(path + ": must be UTF-8", e);
    }
  }
}
