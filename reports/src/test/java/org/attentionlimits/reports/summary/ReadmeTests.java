package org.attentionlimits.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.theory.example.EntropyByLargestWeight;
import org.attentionlimits.theory.search.Adversary;
import org.junit.jupiter.api.Test;

/** The README shows what is run. Its excerpt of a whole run is checked at the end of the build. */
class ReadmeTests {

  private static final Path README = Path.of("../README.md");
  private static final Path SOURCE =
      Path.of(
          "../theory/src/main/java/org/attentionlimits/theory/example/EntropyByLargestWeight.java");

  @Test
  void theOwnClaimPrintsWhatStandsThere() throws IOException {
    String printed = Adversary.usual().attack(EntropyByLargestWeight.GUESS).text();
    if (Boolean.getBoolean("attention.accept")) {
      Excerpt.of(README, "entropy").write(printed);
    }

    Excerpt excerpt = Excerpt.of(README, "entropy");

    assertThat(excerpt.shows(printed))
        .as("README.md %s; mvn test -Dattention.accept writes it anew", excerpt.difference(printed))
        .isTrue();
  }

  @Test
  void theOwnClaimIsTheExample() throws IOException {
    String source = words(Files.readString(SOURCE));
    String readme = Files.readString(README);
    int start = readme.indexOf("    Claim.about(LogitRow.TYPE)");
    String shown = readme.substring(start, readme.indexOf("});", start));

    assertThat(source).contains(words(shown));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void theExcerptOfTheRunIsThere() throws IOException {
    assertThat(Excerpt.of(README, "verify").shows("")).isFalse();
  }
}
