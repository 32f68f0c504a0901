package org.attentionlimits.empirical.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/** A text: its bytes, and what to call it. */
public final class Text {

  private final String name;
  private final byte[] bytes;
  private final OptionalInt ebook;

  /**
   * A text.
   *
   * @param name as in reports and messages, as a file's name
   * @param bytes its content
   */
  public Text(String name, byte[] bytes) {
    this(name, bytes, OptionalInt.empty());
  }

  /**
   * A text that may be a book of Project Gutenberg.
   *
   * @param ebook the book's number
   */
  Text(String name, byte[] bytes, OptionalInt ebook) {
    this.name = name;
    this.bytes = bytes.clone();
    this.ebook = ebook;
  }

  /** Whether it is <em>War and Peace</em> as {@link Texts#warAndPeace} gives it. */
  public boolean isWarAndPeace() {
    return ebook.isPresent() && ebook.getAsInt() == Gutenberg.WAR_AND_PEACE;
  }

  /** What to call it. */
  public String name() {
    return name;
  }

  /** Name and checksum, for reports. */
  public String description() {
    return name + " (sha256 " + sha256() + ")";
  }

  /** A copy of its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException if it is not UTF-8
   */
  public String string() {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text " + name + " must be UTF-8", e);
    }
  }

  /**
   * The first byte tokens.
   *
   * @param count how many, at least 1
   * @throws IllegalArgumentException if there are fewer
   */
  public long[] byteTokens(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("number of tokens must be at least 1: " + count);
    }
    if (count > bytes.length) {
      throw new IllegalArgumentException(
          "text " + name + " has " + bytes.length + " tokens, " + count + " were asked for");
    }
    return ByteTokenizer.encode(Arrays.copyOf(bytes, count));
  }
}
