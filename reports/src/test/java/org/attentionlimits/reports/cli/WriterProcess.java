package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process that writes all the time, until it is ended, or on a disk of its own that is full. */
final class WriterProcess {

  static final String READY = "ready";
  static final String DONE = "done";

  private static final int PAGE = 4096;

  private final Path directory;
  private final Path model;

  private WriterProcess(Path directory, Path model) {
    this.directory = directory;
    this.model = model;
  }

  /**
   * A process that is not started.
   *
   * @param what full, or write
   * @param first number of the first command that writes
   */
  static ProcessBuilder of(String what, Path directory, Path model, int first) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Dai.djl.offline=true",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        WriterProcess.class.getName(),
        what,
        directory.toString(),
        model.toString(),
        String.valueOf(first));
  }

  public static void main(String... args) throws Exception {
    WriterProcess process = new WriterProcess(Path.of(args[1]), Path.of(args[2]));
    if (args[0].equals("full")) {
      process.fill();
      process.lock();
      System.out.println(DONE);
    } else {
      process.writeForEver(Integer.parseInt(args[3]));
    }
  }

  private void writeForEver(int first) {
    System.out.println(READY);
    Writer[] writers = Writer.values();
    for (int i = first; ; i++) {
      writers[i % writers.length].run(directory, model, i);
    }
  }

  private void writeAll(int seed) throws IOException {
    for (Writer writer : Writer.values()) {
      Run run = writer.run(directory, model, seed);
      assertThat(run.code()).as(writer + ": " + run.err()).isZero();
      writer.assertWhole(directory);
    }
    assertThat(Writer.litter(directory)).isEmpty();
  }

  /**
   * Writes with no page left, with one, with four, with sixteen and so on, until all is written.
   */
  private void fill() throws IOException {
    writeAll(1);
    Path filler = directory.resolve("filler");
    int failures = 0;
    boolean some = true;
    for (int left = 0; some; left = Math.max(PAGE, 4 * left)) {
      some = false;
      for (Writer writer : Writer.values()) {
        occupyAllBut(filler, left);
        boolean written = tryToWrite(writer, 2);
        some |= !written;
        failures += written ? 0 : 1;
      }
    }
    assertThat(failures).isGreaterThanOrEqualTo(2 * Writer.values().length);
    Files.delete(filler);
    writeAll(3);
  }

  private static void occupyAllBut(Path filler, int left) throws IOException {
    Files.deleteIfExists(filler);
    try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE_NEW)) {
      byte[] page = new byte[PAGE];
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      try (var channel = Files.newByteChannel(filler, StandardOpenOption.WRITE)) {
        channel.truncate(Math.max(0, channel.size() / PAGE * PAGE - left));
      }
    }
  }

  /**
   * Whether a command could write; if not, everything is as before. Where the memory alone could
   * not be written, what was found is in the report all the same.
   */
  private boolean tryToWrite(Writer writer, int seed) throws IOException {
    Map<String, Integer> before = contents();
    Run run = writer.run(directory, model, seed);
    if (run.code() == Main.BAD_INPUT) {
      assertThat(run.err())
          .hasLineCount(1)
          .startsWith("attention-limits")
          .contains(directory.toString())
          .doesNotContain(".part", ".tmp");
      if (!run.err().contains("search.tsv")) {
        assertThat(contents()).as(writer + ": " + run.err()).isEqualTo(before);
      }
      assertThat(Writer.litter(directory)).allMatch(path -> path.endsWith("unfinished"));
      writer.assertWhole(directory);
      return false;
    }
    assertThat(run.code()).as(run.err()).isZero();
    return true;
  }

  /** All files by their hashes, but the filler, and what serves the next run. */
  private Map<String, Integer> contents() throws IOException {
    Map<String, Integer> contents = new HashMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        if (!List.of("filler", "search.tsv").contains(name) && !name.endsWith(".numbers")) {
          contents.put(name, Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
    }
    return contents;
  }

  /** Writes to a file system that can only be read. */
  private void lock() throws IOException, InterruptedException {
    remount("ro");
    for (Writer writer : Writer.values()) {
      assertThat(tryToWrite(writer, 4)).as(writer.name()).isFalse();
    }
    remount("rw");
    writeAll(5);
  }

  private void remount(String how) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mount", "-o", "remount," + how));
    command.add(directory.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
