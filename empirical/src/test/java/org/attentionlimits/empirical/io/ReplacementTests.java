package org.attentionlimits.empirical.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is there as a whole or not at all, whatever is at its target and whoever is killed. */
class ReplacementTests {

  private static final String BEGUN = "begun";

  @TempDir private Path directory;

  /** Begins a file or a directory, or writes one of many bytes, and waits to be ended. */
  static final class Child {
    private Child() {}

    public static void main(String... args) throws Exception {
      Path target = Path.of(args[1]);
      if (args[0].equals("large")) {
        try {
          Replacement.write(target, new byte[1 << 20]);
        } catch (IOException e) {
          System.out.println(e.getMessage());
        }
        return;
      }
      boolean inDirectory = args[0].equals("directory");
      try (Replacement begun =
          inDirectory ? Replacement.ofDirectory(target) : Replacement.ofFile(target)) {
        if (inDirectory) {
          Replacement.write(begun.partial().resolve("x"), "half");
        } else {
          begun.write((byte) 'h');
        }
        System.out.println(BEGUN);
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }

  private static ProcessBuilder child(String what, Path target) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            what,
            target.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static void end(Process child, boolean kill) throws InterruptedException {
    if (kill) {
      child.destroyForcibly();
    } else {
      child.destroy();
    }
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "directory"})
  void whatASignalEndsLeavesNothing(String what) throws Exception {
    Process child = child(what, directory.resolve("x")).start();
    try (BufferedReader out = child.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(BEGUN);
      assertThat(names()).isNotEmpty().allMatch(name -> name.contains(".part"));
      end(child, false);
    } finally {
      child.destroyForcibly();
    }
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "directory"})
  void whatAKilledProcessLeftIsRemovedByTheNextAndALivingOnesIsNot(String what) throws Exception {
    Process living = child(what, directory.resolve("living")).start();
    try (BufferedReader ofTheLiving = living.inputReader(UTF_8)) {
      assertThat(ofTheLiving.readLine()).isEqualTo(BEGUN);
      List<String> before = names();
      Process killed = child(what, directory.resolve("killed")).start();
      try (BufferedReader ofTheKilled = killed.inputReader(UTF_8)) {
        assertThat(ofTheKilled.readLine()).isEqualTo(BEGUN);
      } finally {
        end(killed, true);
      }
      assertThat(names()).hasSizeGreaterThan(before.size());
      Replacement.clear(directory);

      assertThat(names()).isEqualTo(before);
      end(living, false);
    } finally {
      living.destroyForcibly();
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void othersFilesStay() throws IOException {
    List<String> others = List.of("film.part", "attention-limits-1.part", "x.attention-limits");
    for (String other : others) {
      Files.writeString(directory.resolve(other), "");
    }
    Replacement.write(directory.resolve("file"), "text");

    assertThat(names()).containsAll(others).hasSize(others.size() + 1);
  }

  @Test
  void twoOfOneProcessDoNotDisturbEachOther() throws IOException {
    Path file = directory.resolve("x");
    try (Replacement first = Replacement.ofFile(file)) {
      first.write((byte) 'a');
      Replacement.write(file, "b");
      assertThat(file).hasContent("b");
      first.finish();
    }
    assertThat(file).hasContent("a");
    assertThat(names()).containsExactly("x");
  }

  @Test
  void whatIsNotFinishedLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "old");
    try (Replacement begun = Replacement.ofFile(file)) {
      begun.write((byte) 'n');
    }
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("x");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDiskThatIsFullLeavesTheOldFile() throws Exception {
    Path file = Files.writeString(directory.resolve("x"), "old");
    ProcessBuilder child = child("large", file);
    String command = "'" + String.join("' '", child.command()) + "'";
    child.command("sh", "-c", "ulimit -f 8; exec " + command);
    Process process = child.start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith(file + ": cannot be written: ");
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("x");
  }

  @Test
  void aDirectoryIsNoFile() throws IOException {
    Path taken = Files.createDirectory(directory.resolve("taken"));

    assertThatThrownBy(() -> Replacement.write(taken, "x"))
        .isInstanceOf(IOException.class)
        .hasMessage(taken + ": must be a file, is a directory");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsNoFile() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("null"), Path.of("/dev/null"));
    for (Path device : List.of(Path.of("/dev/null"), link)) {
      assertThatThrownBy(() -> Replacement.write(device, "x"))
          .isInstanceOf(IOException.class)
          .hasMessage(device + ": must be a file, is a device, a pipe or a socket");
    }
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThat(names()).containsExactly("null");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void symbolicLinksAreFollowed() throws IOException {
    Path there = Files.writeString(directory.resolve("there"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("there"));
    Path twice = Files.createSymbolicLink(directory.resolve("twice"), link);
    Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), Path.of("below/new"));
    Path circle = Files.createSymbolicLink(directory.resolve("circle"), Path.of("circle"));

    Replacement.write(twice, "new");
    Replacement.write(dangling, "made");

    assertThat(there).hasContent("new");
    assertThat(List.of(link, twice, dangling)).allMatch(Files::isSymbolicLink);
    assertThat(directory.resolve("below/new")).hasContent("made");
    assertThatThrownBy(() -> Replacement.write(circle, "x"))
        .hasMessage(circle + ": cannot be written: symbolic links lead in a circle");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDirectoryMayBeALink() throws IOException {
    Files.createDirectory(directory.resolve("there"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("there"));

    Replacement.write(link.resolve("x"), "text");

    assertThat(directory.resolve("there/x")).hasContent("text");
  }

  @Test
  void aFileAmongTheDirectoriesIsTold() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> Replacement.write(file.resolve("x"), ""))
        .hasMessage(file.resolve("x") + ": cannot be written: " + file + " is not a directory");
  }
}
