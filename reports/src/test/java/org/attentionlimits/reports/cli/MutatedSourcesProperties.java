package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.reports.testing.Mutations;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whatever a recording's header or a model's configuration holds, it is read or told as bad. */
class MutatedSourcesProperties {

  @TempDir private Path directory;

  /** {@code compare} reads every number of both files. */
  @Test
  void recordings() throws IOException {
    Path recording = ByteModels.recording(directory.resolve("recording.safetensors"));
    Path file = directory.resolve("mutated.safetensors");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(recording));
    int length = (int) bytes.order(ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] data = Arrays.copyOfRange(bytes.array(), Long.BYTES + length, bytes.array().length);
    String header = new String(bytes.array(), Long.BYTES, length, StandardCharsets.UTF_8);
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(err),
            Map.of(),
            Catalogue.claims());
    Set<Integer> codes = new HashSet<>();
    Mutations.of(
        List.of(header),
        mutated -> {
          write(file, mutated.getBytes(StandardCharsets.UTF_8), data);
          err.getBuffer().setLength(0);
          int code = command.execute("compare", file.toString(), recording.toString());
          assertThat(code).as(err.toString()).isIn(Main.SUCCESS, Main.DEPARTED, Main.BAD_INPUT);
          if (code == Main.BAD_INPUT) {
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString()).startsWith("attention-limits compare: " + file + ": ");
          }
          codes.add(code);
        });
    assertThat(codes).contains(Main.SUCCESS, Main.BAD_INPUT);
  }

  private static void write(Path file, byte[] header, byte[] data) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + header.length + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .put(header)
            .put(data);
    Mutations.write(file, bytes.array());
  }

  @Test
  void configurations() {
    String usual = new Gpt2Config(256, 32, 16, 2, 2, 1e-5).toJson();
    Set<Boolean> read = new HashSet<>();
    Mutations.of(List.of(usual), mutated -> read.add(isRead(mutated)));
    assertThat(read).containsExactlyInAnyOrder(true, false);
  }

  private static boolean isRead(String json) {
    try {
      return Gpt2Config.parse("config.json", json).width() > 0;
    } catch (TensorFileException bad) {
      assertThat(bad).hasMessageStartingWith("config.json: ");
      assertThat(bad.getMessage().lines()).hasSize(1);
      return false;
    }
  }
}
