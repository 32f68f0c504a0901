package org.attentionlimits.empirical.text;

import java.nio.charset.StandardCharsets;

/** A token is a byte; its id is the byte's unsigned value, from 0 to 255. */
public final class ByteTokenizer {

  /** Number of ids. */
  public static final int VOCABULARY = 256;

  private ByteTokenizer() {}

  /** The ids of bytes. */
  public static long[] encode(byte[] text) {
    long[] ids = new long[text.length];
    for (int i = 0; i < text.length; i++) {
      ids[i] = Byte.toUnsignedLong(text[i]);
    }
    return ids;
  }

  /** The ids of a text's UTF-8 bytes. */
  public static long[] encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The text whose UTF-8 bytes have the given ids; bytes that are not UTF-8 become U+FFFD.
   *
   * @throws IllegalArgumentException if an id is not from 0 to 255
   */
  public static String decode(long... ids) {
    byte[] bytes = new byte[ids.length];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= VOCABULARY) {
        throw new IllegalArgumentException(
            "token id at " + i + " must be from 0 to 255: " + ids[i]);
      }
      bytes[i] = (byte) ids[i];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
