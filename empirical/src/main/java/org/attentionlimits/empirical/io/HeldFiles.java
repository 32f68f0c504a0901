package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that this process holds by locks of the operating system. Where locks are POSIX's, the
 * process loses all its locks of a file as soon as it closes any channel of that file: a file that
 * is held must not be opened again, not even to be read or to be refused.
 */
public final class HeldFiles {

  private static final List<Path> HELD = new ArrayList<>();

  private HeldFiles() {}

  /**
   * Notes that a file is about to be opened and locked.
   *
   * @return false if this process holds it already, by this path or another; it must not be opened
   */
  public static synchronized boolean hold(Path file) {
    return HELD.stream().noneMatch(held -> isSame(held, file)) && HELD.add(file);
  }

  /** Notes that the channel of a file that was {@linkplain #hold held} is closed. */
  public static synchronized void release(Path file) {
    HELD.remove(file);
  }

  /** Neither path is opened: the answer is in the directories. */
  private static boolean isSame(Path held, Path file) {
    try {
      return Files.isSameFile(held, file);
    } catch (IOException e) {
      return false;
    }
  }
}
