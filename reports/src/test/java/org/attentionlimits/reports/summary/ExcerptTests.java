package org.attentionlimits.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTests {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("README.md");
    Files.writeString(
        file,
        """
        before
        <!-- run:begin -->

        ```text
        one
        two
        ```

        <!-- run:end -->
        after
        """);
  }

  @Test
  void showsWhatWasPrinted() throws IOException {
    Excerpt excerpt = Excerpt.of(file, "run");

    assertThat(excerpt.shows("one\ntwo\n")).isTrue();
    assertThat(excerpt.shows("one\n2\n")).isFalse();
    assertThat(excerpt.difference("one\n2\n")).isEqualTo("shows \"two\", printed was \"2\"");
  }

  @Test
  void isWrittenAnew() throws IOException {
    String before = Files.readString(file);

    Excerpt.of(file, "run").write("three\n");

    assertThat(Excerpt.of(file, "run").shows("three")).isTrue();
    assertThat(file).hasContent(before.replace("one\ntwo", "three"));
  }

  @Test
  void fileWithoutTheCommentsIsToldInOneLine() {
    assertThatIOException()
        .isThrownBy(() -> Excerpt.of(file, "walk"))
        .withMessage(file + ": no excerpt between the comments of walk");
  }
}
