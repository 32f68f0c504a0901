package org.attentionlimits.empirical.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTests {

  @TempDir private Path directory;

  @Test
  void oneAtATime() throws IOException {
    Path made = directory.resolve("a/b");
    DirectoryLock lock = DirectoryLock.of(made);
    try (lock) {
      assertThatThrownBy(() -> DirectoryLock.of(made))
          .isInstanceOf(IOException.class)
          .hasMessage(made + ": another run is writing there");
    }
    assertThat(directory).isEmptyDirectory();
    DirectoryLock used = DirectoryLock.of(made);
    try (used) {
      Files.writeString(made.resolve("x"), "");
    }
    assertThat(made.resolve("x")).exists();
    assertThat(made.resolve(DirectoryLock.FILE)).doesNotExist();
  }

  @Test
  void theFileOfAKilledProcessIsTaken() throws IOException {
    Path left = Files.writeString(directory.resolve(DirectoryLock.FILE), "left");
    DirectoryLock.of(directory).close();
    assertThat(left).doesNotExist();
  }

  /** Whoever opened the file before its holder removed it must not count as holding the new one. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatWasRemovedLocksNothing() throws IOException {
    Path file = Files.writeString(directory.resolve(DirectoryLock.FILE), "");
    try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(DirectoryLock.isStillThere(old, file)).isTrue();
      Files.delete(file);
      assertThat(DirectoryLock.isStillThere(old, file)).isFalse();
      Files.writeString(file, "another's");
      assertThat(DirectoryLock.isStillThere(old, file)).isFalse();
    }
    assertThat(file).hasContent("another's");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDirectoryMayBeALinkAndAFileMayNotBeInItsPlace() throws IOException {
    Path there = Files.createDirectory(directory.resolve("there"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), there);
    DirectoryLock.of(link).close();
    assertThat(there).isEmptyDirectory();

    Files.createDirectory(there.resolve(DirectoryLock.FILE));
    assertThatThrownBy(() -> DirectoryLock.of(link))
        .hasMessage(link.resolve(DirectoryLock.FILE) + ": must be a file, is a directory");
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> DirectoryLock.of(file))
        .hasMessageStartingWith(file + ": cannot be written to: ");
  }
}
