package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Lets through what is safe to print, line by line, and shows the rest as {@link Line} does. */
public final class SafeWriter extends Writer {

  private static final String LINE_ENDS = "\t\n" + System.lineSeparator();

  private final PrintWriter out;

  private SafeWriter(PrintWriter out) {
    this.out = out;
  }

  /** A writer to another one. */
  public static PrintWriter to(PrintWriter out) {
    return new PrintWriter(new SafeWriter(out), true);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    StringBuilder safe = new StringBuilder(length);
    for (int i = offset; i < offset + length; i++) {
      if (LINE_ENDS.indexOf(text[i]) >= 0) {
        safe.append(text[i]);
      } else {
        Line.append(safe, text[i], false);
      }
    }
    out.write(safe.toString());
  }

  @Override
  public void flush() throws IOException {
    out.flush();
    if (out.checkError()) {
      throw new IOException("cannot be written");
    }
  }

  @Override
  public void close() {
    out.close();
  }
}
