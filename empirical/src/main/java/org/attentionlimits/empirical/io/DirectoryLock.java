package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Keeps other processes from writing into a directory. It is a lock of the operating system on a
 * file there, {@value #FILE}: it ends with its process. The file goes when the lock is closed or a
 * signal ends the process, and the next to lock takes one that a killed process left. A directory
 * that was made for the lock goes with it if it is empty.
 */
public final class DirectoryLock implements AutoCloseable {

  /** Name of the locked file. */
  public static final String FILE = "running.lock";

  /** The locked byte, beyond what is read: some systems refuse to read a locked one. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private final Path file;
  private final List<Path> made = new ArrayList<>();
  private FileChannel channel;

  private DirectoryLock(Path file) {
    this.file = file;
  }

  /**
   * Locks a directory, which is made if there is none.
   *
   * @throws IOException if another holds it, or it cannot be made or written to, naming it
   */
  public static DirectoryLock of(Path directory) throws IOException {
    Path file = Replacement.requireFile(directory.resolve(FILE));
    DirectoryLock lock = new DirectoryLock(file);
    Unfinished.together(() -> lock.take(directory));
    return lock;
  }

  private void take(Path directory) throws IOException {
    Path missing = file.getParent();
    while (missing != null && !Files.exists(missing)) {
      made.add(missing);
      missing = missing.getParent();
    }
    channel = open(directory, file);
    if (!isFree(directory, channel, file)) {
      channel.close();
      throw new IOException(directory + ": another run is writing there");
    }
    Unfinished.ownLock(file);
  }

  private static FileChannel open(Path directory, Path file) throws IOException {
    try {
      Replacement.makeDirectories(directory.toAbsolutePath());
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private static IOException unwritable(Path directory, IOException e) {
    return new IOException(directory + ": cannot be written to: " + Reason.of(e), e);
  }

  private static boolean isFree(Path directory, FileChannel channel, Path file) throws IOException {
    boolean locked = false;
    try {
      locked = channel.tryLock(LOCKED, 1, false) != null;
      return locked && isStillThere(channel, file);
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      if (locked) {
        Files.deleteIfExists(file);
      }
      channel.close();
      throw unwritable(directory, e);
    }
  }

  /** Whoever held the file may have removed it, and a third may have made another of its name. */
  static boolean isStillThere(FileChannel channel, Path file) throws IOException {
    byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0).write(ByteBuffer.wrap(mark), 0);
    return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), mark);
  }

  @Override
  public void close() throws IOException {
    Unfinished.removeLock(file);
    channel.close();
    try {
      for (Path empty : made) {
        Files.deleteIfExists(empty);
      }
    } catch (DirectoryNotEmptyException e) {
      // it was made for what is in it
    }
  }
}
