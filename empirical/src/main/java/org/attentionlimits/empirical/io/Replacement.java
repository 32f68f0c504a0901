package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file or a directory that is written in the directory of its target and moved into the target's
 * place when it is whole, so that nobody ever sees half of it.
 *
 * <ul>
 *   <li>A file's target is a regular file, or is not there; a device, a pipe, a socket or a
 *       directory is refused.
 *   <li>Symbolic links are followed: the file that they lead to is replaced, and the links stay.
 *   <li>What is closed before it is finished leaves nothing, nor does what a signal ends. What a
 *       killed process left is removed before the next file of that directory is written.
 *   <li>The disk holds the file before it is moved, so that a power cut leaves the old one or the
 *       new one, and no empty one.
 *   <li>Every exception names the target as it was given, and the reason.
 * </ul>
 */
public final class Replacement implements AutoCloseable {

  private static final int MOST_LINKS = 40;

  private final Path path;
  private final Path target;
  private final Unfinished unfinished;

  private Replacement(Path path, Path target, Unfinished unfinished) {
    this.path = path;
    this.target = target;
    this.unfinished = unfinished;
  }

  /**
   * Begins a file, and makes its directory if there is none.
   *
   * @throws IOException if the target is there and is no regular file, or cannot be written
   */
  public static Replacement ofFile(Path path) throws IOException {
    Path target = requireFile(path);
    Unfinished.clear(target.getParent());
    return begin(path, target, Unfinished::file);
  }

  /**
   * Begins a directory.
   *
   * @param path of a directory that is empty or not there, in one that is
   * @throws IOException if it cannot be written
   */
  public static Replacement ofDirectory(Path path) throws IOException {
    Path target = follow(path);
    Unfinished.clear(target.getParent());
    return begin(path, target, Unfinished::directory);
  }

  /** Makes something unfinished in a directory. */
  private interface Maker {
    Unfinished in(Path directory) throws IOException;
  }

  private static Replacement begin(Path path, Path target, Maker maker) throws IOException {
    Path directory = target.getParent();
    try {
      makeDirectories(directory);
      return new Replacement(path, target, maker.in(directory));
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    }
  }

  /** Makes a directory and those above it, unless it is there or a symbolic link leads to it. */
  public static void makeDirectories(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Unfinished.makeDirectories(directory);
    }
  }

  /**
   * Writes a file at once, and makes its directory if there is none.
   *
   * @throws IOException as {@link #ofFile}
   */
  public static void write(Path path, byte... content) throws IOException {
    write(ofFile(path), content);
  }

  private static void write(Replacement file, byte... content) throws IOException {
    try (file) {
      file.write(content);
      file.finish();
    }
  }

  /**
   * {@link #write(Path, byte...)} for one of many files of a directory, without a look at what
   * killed processes left there; {@link #clear} removes that once for all of them.
   */
  public static void writeOneOfMany(Path path, byte... content) throws IOException {
    write(ofOneOfMany(path), content);
  }

  /** {@link #ofFile} for one of many files of a directory, as {@link #writeOneOfMany}. */
  static Replacement ofOneOfMany(Path path) throws IOException {
    return begin(path, requireFile(path), Unfinished::file);
  }

  /**
   * Rejects, before work is done for it, a file that cannot be written. Its directory must be
   * there: one that a user misspelt is not to be made.
   *
   * @throws IOException as {@link #ofFile}, or if there is no such directory
   */
  public static void requireWritable(Path path) throws IOException {
    Path directory = requireFile(path).getParent();
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(path + ": cannot be written: its directory does not exist");
    }
    if (Files.isRegularFile(directory)) {
      throw new IOException(path + ": cannot be written: " + directory + " is not a directory");
    }
    requireName(path);
    ofFile(path).close();
  }

  /** Rejects a name that no file can have, as one that is too long. */
  private static void requireName(Path path) throws IOException {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      // it is to be made
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    }
  }

  /** Removes what killed processes left unfinished in a directory, as far as it can be removed. */
  public static void clear(Path directory) {
    Unfinished.clear(directory);
  }

  /**
   * Writes a text as UTF-8 at once, and makes the file's directory if there is none.
   *
   * @throws IOException as {@link #ofFile}
   */
  public static void write(Path path, String text) throws IOException {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Moves a file that was written beside a target into the target's place.
   *
   * @throws IOException if the target is there and is no regular file, or cannot be written
   */
  public static void move(Path whole, Path path) throws IOException {
    Path target = requireFile(path);
    try {
      replace(whole, target);
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    }
  }

  /**
   * Rejects a target that is there and is no regular file.
   *
   * @return where symbolic links lead
   */
  public static Path requireFile(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException(path + ": must be a file, is " + Reason.kind(path));
    }
    return follow(path);
  }

  private static Path follow(Path path) throws IOException {
    Path target = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new IOException(path + ": cannot be written: symbolic links lead in a circle");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void replace(Path whole, Path target) throws IOException {
    Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The unfinished file or directory. */
  public Path partial() {
    return unfinished.path();
  }

  /**
   * Appends to the unfinished file.
   *
   * @throws IOException if it cannot be written
   */
  public void write(byte... content) throws IOException {
    try {
      unfinished.write(ByteBuffer.wrap(content));
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    }
  }

  /** Has the disk hold what was written; {@link #finish} does so, too. */
  void force() throws IOException {
    try {
      unfinished.force();
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    }
  }

  /**
   * Puts what was written into its place; nothing can be written any more.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    try {
      unfinished.move(this::replaceTarget);
      unfinished.channel().close();
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    }
  }

  /** Removes the file that is to be replaced, if there is one. */
  void removeTarget() throws IOException {
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      throw new IOException(path + ": cannot be removed: " + Reason.of(e), e);
    }
  }

  private void replaceTarget(Path whole) throws IOException {
    if (Files.isDirectory(whole)) {
      Files.deleteIfExists(target);
    }
    replace(whole, target);
  }

  @Override
  public void close() throws IOException {
    try {
      unfinished.channel().close();
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    } finally {
      unfinished.remove();
    }
  }
}
