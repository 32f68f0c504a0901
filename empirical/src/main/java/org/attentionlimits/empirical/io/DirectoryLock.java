package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps other runs from writing into a directory, those of this process too. It is a lock of the
 * operating system on a file there, {@value #FILE}: it ends with its process. The file goes when
 * the lock is closed or a signal ends the process, and the next to lock takes one that a killed
 * process left. Directories that this process made there, or for it, go with it if they are empty.
 * Once locked, the file is never opened a second time: see {@link HeldFiles}.
 */
public final class DirectoryLock implements AutoCloseable {

  /** Name of the locked file. */
  public static final String FILE = "running.lock";

  /** The locked byte, beyond what is read: some systems refuse to read a locked one. */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  /** Sizes that the file is given to tell it from another: four of 4096 are the same by chance. */
  private static final int SIZES = 4;

  private static final int LARGEST = 4096;

  private final Path directory;
  private final Path file;
  private FileChannel channel;

  private DirectoryLock(Path directory, Path file) {
    this.directory = directory;
    this.file = file;
  }

  /**
   * Locks a directory, which is made if there is none.
   *
   * @throws IOException if another holds it, or it cannot be made or written to, naming it
   */
  public static DirectoryLock of(Path directory) throws IOException {
    Path file = Replacement.requireFile(directory.resolve(FILE));
    DirectoryLock lock = new DirectoryLock(directory, file);
    Unfinished.together(lock::take);
    return lock;
  }

  private void take() throws IOException {
    if (!HeldFiles.hold(file)) {
      throw busy();
    }
    try {
      channel = open();
      lock();
    } catch (IOException e) {
      HeldFiles.release(file);
      Unfinished.removeEmpty(directory);
      throw e;
    }
    Unfinished.ownLock(file);
  }

  private FileChannel open() throws IOException {
    try {
      Replacement.makeDirectories(directory);
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private IOException unwritable(IOException e) {
    return new IOException(directory + ": cannot be written to: " + Reason.of(e), e);
  }

  private IOException busy() {
    return new IOException(directory + ": another run is writing there");
  }

  /** Locks the open file; closes it if that fails. */
  private void lock() throws IOException {
    boolean locked = false;
    boolean free;
    try {
      locked = channel.tryLock(LOCKED, 1, false) != null;
      free = locked && isStillThere(channel, file);
    } catch (OverlappingFileLockException e) {
      free = false;
    } catch (IOException e) {
      if (locked) {
        Files.deleteIfExists(file);
      }
      channel.close();
      throw unwritable(e);
    }
    if (!free) {
      channel.close();
      throw busy();
    }
  }

  /**
   * Whoever held the file may have removed it, and a third may have made another of its name. It is
   * told by its size, which is random, since the file must not be opened again.
   */
  static boolean isStillThere(FileChannel channel, Path file) throws IOException {
    for (int i = 0; i < SIZES; i++) {
      int size = ThreadLocalRandom.current().nextInt(1, LARGEST);
      channel.truncate(0).write(ByteBuffer.wrap(new byte[1]), size - 1);
      if (!Files.exists(file) || Files.size(file) != size) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    Unfinished.removeLock(file);
    try {
      channel.close();
    } finally {
      HeldFiles.release(file);
      Unfinished.removeEmpty(directory);
    }
  }
}
