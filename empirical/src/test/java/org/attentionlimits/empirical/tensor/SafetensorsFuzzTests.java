package org.attentionlimits.empirical.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Mutated files are read correctly or refused in one line, and cost little memory either way. */
class SafetensorsFuzzTests {

  private static final int FILES = 100_000;

  /** Largest seen: 0.2 MB, for a header of nested brackets. */
  private static final long MOST_BYTES = 4_000_000;

  private static final List<String> TOKENS =
      List.of(
          "-1",
          "0",
          "1e3",
          "2.5",
          "9223372036854775807",
          "9223372036854775808",
          "1" + "0".repeat(400),
          "4294967296",
          "null",
          "true",
          "\"\"",
          "[]",
          "{}",
          "[[",
          "]]",
          "{\"a\":",
          "}",
          ",",
          ":",
          "\"",
          "\\u0000",
          "\\n",
          "F64",
          "BF16",
          "I64",
          "F8",
          "\"shape\":[0]",
          "[".repeat(1500),
          "é",
          "\n");

  private final SplittableRandom random = new SplittableRandom(20260101);

  private static byte[][] seeds() {
    byte[] few =
        new RawSafetensors()
            .metadata("{\"model\":\"m\",\"temperature\":\"8\"}")
            .longs("input_ids", "[2]", 4, 5)
            .floats("logits", "[1,1,2,2]", 5, 0, 0, 8)
            .floats("weights", "[1,1,2,2]", 1, 0, 0.26894143f, 0.7310586f)
            .bytes();
    byte[] types =
        new RawSafetensors()
            .floats("", "[]", 1)
            .halves("half", "F16", "[2,1]", (short) 1, (short) 2)
            .halves("brain", "BF16", "[1]", (short) 3)
            .tensor("none", "F32", "[0,7]", new byte[0])
            .tensor("mask", "BOOL", "[3]", new byte[3])
            .bytes();
    byte[] nothing = new RawSafetensors().bytes();
    return new byte[][] {few, types, nothing};
  }

  @Test
  void mutatedFilesAreReadCorrectlyOrRefused() {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    byte[][] seeds = seeds();
    int read = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] file = mutated(seeds[random.nextInt(seeds.length)]);
      long before = memory.getThreadAllocatedBytes(thread);
      boolean accepted = readsOrRefuses(file);
      long allocated = memory.getThreadAllocatedBytes(thread) - before;
      if (allocated > MOST_BYTES) {
        throw new AssertionError(allocated + " bytes for " + Arrays.toString(file));
      }
      read += accepted ? 1 : 0;
    }
    assertThat(read).as("files still well-formed").isBetween(FILES / 50, FILES / 2);
  }

  private byte[] mutated(byte[] seed) {
    byte[] file = seed.clone();
    int mutations = 1 + random.nextInt(3);
    for (int i = 0; i < mutations && file.length > 0; i++) {
      file = mutatedOnce(file);
    }
    return file;
  }

  private byte[] mutatedOnce(byte[] file) {
    int at = random.nextInt(file.length);
    switch (random.nextInt(8)) {
      case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> file[at] = (byte) random.nextInt();
      case 2 -> {
        return Arrays.copyOf(file, at);
      }
      case 3 -> {
        return Arrays.copyOf(file, file.length + 1 + random.nextInt(9));
      }
      case 4 -> file[file.length - 1 - random.nextInt(Math.min(16, file.length))] ^= 1;
      case 5 -> file[random.nextInt(Math.min(8, file.length))] = (byte) random.nextInt();
      default -> {
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8);
        return spliced(file, at, token, random.nextInt(4));
      }
    }
    return file;
  }

  /** Some bytes replaced by a token, with a header length that fits again in most cases. */
  private byte[] spliced(byte[] file, int at, byte[] token, int removed) {
    int rest = Math.min(file.length, at + removed);
    ByteBuffer bytes = ByteBuffer.allocate(at + token.length + file.length - rest);
    bytes.put(file, 0, at).put(token).put(file, rest, file.length - rest);
    byte[] result = bytes.array();
    if (at >= 8 && random.nextInt(8) > 0) {
      ByteBuffer header = ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN);
      header.putLong(0, header.getLong(0) + result.length - file.length);
    }
    return result;
  }

  private static boolean readsOrRefuses(byte[] content) {
    try (Safetensors file = Safetensors.of("fuzz", content)) {
      for (TensorInfo info : file.tensors().values()) {
        requireCorrect(file, info, content);
      }
      return true;
    } catch (TensorFileException e) {
      assertThat(e.getMessage()).startsWith("fuzz: ").doesNotContain("\n", "\r");
      return false;
    } catch (IOException | RuntimeException e) {
      throw new AssertionError("for " + Arrays.toString(content), e);
    }
  }

  /** The data section is found anew, from the end of the file. */
  private static void requireCorrect(Safetensors file, TensorInfo info, byte[] content)
      throws IOException {
    long end = file.tensors().values().stream().mapToLong(TensorInfo::end).max().orElseThrow();
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int start = Math.toIntExact(content.length - end + info.begin());
    if (info.type() == TensorType.F32) {
      float[] values = file.floats(info.name());
      for (int i = 0; i < values.length; i++) {
        int bits = bytes.getInt(start + Float.BYTES * i);
        assertThat(Float.floatToRawIntBits(values[i])).isEqualTo(bits);
      }
    } else if (info.type().isFloat()) {
      assertThat(file.floats(info.name())).hasSize(Math.toIntExact(info.elements()));
      assertThat(file.doubles(info.name(), 0, Math.toIntExact(info.elements())))
          .hasSize(Math.toIntExact(info.elements()));
    } else if (info.type() == TensorType.I64) {
      long[] values = file.longs(info.name());
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i]).isEqualTo(bytes.getLong(start + Long.BYTES * i));
      }
    }
  }
}
