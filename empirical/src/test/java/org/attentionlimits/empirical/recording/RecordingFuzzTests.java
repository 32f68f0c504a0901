package org.attentionlimits.empirical.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.empirical.tensor.HeadRow;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.junit.jupiter.api.Test;

/**
 * Mutated recordings of every layout are refused in one line or give rows that make instances of
 * the theory, and cost little memory either way.
 */
class RecordingFuzzTests {

  private static final int FILES = 100_000;

  /** Largest seen: 1.1 MB. */
  private static final long MOST_BYTES = 4_000_000;

  private static final List<String> WORDS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "5",
          "-1",
          "1e3",
          "9223372036854775807",
          "\"",
          ",",
          "[",
          "]",
          "true",
          "false",
          "None",
          "[2.0, 4.0]",
          "[[1], [2]]",
          "1e-300",
          "1e300",
          "F16",
          "F32",
          "F64",
          "BF16",
          "I64",
          "BOOL",
          "weights",
          "logits",
          "query",
          "key",
          "value",
          "sink",
          "attention_mask",
          "input_ids",
          "temperature",
          "causal",
          "scaled",
          "window",
          "softcap",
          "query_start",
          "computed_in",
          "attentions",
          "layer.0.head.1.weights");

  private final SplittableRandom random = new SplittableRandom(20260115);

  private static List<byte[]> seeds() throws Exception {
    Path folder = Path.of(RecordingFuzzTests.class.getResource("cases.tsv").toURI()).getParent();
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
        if (file.toString().endsWith(".safetensors") && Files.size(file) < 4000) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  @Test
  void mutatedRecordingsAreReadOrRefused() throws Exception {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    List<byte[]> seeds = seeds();
    seeds.forEach(RecordingFuzzTests::readsOrRefuses);
    int read = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] file = mutated(seeds.get(random.nextInt(seeds.size())));
      long before = memory.getThreadAllocatedBytes(thread);
      read += readsOrRefuses(file) ? 1 : 0;
      long allocated = memory.getThreadAllocatedBytes(thread) - before;
      if (allocated > MOST_BYTES) {
        throw new AssertionError(allocated + " bytes for " + Arrays.toString(file));
      }
    }
    assertThat(read).as("recordings still consistent").isBetween(FILES / 50, FILES / 2);
  }

  private byte[] mutated(byte[] seed) {
    byte[] file = seed.clone();
    int mutations = 1 + random.nextInt(2);
    for (int i = 0; i < mutations && file.length > 8; i++) {
      file = mutatedOnce(file);
    }
    return file;
  }

  private byte[] mutatedOnce(byte[] file) {
    long told = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    int header = (int) Math.max(0, Math.min(file.length - 8, told));
    boolean ofHeader = header > 0 && random.nextBoolean();
    int at = ofHeader ? 8 + random.nextInt(header) : random.nextInt(file.length);
    switch (random.nextInt(4)) {
      case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> file[at] = (byte) random.nextInt();
      case 2 -> {
        int digit = digit(file, at);
        file[digit] = digit == at ? file[at] : (byte) ('0' + random.nextInt(10));
      }
      default -> {
        byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8);
        return spliced(file, at, word);
      }
    }
    return file;
  }

  /** The next digit of the header; the place itself if there is none. */
  private static int digit(byte[] file, int at) {
    for (int i = at; i < file.length; i++) {
      if (file[i] >= '0' && file[i] <= '9') {
        return i;
      }
    }
    return at;
  }

  /** Some bytes replaced by as many others or more, with a header length that fits again. */
  private byte[] spliced(byte[] file, int at, byte[] word) {
    int rest = Math.min(file.length, at + random.nextInt(word.length + 1));
    ByteBuffer bytes = ByteBuffer.allocate(at + word.length + file.length - rest);
    bytes.put(file, 0, at).put(word).put(file, rest, file.length - rest);
    byte[] result = bytes.array();
    if (at >= 8) {
      ByteBuffer header = ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN);
      header.putLong(0, header.getLong(0) + result.length - file.length);
    }
    return result;
  }

  private static boolean readsOrRefuses(byte[] content) {
    try (RecordedAttention recorded =
        RecordedAttention.of(Safetensors.of("fuzz", content), "fuzz")) {
      assertThat(recorded.description()).doesNotContain("\n", "\r");
      recorded.forEachRows(RecordingFuzzTests::requireRows);
      if (recorded.withoutHeads().isEmpty()) {
        recorded.forEachHead(head -> assertThat(head.row(0).tokens()).isEqualTo(1));
      }
      return true;
    } catch (TensorFileException e) {
      assertThat(e.getMessage()).startsWith("fuzz: ").doesNotContain("\n", "\r");
      return false;
    } catch (IOException | RuntimeException e) {
      throw new AssertionError("for " + Arrays.toString(content), e);
    }
  }

  private static void requireRows(HeadRows head) {
    for (int query = 0; query < head.queries(); query++) {
      head.seenBy(query).ifPresent(RecordingFuzzTests::requireRow);
    }
  }

  private static void requireRow(HeadRow row) {
    assertThat(row.weighted().tokens()).isEqualTo(row.tokens());
    row.embedded(1).ifPresent(embedded -> assertThat(embedded.tokens()).isEqualTo(row.tokens()));
    row.queryKeys().ifPresent(keys -> assertThat(keys.tokens()).isEqualTo(row.tokens()));
  }
}
