package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An unfinished file or directory of this process. The operating system locks a file as long as the
 * process lives, and a file beside a directory; an unlocked one was left by a process that is gone.
 * When this process is ended by a signal, it removes its own, and the empty directories that it
 * made.
 */
final class Unfinished {

  private static final String PREFIX = "attention-limits-";
  private static final String SUFFIX = ".part";
  private static final String LOCK = ".lock";

  private static final Pattern NAME =
      Pattern.compile(PREFIX + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part(\\.lock)?");

  private static final int TRIES = 10;

  /** Those of this process by name. */
  private static final Map<String, Path> OWN = new HashMap<>();

  /** Other files that a signal removes. */
  private static final Set<Path> LOCKS = new HashSet<>();

  /** Directories that this process made, absolute, those further down first. */
  private static final Set<Path> MADE =
      new TreeSet<>(Comparator.comparingInt(Path::getNameCount).reversed().thenComparing(p -> p));

  private static boolean ending = !watches();

  private final Path path;
  private final FileChannel channel;
  private boolean forced;

  private Unfinished(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Puts something into its place. */
  @FunctionalInterface
  interface Mover {
    void move(Path whole) throws IOException;
  }

  /** Makes several changes. */
  @FunctionalInterface
  interface Moves {
    void run() throws IOException;
  }

  /** Whether the end of the process will be told; it is not where it has begun. */
  private static boolean watches() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::end, "unfinished-files"));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static synchronized void end() {
    ending = true;
    OWN.values().forEach(Unfinished::delete);
    LOCKS.forEach(Unfinished::delete);
    MADE.forEach(Unfinished::deleteIfEmpty);
  }

  /** Does something that a signal comes before or after, unless the process is about to end. */
  static synchronized void together(Moves moves) throws IOException {
    requireNotEnding();
    moves.run();
  }

  /** Has a file removed by the signal that ends this process. */
  static synchronized void ownLock(Path file) {
    LOCKS.add(file);
  }

  /** Removes such a file; where a signal has done so, it may be another process's by now. */
  static synchronized void removeLock(Path file) {
    if (!ending && LOCKS.remove(file)) {
      delete(file);
    }
  }

  /** Makes a directory and those above it that are not there; a signal removes the empty ones. */
  static synchronized void makeDirectories(Path directory) throws IOException {
    requireNotEnding();
    List<Path> missing = new ArrayList<>();
    Path path = directory.toAbsolutePath();
    while (path != null && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      missing.add(path);
      path = path.getParent();
    }
    MADE.addAll(missing);
    Files.createDirectories(directory);
  }

  /** Removes what this process made, for a directory or in it, and is empty. */
  static synchronized void removeEmpty(Path directory) {
    Path absolute = directory.toAbsolutePath();
    MADE.removeIf(
        made -> (made.startsWith(absolute) || absolute.startsWith(made)) && deleteIfEmpty(made));
  }

  /** Whether it is gone. */
  private static boolean deleteIfEmpty(Path directory) {
    try {
      Files.deleteIfExists(directory);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void requireNotEnding() throws IOException {
    if (ending) {
      throw new IOException("the process is ending");
    }
  }

  /** A new file. */
  static synchronized Unfinished file(Path directory) throws IOException {
    requireNotEnding();
    for (int i = 0; i < TRIES; i++) {
      Path path = own(directory.resolve(PREFIX + UUID.randomUUID() + SUFFIX));
      FileChannel channel = create(path);
      if (channel.isOpen()) {
        return new Unfinished(path, channel);
      }
      disown(path);
    }
    throw new IOException("another process removes what is made in " + directory);
  }

  /** A new directory. */
  static synchronized Unfinished directory(Path directory) throws IOException {
    requireNotEnding();
    for (int i = 0; i < TRIES; i++) {
      Path path = own(directory.resolve(PREFIX + UUID.randomUUID() + SUFFIX));
      FileChannel channel = create(own(lockOf(path)));
      if (channel.isOpen()) {
        Files.createDirectory(path);
        return new Unfinished(path, channel);
      }
      disown(path);
    }
    throw new IOException("another process removes what is made in " + directory);
  }

  private static Path own(Path path) {
    OWN.put(path.getFileName().toString(), path);
    return path;
  }

  private static Path lockOf(Path path) {
    return path.resolveSibling(path.getFileName() + LOCK);
  }

  /** A file, locked; its channel is closed if another process took it for one that was left. */
  private static FileChannel create(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean free = isFree(channel, true);
    if (!free || !Files.exists(file)) {
      channel.close();
    }
    return channel;
  }

  /**
   * Whether no other process holds a file, which is locked then.
   *
   * @param unknown the answer on file systems without locks
   */
  private static boolean isFree(FileChannel channel, boolean unknown) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return unknown;
    }
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Appends to the file. */
  void write(ByteBuffer content) throws IOException {
    forced = false;
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }

  /**
   * Has the disk hold what was written. A file that is moved before may be empty after a power cut,
   * while the one that it replaced is gone.
   */
  void force() throws IOException {
    channel.force(true);
    if (Files.isDirectory(path)) {
      Disk.forceAll(path);
    }
    forced = true;
  }

  /**
   * Moves what is whole into its place, unless the process is about to end; the disk holds it by
   * then.
   */
  void move(Mover mover) throws IOException {
    if (!forced) {
      force();
    }
    synchronized (Unfinished.class) {
      requireNotEnding();
      mover.move(path);
      disown(path);
    }
  }

  /** Removes what is left of it. */
  void remove() {
    synchronized (Unfinished.class) {
      disown(path);
    }
  }

  private static void disown(Path path) {
    for (Path one : new Path[] {path, lockOf(path)}) {
      if (OWN.remove(one.getFileName().toString()) != null) {
        delete(one);
      }
    }
  }

  /** Removes what dead processes left in a directory, as far as it can be removed. */
  static synchronized void clear(Path directory) {
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX + "*")) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (NAME.matcher(name).matches() && !OWN.containsKey(name)) {
          clearDead(entry);
        }
      }
    } catch (IOException e) {
      // what cannot be removed stays
    }
  }

  private static void clearDead(Path entry) {
    boolean directory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    if (!directory && !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path locked = directory ? lockOf(entry) : entry;
    try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE)) {
      if (isFree(channel, false)) {
        delete(entry);
        delete(locked);
      }
    } catch (NoSuchFileException e) {
      delete(entry);
    } catch (IOException e) {
      // another user's
    }
  }

  private static void delete(Path path) {
    try {
      Files.walkFileTree(path, new Deletion());
    } catch (IOException e) {
      // it is gone, or the next run removes it
    }
  }

  /** Deletes whatever it visits. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
