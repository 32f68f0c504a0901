package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import org.attentionlimits.empirical.io.Line;

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
    super(Line.of(source + ": " + problem));
  }

  /**
   * A malformed or unreadable file.
   *
   * @param source the file, as the user named it
   * @param problem what was expected and what was found, one line
   * @param cause what told so
   */
  public TensorFileException(String source, String problem, Throwable cause) {
    super(Line.of(source + ": " + problem), cause);
  }

  /** A file that cannot be read, of which the message tells path and reason. */
  TensorFileException(IOException cause) {
    super(Line.of(String.valueOf(cause.getMessage())), cause);
  }

  /** The same with advice at its end. */
  public TensorFileException advising(String advice) {
    return new TensorFileException(new IOException(getMessage() + "; " + advice, this));
  }
}
