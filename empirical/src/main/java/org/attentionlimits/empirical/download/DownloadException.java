package org.attentionlimits.empirical.download;

import java.io.IOException;

/** A file that could not be had; the message says what, why, and what can be done, in one line. */
public final class DownloadException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean unreachable;

  private DownloadException(String message, boolean unreachable, Throwable cause) {
    super(message, cause);
    this.unreachable = unreachable;
  }

  /** What a server answered, or sent, is not what was asked for. */
  static DownloadException of(Object uri, String problem) {
    return new DownloadException(uri + ": " + problem, false, null);
  }

  /** The server could not be reached, or broke off too often. */
  static DownloadException unreachable(Object uri, String problem, Throwable cause) {
    return new DownloadException(uri + ": " + problem, true, cause);
  }

  /** Whether it is for want of a connection. */
  public boolean isUnreachable() {
    return unreachable;
  }

  /** The same with advice at its end. */
  public DownloadException advising(String advice) {
    return new DownloadException(getMessage() + "; " + advice, unreachable, this);
  }
}
