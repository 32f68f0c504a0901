package org.attentionlimits.empirical.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.io.BoundedFile;

/**
 * A text: its bytes, and what to call it. Of a text in a file only what is asked for is read, so
 * that the beginning of one larger than the memory can be had.
 */
public final class Text {

  private final String name;
  private final long size;
  private final byte[] bytes;
  private final Optional<Path> file;
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
    this(name, bytes.length, bytes.clone(), Optional.empty(), ebook);
  }

  private Text(String name, long size, byte[] bytes, Optional<Path> file, OptionalInt ebook) {
    this.name = name;
    this.size = size;
    this.bytes = bytes;
    this.file = file;
    this.ebook = ebook;
  }

  /** The text of a regular file of some size. */
  static Text ofFile(Path file, long size) {
    String name = String.valueOf(file.getFileName());
    return new Text(name, size, new byte[0], Optional.of(file), OptionalInt.empty());
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

  /**
   * A copy of its bytes.
   *
   * @throws IllegalArgumentException if they do not fit in memory, telling how many would
   * @throws UncheckedIOException if its file cannot be read
   */
  public byte[] bytes() {
    Memory.require("text " + name + " must have", "bytes", Memory.BYTES_OF_A_BYTE, size);
    return beginning((int) size);
  }

  /** Its first bytes; all of them if it has fewer. */
  byte[] beginning(int count) {
    if (file.isEmpty()) {
      return Arrays.copyOf(bytes, (int) Math.min(count, size));
    }
    try {
      return BoundedFile.beginning(file.get(), (int) Math.min(count, size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of bytes. */
  public long size() {
    return size;
  }

  /**
   * SHA-256 of the bytes, 64 lower-case hexadecimal digits.
   *
   * @throws UncheckedIOException if its file cannot be read
   */
  public String sha256() {
    try {
      return file.isEmpty()
          ? HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          : Checksum.ofFile(file.get(), Progress.NONE).sha256().orElseThrow();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException if it is not UTF-8, or does not fit in memory
   */
  public String string() {
    return string(bytes());
  }

  /** The text of some of its bytes. */
  String string(byte... some) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(some)).toString();
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
    return Tokenizer.BYTES.encode(this, count);
  }
}
