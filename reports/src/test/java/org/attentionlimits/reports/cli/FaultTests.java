package org.attentionlimits.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.reports.testing.Signals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens while files are written: what is there is whole, and no litter stays. */
class FaultTests {

  private static List<String> names() throws IOException {
    return Signals.ignoresInterrupts() ? List.of("TERM", "KILL") : List.of("TERM", "KILL", "INT");
  }

  private static final int USUAL_SIGNALS = 6;
  private static final int LONGEST_MILLIS = 2000;

  /** A seed that no process comes to before it is ended. */
  private static final int LATE = 1_000_000;

  @TempDir private Path directory;

  private Path model;
  private Path output;

  @BeforeEach
  void directories() throws IOException {
    model = ByteModels.model(Files.createDirectory(directory.resolve("model")));
    output = Files.createDirectory(directory.resolve("output"));
  }

  /** Six in the build, two of each; fifty in the profiles nightly and deep. */
  private static int signals() {
    return Integer.getInteger("attention.signals", USUAL_SIGNALS);
  }

  private void write(int seed) {
    for (Writer writer : Writer.values()) {
      Run run = writer.run(output, model, seed);
      assertThat(run.code()).as(run.err()).isZero();
    }
  }

  /** Another process writes there at the same time, and this one is turned away or comes first. */
  private void disturb(long end) {
    while (System.nanoTime() < end) {
      for (Writer writer : List.of(Writer.VERIFY, Writer.EXPERIMENTS, Writer.RECORD)) {
        Run run = writer.run(output, model, -1);
        if (run.code() != Main.SUCCESS) {
          assertThat(run.err()).contains(": another run is writing there").hasLineCount(1);
          assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        }
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalAtAnyMomentLeavesWholeFilesAndTheNextRunClears() throws Exception {
    SplittableRandom random = new SplittableRandom();
    List<String> names = names();
    for (int i = 0; i < signals(); i++) {
      String signal = names.get(i % names.size());
      int millis = random.nextInt(LONGEST_MILLIS);
      Process process =
          WriterProcess.of("write", output, model, i).redirectErrorStream(true).start();
      try (BufferedReader out = process.inputReader(UTF_8)) {
        assertThat(out.readLine()).isEqualTo(WriterProcess.READY);
        disturb(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
        out.lines().forEach(line -> {});
        assertThat(process.waitFor()).isEqualTo(code(signal));
      } finally {
        process.destroyForcibly();
      }
      for (Writer writer : Writer.values()) {
        writer.assertWhole(output);
      }
      if (!signal.equals("KILL")) {
        assertThat(Writer.litter(output))
            .as(signal + " after " + millis + " ms")
            .allMatch(path -> path.endsWith("unfinished"));
      }
      write(LATE + i);
      assertThat(Writer.litter(output)).as(signal + " after " + millis + " ms").isEmpty();
    }
  }

  /** As shells tell it: 128, and the signal's number. */
  private static int code(String signal) {
    return switch (signal) {
      case "INT" -> 130;
      case "KILL" -> 137;
      default -> 143;
    };
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskAndAReadOnlyOneLeaveWhatWasThere() throws Exception {
    String mount = "mount -t tmpfs -o size=3m tmpfs \"$0\"";
    Process trial =
        new ProcessBuilder("unshare", "-rm", "sh", "-c", mount, output.toString())
            .redirectErrorStream(true)
            .start();
    String refusal = new String(trial.getInputStream().readAllBytes(), UTF_8);
    assumeTrue(trial.waitFor() == 0, "no file system can be mounted here: " + refusal);

    List<String> command =
        new ArrayList<>(
            List.of("unshare", "-rm", "sh", "-c", mount + " && exec \"$@\"", output.toString()));
    command.addAll(WriterProcess.of("full", output, model, 0).command());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.lines()).endsWith(WriterProcess.DONE);
    } finally {
      process.destroyForcibly();
    }
    assertThat(output).isEmptyDirectory();
  }
}
