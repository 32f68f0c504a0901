package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Files of one directory that belong together. All are written beside their targets, as {@link
 * Replacement} does it, before the first is moved into its place.
 *
 * <ul>
 *   <li>What fails before that, as on a full disk, leaves the earlier set as it was.
 *   <li>A signal comes before all of the moves or after all of them.
 *   <li>One file is the seal: it is removed before the other files are moved, and placed last.
 *       Where it is, the files are of one set, even after a process was killed between two moves,
 *       or after a power cut where the file system keeps the order of what is forced to it.
 * </ul>
 */
public final class FileSet implements AutoCloseable {

  private final Path directory;
  private final String seal;
  private final Map<String, Replacement> files = new LinkedHashMap<>();
  private final Set<String> outdated = new LinkedHashSet<>();
  private final Set<Path> cleared = new HashSet<>();

  private FileSet(Path directory, String seal) {
    this.directory = directory;
    this.seal = seal;
  }

  /**
   * An empty set.
   *
   * @param seal name of the file that is there only with all others
   */
  public static FileSet in(Path directory, String seal) {
    return new FileSet(directory, seal);
  }

  /**
   * Adds a file, and makes its directory if there is none.
   *
   * @param name path in the directory, with slashes
   * @param text written as UTF-8
   * @throws IOException if it cannot be written, or its target is there and is no regular file
   */
  public void write(String name, String text) throws IOException {
    Path path = directory.resolve(name);
    Path parent = Replacement.requireFile(path).getParent();
    if (cleared.add(parent)) {
      Replacement.clear(parent);
    }
    Replacement file = Replacement.ofOneOfMany(path);
    if (files.putIfAbsent(name, file) != null) {
      file.close();
      throw new IllegalArgumentException("file is in the set twice: " + name);
    }
    file.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Tells that a file of an earlier set is to go, and the directory that is empty then, unless this
   * set writes it too. What is there and is no regular file stays.
   *
   * @param name path in the directory, with slashes
   */
  public void remove(String name) {
    outdated.add(name);
  }

  /**
   * Puts all files into their places.
   *
   * @throws IOException if one cannot be moved; the seal is not there then
   * @throws IllegalStateException if the seal was not written
   */
  public void finish() throws IOException {
    Replacement last = files.get(seal);
    if (last == null) {
      throw new IllegalStateException("file is missing: " + seal);
    }
    for (String name : files.keySet()) {
      Replacement.requireFile(directory.resolve(name));
    }
    for (Replacement file : files.values()) {
      file.force();
    }
    Unfinished.together(() -> swap(last));
  }

  private void swap(Replacement last) throws IOException {
    last.removeTarget();
    for (String name : outdated) {
      if (!files.containsKey(name)) {
        delete(directory.resolve(name));
      }
    }
    Disk.forceNames(directory);
    for (Replacement file : files.values()) {
      if (file != last) {
        file.finish();
      }
    }
    cleared.forEach(Disk::forceNames);
    last.finish();
    Disk.forceNames(directory);
  }

  private static void delete(Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
    }
    Path parent = file.getParent();
    if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.delete(parent);
      } catch (DirectoryNotEmptyException e) {
        // holds files of this set, or of another's
      }
    }
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (Replacement file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
