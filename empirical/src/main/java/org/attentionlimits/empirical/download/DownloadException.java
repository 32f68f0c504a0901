package org.attentionlimits.empirical.download;

import java.io.IOException;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.Reason;

/** A file that could not be had; the message says what, why, and what can be done, in one line. */
public final class DownloadException extends IOException {

  private static final Pattern EXCEPTION = Pattern.compile("([a-z]\\w*\\.)+[A-Z]\\w*(: )?");

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
  static DownloadException unreachable(Object uri, IOException cause) {
    return new DownloadException(uri + ": " + reason(cause), true, cause);
  }

  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName();
    return switch (kind) {
      case "ConnectException", "UnresolvedAddressException" -> "cannot be reached";
      case "HttpConnectTimeoutException", "HttpTimeoutException" -> "no answer in time";
      case "SSLHandshakeException" -> "no secure connection: " + words(e);
      default -> words(e);
    };
  }

  /** The message without the names of exceptions that stand in it. */
  private static String words(IOException e) {
    return EXCEPTION.matcher(Reason.of(e)).replaceAll("");
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
