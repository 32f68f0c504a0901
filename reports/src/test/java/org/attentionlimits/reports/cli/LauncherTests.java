package org.attentionlimits.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.reports.testing.ProductJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher that the build puts beside the jar. */
class LauncherTests {

  private static final Path LAUNCHERS = Path.of("src/main/launcher").toAbsolutePath();

  private static final String SHORT = "-XX:TieredStopAtLevel=1";

  @TempDir private Path directory;

  private static String run(Path program, Map<String, String> environment, String... args)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private Path launcher(String directoryName) throws IOException {
    Path place = Files.createDirectories(directory.resolve(directoryName));
    return Files.copy(LAUNCHERS.resolve("attention-limits"), place.resolve("attention-limits"));
  }

  /** A program in place of Java, which prints its arguments in brackets. */
  private Map<String, String> printingJava() throws IOException {
    Path java = directory.resolve("home/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\nprintf '[%s]' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return Map.of("JAVA_HOME", directory.resolve("home").toString());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theJarBesideItIsRunThroughLinks() throws Exception {
    Path launcher = launcher("a place");
    Path jar = ProductJar.in(launcher.getParent());
    Path link = directory.resolve("link");
    Files.createSymbolicLink(link, directory.relativize(launcher));
    Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));

    assertThat(jar).exists();
    assertThat(run(link, java, "--version")).isEqualTo("attention-limits " + Version.text() + "\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void wordsArriveAsTheyAre() throws Exception {
    Path launcher = launcher("place");
    String[] words = {"evaluate", "a claim", "logits = (0, 0), T = 1", "*", "$HOME", ""};

    assertThat(run(launcher, printingJava(), words))
        .endsWith(
            "[-jar][%s][evaluate][a claim][logits = (0, 0), T = 1][*][$HOME][]"
                .formatted(launcher.resolveSibling("attention-limits.jar")));
  }

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @CsvSource({
    "attack corollary-3, true",
    "evaluate corollary-3 --logits=0, true",
    "attack corollary-3 --budget=100000, false",
    "attack corollary-3 --budget 100000, false",
    "verify --no-model, false",
    "show corollary-3 --then verify, false"
  })
  void shortCommandsAreCompiledOnce(String words, boolean isShort) throws Exception {
    String printed = run(launcher("place"), printingJava(), words.split(" "));

    assertThat(printed.contains("[" + SHORT + "]")).isEqualTo(isShort);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void moreOptionsAreTakenFromTheEnvironment() throws Exception {
    Map<String, String> environment = new HashMap<>(printingJava());
    environment.put("ATTENTION_LIMITS_JAVA_OPTIONS", "-Xmx1g -Dx=y");

    assertThat(run(launcher("place"), environment, "claims")).contains("[-Xmx1g][-Dx=y][-jar]");
  }

  /** A batch file needs Windows' line ends, and ends with the program's exit code. */
  @Test
  void theBatchFileHasTheSameOptions() throws IOException {
    String batch = Files.readString(LAUNCHERS.resolve("attention-limits.cmd"));
    String script = Files.readString(LAUNCHERS.resolve("attention-limits"));

    assertThat(batch.replace("\r\n", "")).doesNotContain("\n");
    assertThat(batch)
        .endsWith("exit /b %ERRORLEVEL%\r\n")
        .contains("\"%~dp0attention-limits.jar\" %*");
    Stream.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            SHORT + " -XX:+UseSerialGC")
        .forEach(option -> assertThat(List.of(batch, script)).allMatch(s -> s.contains(option)));
  }
}
