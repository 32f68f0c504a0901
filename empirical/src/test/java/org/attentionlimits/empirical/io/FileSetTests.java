package org.attentionlimits.empirical.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that belong together are there together. */
class FileSetTests {

  private static final String SEAL = "seal";

  @TempDir private Path directory;

  private FileSet set() {
    return FileSet.in(directory, SEAL);
  }

  private void write(String text) throws IOException {
    try (FileSet files = set()) {
      files.write(SEAL, text);
      files.write("a/1", text);
      files.write("a/2", text);
      files.finish();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(path -> !Files.isDirectory(path))
          .map(path -> directory.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private void assertOld() throws IOException {
    assertThat(files()).containsExactly("a/1", "a/2", SEAL);
    for (String file : files()) {
      assertThat(directory.resolve(file)).hasContent("old");
    }
  }

  @Test
  void allAreReplacedOrNone() throws IOException {
    write("old");
    try (FileSet files = set()) {
      files.write("a/1", "new");
      files.write(SEAL, "new");
      files.remove("a/2");
      assertThat(directory.resolve("a/1")).hasContent("old");
    }
    assertOld();
    write("new");
    assertThat(directory.resolve("a/2")).hasContent("new");
  }

  @Test
  void whatCannotBeReplacedLeavesTheOld() throws IOException {
    write("old");
    Path taken = Files.createDirectory(directory.resolve("taken"));
    try (FileSet files = set()) {
      files.write(SEAL, "new");
      assertThatThrownBy(() -> files.write("taken", "new"))
          .isInstanceOf(IOException.class)
          .hasMessage(taken + ": must be a file, is a directory");
    }
    assertOld();
    Files.delete(taken);
    try (FileSet files = set()) {
      files.write(SEAL, "new");
      files.write("taken", "new");
      Files.createDirectory(taken);
      assertThatThrownBy(files::finish).hasMessage(taken + ": must be a file, is a directory");
    }
    assertOld();
  }

  @Test
  void theSealIsNotThereIfAMoveFails() throws IOException {
    write("old");
    try (FileSet files = set()) {
      files.write("a/1", "new");
      files.write(SEAL, "new");
      try (Stream<Path> parts = Files.list(directory.resolve("a"))) {
        for (Path part : parts.filter(path -> path.toString().endsWith(".part")).toList()) {
          Files.delete(part);
        }
      }
      assertThatThrownBy(files::finish)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(directory.resolve("a/1") + ": cannot be written: ");
    }
    assertThat(files()).containsExactly("a/1", "a/2");
  }

  @Test
  void whatIsOutdatedGoesWithItsDirectory() throws IOException {
    write("old");
    Files.createDirectories(directory.resolve("b/kept"));
    try (FileSet files = set()) {
      files.write(SEAL, "new");
      files.write("c", "new");
      List.of("a/1", "a/2", "b/kept", "c", "d/none").forEach(files::remove);
      files.finish();
    }
    assertThat(files()).containsExactly("c", SEAL);
    assertThat(directory.resolve("a")).doesNotExist();
    assertThat(directory.resolve("b/kept")).isDirectory();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksStay() throws IOException {
    Path there = Files.createDirectory(directory.resolve("there"));
    Path sealed = Files.writeString(there.resolve(SEAL), "old");
    Files.createSymbolicLink(directory.resolve(SEAL), sealed);
    Files.createSymbolicLink(directory.resolve("a"), there);
    write("new");

    assertThat(directory.resolve(SEAL)).isSymbolicLink().hasContent("new");
    assertThat(sealed).hasContent("new");
    assertThat(there.resolve("1")).hasContent("new");
  }

  @Test
  void aSetHasItsSealAndNoFileTwice() throws IOException {
    try (FileSet files = set()) {
      files.write("a/1", "x");
      assertThatIllegalStateException()
          .isThrownBy(files::finish)
          .withMessage("file is missing: seal");
      assertThatThrownBy(() -> files.write("a/1", "y"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("file is in the set twice: a/1");
    }
    assertThat(files()).isEmpty();
  }
}
