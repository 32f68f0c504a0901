package org.attentionlimits.empirical.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.attentionlimits.empirical.io.HeldFiles;
import org.attentionlimits.empirical.io.Reason;

/** The file that a download grows in, locked while it is open. */
final class PartFile implements AutoCloseable {

  /** A fault of this machine's disk, which no further try mends. */
  static final class WriteException extends IOException {
    private static final long serialVersionUID = 1L;

    private WriteException(Path path, IOException cause) {
      super(path + ": cannot be written: " + Reason.of(cause), cause);
    }
  }

  private static final String HELD = "another process is downloading it";

  private final Path path;
  private final FileChannel channel;
  private boolean finished;

  private PartFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Where it is for a download's target. */
  static Path of(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /**
   * Opens a file, which is made if there is none.
   *
   * @throws DownloadException if another process holds it
   */
  static PartFile open(Path path) throws IOException {
    if (!HeldFiles.hold(path)) {
      throw DownloadException.of(path, HELD);
    }
    try {
      return new PartFile(path, openAlone(path));
    } catch (IOException | RuntimeException e) {
      HeldFiles.release(path);
      throw e;
    }
  }

  private static FileChannel openAlone(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      requireAlone(channel, path);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The lock ends with the channel. */
  private static void requireAlone(FileChannel file, Path path) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw DownloadException.of(path, HELD);
    }
  }

  long size() throws IOException {
    return channel.size();
  }

  /** How far it is written. */
  long position() throws IOException {
    return channel.position();
  }

  /** Forgets what is beyond some byte, and goes on there. */
  void cut(long size) throws IOException {
    channel.truncate(size);
    channel.position(size);
  }

  void write(ByteBuffer bytes) throws WriteException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new WriteException(path, e);
    }
  }

  /** All has come. */
  void finish() throws IOException {
    channel.force(true);
    finished = true;
  }

  /** Leaves no empty file, unless it is finished. */
  @Override
  public void close() throws IOException {
    boolean useless;
    try (channel) {
      useless = !finished && channel.size() == 0;
    } finally {
      HeldFiles.release(path);
    }
    if (useless) {
      Files.delete(path);
    }
  }
}
