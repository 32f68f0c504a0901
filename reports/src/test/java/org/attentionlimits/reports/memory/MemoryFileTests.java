package org.attentionlimits.reports.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.search.measure.Scored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says and what is made of it. */
class MemoryFileTests {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("search.tsv");
  }

  private static Claim<LogitRow> named(String id) {
    return Claim.about(LogitRow.TYPE)
        .named(id)
        .evaluatedBy((row, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));
  }

  /** Rows of one token that score their temperatures, from one on. */
  private static List<Scored<LogitRow>> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Scored<>(new LogitRow(i, 0), i))
        .toList();
  }

  @Test
  void aLineIsTheClaimTheShapeAndTheNumbers() {
    MemoryFile.of(file, Files::writeString)
        .keep(named("b"), List.of(new Scored<>(new LogitRow(1, 0.25, -3e-7), 1)));
    MemoryFile.of(file, Files::writeString).keep(named("a"), rows(2));

    assertThat(file).hasContent("a\t1\t0.0,2.0\na\t1\t0.0,1.0\nb\t2\t0.25,-3.0E-7,1.0\n");
  }

  @Test
  void sixteenOfAClaimAreKept() {
    MemoryFile memory = MemoryFile.of(file, Files::writeString);
    memory.keep(named("a"), rows(40));
    memory.keep(named("b"), rows(16));

    assertThat(memory.size()).isEqualTo(32);
    assertThat(memory.recall(named("a")))
        .hasSize(16)
        .startsWith(new LogitRow(40, 0))
        .endsWith(new LogitRow(25, 0));
  }

  @Test
  void theFirstSixteenOfAClaimAreRead() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      lines.append("a\t1\t0,").append(i).append("\nb\t1\t0,").append(i).append('\n');
    }
    Files.writeString(file, lines);
    MemoryFile memory = MemoryFile.of(file, Files::writeString);

    assertThat(memory.size()).isEqualTo(32);
    assertThat(memory.recall(named("b"))).endsWith(new LogitRow(16, 0));
  }

  @Test
  void aDirectoryIsRejectedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFile.of(directory, Files::writeString))
        .withMessage("memory must be a file, not a directory: " + directory);
  }

  @Test
  void fewerThanSixteenComeBeforeWhatIsKnown() {
    MemoryFile.of(file, Files::writeString).keep(named("a"), rows(16));
    MemoryFile.of(file, Files::writeString)
        .keep(
            named("a"),
            List.of(new Scored<>(new LogitRow(0.5, 0), 3), new Scored<>(new LogitRow(7, 0), 9)));

    assertThat(MemoryFile.of(file, Files::writeString).recall(named("a")))
        .hasSize(16)
        .startsWith(new LogitRow(7, 0), new LogitRow(0.5, 0), new LogitRow(16, 0))
        .endsWith(new LogitRow(2, 0));
  }

  @Test
  void whatCannotBeSavedIsKeptUntilItCan() throws IOException {
    IOException full = new IOException("the disk is full");
    AtomicBoolean isFull = new AtomicBoolean(true);
    MemoryFile memory =
        MemoryFile.of(
            file,
            (path, text) -> {
              if (isFull.get()) {
                throw full;
              }
              Files.writeString(path, text);
            });
    memory.requireSaved();
    memory.keep(named("a"), rows(1));
    assertThatThrownBy(memory::requireSaved).isSameAs(full);
    assertThat(memory.recall(named("a"))).containsExactly(new LogitRow(1, 0));

    isFull.set(false);
    memory.keep(named("b"), rows(1));
    memory.requireSaved();
    assertThat(file).hasContent("a\t1\t0.0,1.0\nb\t1\t0.0,1.0\n");
  }

  @Test
  void nothingNewLeavesWhatIsKnown() {
    MemoryFile.of(file, Files::writeString).keep(named("a"), rows(1));
    MemoryFile.of(file, Files::writeString).keep(named("a"), List.of());

    assertThat(MemoryFile.of(file, Files::writeString).recall(named("a"))).hasSize(1);
  }

  /** A name without a directory is one in the directory that the process was started in. */
  @Test
  void aFileMayBeNamedWithoutItsDirectory() throws IOException {
    Path here = Files.createTempFile(Path.of("").toAbsolutePath(), "search", ".tsv");
    try {
      MemoryFile.of(here.getFileName(), Files::writeString).keep(named("a"), rows(1));

      assertThat(here).hasContent("a\t1\t0.0,1.0\n");
    } finally {
      Files.delete(here);
    }
  }
}
