package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.reports.summary.Excerpt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on commands shows what they print. */
class CommandsPageTests {

  private static final Path PAGE = Path.of("../src/site/markdown/commands.md");

  @ParameterizedTest
  @ValueSource(strings = {"show", "evaluate", "attack"})
  void thePageShowsWhatIsPrinted(String name) throws IOException {
    String printed = Run.of(ClaimCommandsTests.words(command(name))).out();
    if (Boolean.getBoolean("attention.accept")) {
      Excerpt.of(PAGE, name).write(printed);
    }

    Excerpt excerpt = Excerpt.of(PAGE, name);

    assertThat(printed).isNotEmpty();
    assertThat(excerpt.shows(printed))
        .as("commands.md %s; mvn test -Dattention.accept writes it", excerpt.difference(printed))
        .isTrue();
  }

  /** The command that stands above an excerpt. */
  private static String command(String name) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("attention-limits " + name + " "))
        .findFirst()
        .orElseThrow();
  }
}
