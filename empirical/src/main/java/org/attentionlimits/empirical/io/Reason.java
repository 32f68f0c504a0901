package org.attentionlimits.empirical.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file could not be read or written, in a few words. */
public final class Reason {

  /** Where the system gives none. */
  public static final String UNKNOWN = "for a reason that is not told";

  private Reason() {}

  /** An exception that says of a file that it cannot be written, and why. */
  public static IOException unwritten(Path path, IOException e) {
    return new IOException(path + ": cannot be written: " + of(e), e);
  }

  /** An exception that says of a file that it cannot be read, and why. */
  public static IOException unread(Path path, IOException e) {
    return new IOException(
        e instanceof NoSuchFileException
            ? path + ": no such file"
            : path + ": cannot be read: " + of(e),
        e);
  }

  /** The system's reason, or else what kind of failure it was. */
  public static String of(IOException e) {
    if (!(e instanceof FileSystemException failure)) {
      return e.getMessage() == null ? UNKNOWN : e.getMessage();
    }
    if (e instanceof FileAlreadyExistsException) {
      return failure.getFile() + " is not a directory";
    }
    if (e instanceof NoSuchFileException) {
      return "no file can be made in " + parent(failure.getFile());
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "the directory is not empty";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemLoopException) {
      return "symbolic links lead in a circle";
    }
    return failure.getReason() == null ? UNKNOWN : failure.getReason();
  }

  private static String parent(String file) {
    return file == null ? "its directory" : String.valueOf(Path.of(file).getParent());
  }

  /** What a path is, told of one that is not what it must be. */
  public static String kind(Path path) {
    if (Files.isDirectory(path)) {
      return "a directory";
    }
    if (Files.isRegularFile(path)) {
      return "a file";
    }
    return Files.exists(path) ? "a device, a pipe or a socket" : "a link that leads to nothing";
  }
}
