package org.attentionlimits.reports.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signals that tests send to processes that they start. */
public final class Signals {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String IGNORED = "SigIgn:";
  private static final int INT = 2;

  private Signals() {}

  /**
   * Whether this process, and so those that it starts, ignores the signal of an interrupt, as one
   * does that a shell without job control starts in the background.
   */
  public static boolean ignoresInterrupts() throws IOException {
    if (!Files.exists(STATUS)) {
      return false;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(IGNORED))
        .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
        .anyMatch(mask -> mask.testBit(INT - 1));
  }
}
