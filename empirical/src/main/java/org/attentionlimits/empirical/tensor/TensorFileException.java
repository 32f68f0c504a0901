package org.attentionlimits.empirical.tensor;

import java.io.IOException;

/**
 * A file that is not what it should be; the message names the file, what was expected and found.
 */
public final class TensorFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * A malformed file.
   *
   * @param source the file, as the user named it
   * @param problem what was expected and what was found, one line
   */
  public TensorFileException(String source, String problem) {
    super(line(source + ": " + problem));
  }

  /**
   * A malformed or unreadable file.
   *
   * @param source the file, as the user named it
   * @param problem what was expected and what was found, one line
   * @param cause what told so
   */
  public TensorFileException(String source, String problem, Throwable cause) {
    super(line(source + ": " + problem), cause);
  }

  /** What a file says of itself may hold anything. */
  private static String line(String text) {
    return text.replaceAll("[\\v\\p{Cntrl}]+", " ");
  }
}
