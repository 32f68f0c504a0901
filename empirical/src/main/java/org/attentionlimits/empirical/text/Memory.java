package org.attentionlimits.empirical.text;

/** What fits in memory, by the most that the virtual machine may take (-Xmx). */
final class Memory {

  /** Bytes of memory for a byte of a text: copies of it, and its characters. */
  static final int BYTES_OF_A_BYTE = 8;

  /** Bytes of memory for a token: its id, copies of it, and its bytes. */
  static final int BYTES_OF_A_TOKEN = 64;

  /** Longest array on every virtual machine. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private Memory() {}

  /** How many things of so many bytes each fit. */
  static int most(int bytes) {
    return (int) Math.min(LONGEST, Runtime.getRuntime().maxMemory() / bytes);
  }

  /**
   * Rejects what does not fit.
   *
   * @param what begins the message
   * @param things in the plural
   * @param bytes of memory for each
   * @throws IllegalArgumentException if they do not fit, telling how many would
   */
  static void require(String what, String things, int bytes, long count) {
    int most = most(bytes);
    if (count > most) {
      throw new IllegalArgumentException(
          what + " at most " + most + " " + things + " to fit in memory (-Xmx): " + count);
    }
  }
}
