package org.attentionlimits.reports.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs scripts that see {@code attention_limits.py} and the stand-ins for models of the tests. */
public final class Python {

  private static final Path MODULE = Path.of("..", "src", "site", "resources");
  private static final Path STAND_INS =
      Path.of("src", "test", "resources", "org", "attentionlimits", "reports", "cli", "python");

  /** Whether there is a {@code python3} with NumPy, looked up once. */
  private static final class Found {
    static final boolean YES = hasNumPy();
  }

  private Python() {}

  /** Skips the test where there is no {@code python3} with NumPy. */
  public static void assume() {
    assumeTrue(Found.YES, "tests of attention_limits.py need python3 with NumPy");
  }

  private static boolean hasNumPy() {
    try {
      return new ProcessBuilder("python3", "-c", "import numpy")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no python3
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Runs a script in a directory, which it may write into.
   *
   * @param modules directories of further modules
   * @return what it printed
   * @throws AssertionError if it fails, with what it printed
   */
  public static String run(Path directory, String script, Path... modules)
      throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("script.py"), script);
    List<String> path = new ArrayList<>();
    for (Path module : modules) {
      path.add(module.toString());
    }
    path.add(MODULE.toRealPath().toString());
    path.add(STAND_INS.toRealPath().toString());
    ProcessBuilder builder =
        new ProcessBuilder("python3", file.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().put("PYTHONPATH", String.join(File.pathSeparator, path));
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
