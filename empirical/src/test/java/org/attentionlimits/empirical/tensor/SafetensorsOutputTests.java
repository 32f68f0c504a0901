package org.attentionlimits.empirical.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.attentionlimits.empirical.tensor.SafetensorsOutput.Planned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a file that was not finished, and what is told. */
class SafetensorsOutputTests {

  private static final String OPEN = "open";

  @TempDir private Path directory;

  /** Begins a file and waits to be ended. */
  static final class Child {
    private Child() {}

    public static void main(String... args) throws Exception {
      try (SafetensorsOutput out = begin(Path.of(args[0]))) {
        System.out.println(OPEN + out.hashCode());
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }

  private static SafetensorsOutput begin(Path file) throws IOException {
    Planned planned = new Planned("x", TensorType.F32, List.of(2L));
    return new SafetensorsOutput(file, Map.of(), List.of(planned));
  }

  @Test
  void aProcessThatIsInterruptedLeavesNothing() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                directory.resolve("x.safetensors").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = child.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith(OPEN);
      assertThat(directory).isDirectoryContaining("glob:**.part");
      child.destroy();
      assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aDirectoryInItsPlaceIsToldWithItsPath() throws IOException {
    Path taken = Files.createDirectories(directory.resolve("taken/below")).getParent();
    assertThatThrownBy(() -> begin(taken))
        .isInstanceOf(IOException.class)
        .hasMessage(taken + ": must be a file, is a directory");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFileAmongItsDirectoriesIsTold() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> begin(file.resolve("x")))
        .isInstanceOf(IOException.class)
        .hasMessage(file.resolve("x") + ": cannot be written: " + file + " is not a directory");
  }
}
