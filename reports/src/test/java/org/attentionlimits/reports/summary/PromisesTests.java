package org.attentionlimits.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every promise about files and faults in the documentation names tests that are there. */
class PromisesTests {

  private static final Path PAGE = Path.of("..", "src", "site", "markdown", "index.md");
  private static final List<String> MODULES = List.of("theory", "empirical", "reports");

  private static final Pattern NAME = Pattern.compile("`([^`]*)`");

  /** JUnit's annotations of a method that is a test, and jqwik's. */
  private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|Property)\\b");

  /** The promises, each with the names of its tests. */
  private static Map<String, List<String>> promises() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.equals("## Files and faults"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| ") && !line.equals("| promise | test |"))
        .map(line -> line.split(" \\| ", -1))
        .collect(Collectors.toMap(row -> row[0].substring(2), PromisesTests::names));
  }

  private static List<String> names(String... row) {
    assertThat(row).as(row[0]).hasSize(2);
    return NAME.matcher(row[1]).results().map((MatchResult r) -> r.group(1)).toList();
  }

  /** All test classes of the product by their names. */
  private static Map<String, Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources.stream()
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString().replace(".java", ""),
                file -> file,
                (one, other) -> one));
  }

  @TestFactory
  Stream<DynamicTest> everyPromiseHasItsTests() throws IOException {
    Map<String, Path> sources = sources();
    return promises().entrySet().stream()
        .map(
            promise ->
                DynamicTest.dynamicTest(
                    promise.getKey(),
                    () -> {
                      assertThat(promise.getValue()).isNotEmpty().isSubsetOf(sources.keySet());
                      for (String name : promise.getValue()) {
                        assertThat(Files.readString(sources.get(name))).containsPattern(TEST);
                      }
                    }));
  }

  @Test
  void thereArePromises() throws IOException {
    assertThat(promises()).hasSizeGreaterThan(10);
  }
}
