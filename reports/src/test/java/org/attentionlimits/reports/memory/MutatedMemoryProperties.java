package org.attentionlimits.reports.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;

/** Whatever lines a memory holds, it is read, and what it recalls are rows. */
class MutatedMemoryProperties {

  private static final int TRIES = 10_000;

  private static final Claim<LogitRow> CLAIM =
      Claim.about(LogitRow.TYPE)
          .named("a")
          .evaluatedBy((i, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));

  private static final String LINES =
      "a\t1\t0.0,2.0\na\t3\t0.0,1.0,-3.0E-7,1.0\na\t2\t0.25,-3.0E-7,1.0\nb\t1,2\t0.5,1\n";

  private static final List<String> HOSTILE =
      List.of(
          "2147483647",
          "-2147483648",
          "99999999999",
          "1048577",
          "300",
          "-1",
          "0",
          "1e999999999",
          "1e-999999999",
          "NaN",
          "Infinity",
          "0x1p3",
          "1d",
          "\u0661",
          "",
          ",",
          "\t",
          "\n",
          "\r",
          "a",
          "\u0000",
          "0,".repeat(2000),
          "9".repeat(2000));

  private static Path file;

  @BeforeContainer
  static void make() throws IOException {
    file = Files.createTempFile("search", ".tsv");
  }

  @AfterContainer
  static void remove() throws IOException {
    Files.delete(file);
  }

  @Property(tries = TRIES)
  void isRead(@ForAll @LongRange(min = 0) long seed) throws IOException {
    write(mutated(new SplittableRandom(seed)));

    MemoryFile memory = MemoryFile.of(file, Files::writeString);

    assertThat(memory.recall(CLAIM)).hasSizeLessThanOrEqualTo(memory.size());
  }

  /** Over what was there: some file systems flush a file that was emptied before. */
  private static void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.truncate(bytes.length);
    }
  }

  private static String mutated(SplittableRandom random) {
    List<String> tokens = new ArrayList<>(List.of(LINES.split("(?<=[\t\n,])|(?=[\t\n,])")));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(tokens.size());
      String other = tokens.get(random.nextInt(tokens.size()));
      switch (random.nextInt(4)) {
        case 0 -> tokens.set(at, other);
        case 1 -> tokens.add(at, other);
        case 2 -> tokens.set(at, "");
        default -> tokens.set(at, HOSTILE.get(random.nextInt(HOSTILE.size())));
      }
    }
    return String.join("", tokens);
  }
}
