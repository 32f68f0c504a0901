package org.attentionlimits.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the architecture against the packages that there are. */
class ArchitecturePageTests {

  private static final Path PAGE = Path.of("..", "src", "site", "markdown", "architecture.md");
  private static final int MOST_FILES = 25;
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  /** The number of files of each package, by its name below the product's. */
  private static Map<String, Integer> packages() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    for (String module : List.of("theory", "empirical", "reports")) {
      Path root = Path.of("..", module, "src", "main", "java", "org", "attentionlimits");
      try (Stream<Path> sources = Files.walk(root)) {
        sources
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> root.relativize(file.getParent()).toString())
            .forEach(
                name -> files.merge(name.replace('/', '.').replace('\\', '.'), 1, Integer::sum));
      }
    }
    return files;
  }

  /** The packages in the first column of the tables below the modules' headings. */
  private static List<String> onPage() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    return Stream.of("theory", "empirical", "reports")
        .flatMap(
            module ->
                lines.stream()
                    .dropWhile(line -> !line.equals("### " + module))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.split(" \\| ", -1)[0])
                    .flatMap(cell -> NAME.matcher(cell).results().map(MatchResult::group))
                    .map(name -> module + "." + name.replace("`", "")))
        .toList();
  }

  @Test
  void everyPackageIsOnThePageOnce() throws IOException {
    assertThat(onPage()).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(onPage())).isEqualTo(packages().keySet());
  }

  @Test
  void noPackageHasTooManyFiles() throws IOException {
    assertThat(packages())
        .allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(MOST_FILES));
  }
}
