package org.attentionlimits.reports.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory that nobody's search has written. */
class HostileMemoryTests {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("search.tsv");
  }

  /** As many numbers as tokens; counts the numbers of all that are made. */
  private record Counted(int tokens) implements Instance<Counted> {

    private static final AtomicLong MADE = new AtomicLong();

    static final InstanceType<Counted> TYPE =
        InstanceType.of(Counted.class, "counted numbers")
            .size("n", 1, Counted::tokens)
            .reals("numbers", "x = ", counted -> new double[counted.tokens], "n")
            .madeBy(v -> new Counted(v.integer("n")));

    private Counted {
      MADE.addAndGet(tokens);
    }

    @Override
    public InstanceType<Counted> type() {
      return TYPE;
    }

    @Override
    public Stream<Counted> smaller() {
      return Stream.empty();
    }
  }

  private static <I extends Instance<I>> Claim<I> about(InstanceType<I> type) {
    return Claim.about(type)
        .named("a")
        .evaluatedBy((i, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));
  }

  @Test
  void aShapeOutOfReachCostsBoundedlyManyNumbersForAllLinesOfAClaim() throws IOException {
    Files.writeString(file, "a\t1000000\t1\na\t999999\t1\na\t999998\t1\n");

    List<Counted> recalled = MemoryFile.of(file, Files::writeString).recall(about(Counted.TYPE));

    assertThat(recalled).isEmpty();
    assertThat(Counted.MADE).hasValueLessThan(3_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2147483647,2147483647\t1",
        "2147483647\t1",
        "-2147483648\t1",
        "1048577\t1",
        "9999999999\t1",
        "1\t1e999999999x",
        "\t",
        "1,1\t"
      })
  void aLineBeyondABoundIsLeftOut(String line) throws IOException {
    Files.writeString(file, "a\t" + line + "\na\t1\t0,1\n");

    assertThat(MemoryFile.of(file, Files::writeString).size()).isEqualTo(1);
    assertThat(MemoryFile.of(file, Files::writeString).recall(about(LogitRow.TYPE)))
        .containsExactly(new LogitRow(1, 0));
  }

  @Test
  void aLineOfHalfAMillionLogitsIsLeftOut() throws IOException {
    Files.writeString(file, "a\t500000\t" + "0,".repeat(500_000) + "1\na\t1\t0,1\n");

    assertThat(MemoryFile.of(file, Files::writeString).size()).isEqualTo(1);
  }

  @Test
  void aNumberOfManyDigitsIsLeftOut() throws IOException {
    Files.writeString(file, "a\t1\t0," + "1".repeat(100_000) + "\na\t1\t0,1\n");

    assertThat(MemoryFile.of(file, Files::writeString).size()).isEqualTo(1);
  }

  @Test
  void linesBeyondThoseOfAMemoryAreLeftOut() throws IOException {
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, 100_000).forEach(i -> lines.append(i).append("\t1\t0,1\n"));
    Files.writeString(file, lines);

    assertThat(MemoryFile.of(file, Files::writeString).size()).isEqualTo(20_000);
  }

  @Test
  void numbersBeyondThoseOfAMemoryAreLeftOut() throws IOException {
    StringBuilder lines = new StringBuilder();
    String numbers = "\t999\t" + "0,".repeat(999) + "1\n";
    IntStream.range(0, 2500).forEach(i -> lines.append(i).append(numbers));
    Files.writeString(file, lines);

    assertThat(MemoryFile.of(file, Files::writeString).size()).isEqualTo(2000);
  }

  @Test
  void aFileTooLargeForAMemoryIsRefused() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 32);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFile.of(file, Files::writeString))
        .withMessage("memory must have at most 67108864 bytes: " + file);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFile.of(Path.of("/dev/null"), Files::writeString))
        .withMessage("memory must be a regular file: /dev/null");
  }

  /** What it holds would be lost when the search ends. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCannotBeReadIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFile.of(Path.of("/proc/self/mem"), Files::writeString))
        .withMessage("memory cannot be read: /proc/self/mem");
  }
}
