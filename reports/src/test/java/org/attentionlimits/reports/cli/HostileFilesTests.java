package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are read by several commands and are not what they are said to be. */
class HostileFilesTests {

  /** Commands that read a file, which stands for {@code @}, before anything is computed. */
  private static final List<String> READERS =
      List.of(
          "check @",
          "verify --no-model --baseline @",
          "verify --no-model --power @",
          "rows none.safetensors --baseline @",
          "readme README.md @");

  @TempDir private Path directory;

  static Stream<Arguments> textsThatAreNone() {
    return READERS.stream()
        .flatMap(
            reader ->
                Stream.of(
                        "null",
                        "",
                        " ",
                        "[]",
                        "{}",
                        "{} {}",
                        "true",
                        "7",
                        "\"text\"",
                        "{\"schemaVersion\" : null}",
                        "{\"schemaVersion\" : {}}",
                        "{\"schemaVersion\" : 1e999999999}",
                        "{\"a\" : 1, \"a\" : 1}",
                        "\ufeff{}",
                        "\u0000",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(100_000),
                        "9".repeat(100_000),
                        "{\"" + "a".repeat(100_000) + "\" : 1}")
                    .map(text -> Arguments.of(reader, text)));
  }

  private void assertTold(String reader, Path file) {
    String[] words = reader.replace("@", file.toString()).split(" ", -1);
    Run run = Run.of(words);

    assertThat(run.err())
        .startsWith("attention-limits " + words[0] + ": ")
        .contains(file.toString());
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).hasSizeLessThan(1200);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void textsThatAreNone(String reader, String text) throws IOException {
    assertTold(reader, Files.writeString(directory.resolve("file.json"), text));
  }

  static Stream<String> readers() {
    return READERS.stream();
  }

  @ParameterizedTest
  @MethodSource("readers")
  void bytesThatAreNoText(String reader) throws IOException {
    byte[] latin = "{\"version\" : \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertTold(reader, Files.write(directory.resolve("file.json"), latin));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void filesTooLarge(String reader) throws IOException {
    Path file = directory.resolve("file.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 32);
    }
    assertTold(reader, file);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void directories(String reader) {
    assertTold(reader, directory);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @MethodSource("readers")
  void devices(String reader) {
    assertTold(reader, Path.of("/dev/zero"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void memoriesAreRefusedBeforeTheSearch() {
    assertTold(
        "verify --no-model --output " + directory.resolve("out") + " --memory @",
        Path.of("/dev/zero"));
    assertThat(directory.resolve("out")).doesNotExist();
  }
}
