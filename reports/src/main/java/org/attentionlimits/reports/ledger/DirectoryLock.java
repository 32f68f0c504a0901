package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other processes from writing into a directory. It is a lock of the operating system on a
 * file there, {@value #FILE}: it ends with its process, and the file goes when it is closed.
 */
public final class DirectoryLock implements AutoCloseable {

  /** Name of the locked file. */
  static final String FILE = "running.lock";

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks a directory, which is made if there is none.
   *
   * @throws IOException if another holds it, or it cannot be made or written to, naming it
   */
  public static DirectoryLock of(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    FileChannel channel = open(directory, file);
    try {
      if (channel.tryLock() != null && Files.exists(file)) {
        return new DirectoryLock(file, channel);
      }
    } catch (OverlappingFileLockException e) {
      // told below
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new IOException(directory + ": another run is writing there");
  }

  private static FileChannel open(Path directory, Path file) throws IOException {
    try {
      Files.createDirectories(directory.toAbsolutePath());
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new IOException(directory + ": cannot be written to: " + e, e);
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    }
  }
}
