package org.attentionlimits.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.reports.testing.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks of one Java virtual machine as another sees them: within one they cannot be told lost. */
@DisabledOnOs(OS.WINDOWS)
class LockTests {

  private static final String READY = "ready";

  @TempDir private Path directory;

  /** Holds a directory's lock until it is ended. */
  static final class Holder {
    private Holder() {}

    public static void main(String... args) throws IOException {
      Path held = Path.of(args[0]);
      DirectoryLock lock = DirectoryLock.of(held);
      try (lock) {
        for (String other : List.of(args).subList(1, args.length)) {
          assertThatThrownBy(() -> DirectoryLock.of(Path.of(other)))
              .hasMessage(other + ": another run is writing there");
        }
        System.out.println(READY);
        System.in.read();
      }
    }
  }

  private static ProcessBuilder java(Class<?> main, Object... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Arrays.stream(args).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command);
  }

  /** The command in a process of its own; its code, and what it complained of. */
  private static Run run(Path output) throws Exception {
    Process process =
        java(Main.class, "power", "--budget=1", "--output", output)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), "", err);
  }

  private static void assertRefused(Path output) throws Exception {
    Run second = run(output);
    assertThat(second.err())
        .isEqualToIgnoringNewLines(
            "attention-limits power: " + output + ": another run is writing there");
    assertThat(second.code()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void aSecondProcessIsRefusedUntilTheFirstIsKilled() throws Exception {
    Path output = directory.resolve("out");
    Process first = java(Holder.class, output).redirectErrorStream(true).start();
    try (BufferedReader out = first.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(READY);
      assertRefused(output);
      assertRefused(output);
      first.destroyForcibly().waitFor();
    }
    assertThat(output.resolve(DirectoryLock.FILE)).exists();

    Run next = run(output);

    assertThat(next.err()).doesNotContain("another run");
    assertThat(next.code()).isLessThan(Main.BAD_INPUT);
    assertThat(output.resolve(DirectoryLock.FILE)).doesNotExist();
    assertThat(output.resolve("power.json")).exists();
  }

  /** The second try of one process, by another path too, must not cost the first its lock. */
  @Test
  void aSecondTryInTheSameProcessKeepsTheLock() throws Exception {
    Path output = directory.resolve("out");
    Path link = Files.createSymbolicLink(directory.resolve("link"), output);
    Path other = output.resolve("../out");
    Process first =
        java(Holder.class, output, output, link, other).redirectErrorStream(true).start();
    try (BufferedReader out = first.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(READY);
      assertRefused(output);
      assertRefused(link);
    } finally {
      first.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aSignalRemovesTheDirectoriesThatWereMade(String signal) throws Exception {
    assumeFalse(signal.equals("INT") && Signals.ignoresInterrupts(), "interrupts are ignored");
    Path output = directory.resolve("a/b");
    Process first = java(Holder.class, output).redirectErrorStream(true).start();
    try (BufferedReader out = first.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(READY);
      assertThat(output).isNotEmptyDirectory();
      new ProcessBuilder("kill", "-" + signal, String.valueOf(first.pid())).start().waitFor();
      first.waitFor();
    } finally {
      first.destroyForcibly();
    }
    assertThat(directory).isEmptyDirectory();
  }
}
