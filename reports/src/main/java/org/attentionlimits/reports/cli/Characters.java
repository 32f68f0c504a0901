package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the Java virtual machine could read the arguments of its process. */
final class Characters {

  /** What is told where it could not. */
  static final String PROBLEM =
      "the arguments have characters that are not ASCII, and the locale is ASCII alone: set"
          + " LC_ALL=C.UTF-8";

  private static final Path ARGUMENTS = Path.of("/proc/self/cmdline");

  private Characters() {}

  /**
   * Where the encoding of names is ASCII, others of their characters have become question marks,
   * and name other files. It cannot be told but on Linux.
   */
  static boolean areRead() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    if (!Charset.isSupported(encoding)
        || !Charset.forName(encoding).equals(StandardCharsets.US_ASCII)) {
      return true;
    }
    try {
      for (byte b : Files.readAllBytes(ARGUMENTS)) {
        if (b < 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return true;
    }
  }
}
