package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A stream that goes on after a failure and remembers it: a print writer would forget it. What was
 * not written since then is lost.
 */
public final class Output extends OutputStream {

  private static final int KIND = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xC000;

  private final OutputStream out;
  private final Path device;
  private IOException failure;

  /**
   * A stream to another.
   *
   * @param device the file by which a process sees what the other writes to, as {@code /dev/fd/1}
   */
  public Output(OutputStream out, Path device) {
    this.out = out;
    this.device = device;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (failure == null) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  @Override
  public void flush() {
    if (failure == null) {
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /**
   * Why something of the output is lost; empty if nothing is, or if it went to a pipe whose reader
   * has closed it, which wants no more.
   */
  public Optional<String> loss() {
    return Optional.ofNullable(failure).filter(e -> !isClosedPipe(e)).map(Reason::of);
  }

  /** Whether it is a pipe; only the reason tells it where there are no modes of files. */
  private boolean isClosedPipe(IOException e) {
    try {
      int kind = (Integer) Files.getAttribute(device, "unix:mode") & KIND;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
  }
}
