package org.attentionlimits.empirical.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files written are read back, and malformed ones are refused with one line. */
class SafetensorsTests {

  private static final float[] VALUES = {
    0f, -0f, 1f, Float.MIN_VALUE, Float.MAX_VALUE, (float) Math.PI
  };

  @TempDir private Path directory;

  private static SafetensorsWriter writer() {
    return new SafetensorsWriter()
        .metadata("step", "3")
        .metadata("format", "pt")
        .tensor("wide", List.of(2L, 3L), VALUES)
        .tensor("empty", List.of(0L, 4L), new float[0])
        .tensor("a scalar", List.of(), new float[] {2.5f});
  }

  @Test
  void roundTrip() throws IOException {
    Path path = directory.resolve("new").resolve("x.safetensors");
    writer().write(path);

    try (Safetensors file = Safetensors.open(path)) {
      assertThat(file.tensors().keySet()).containsExactly("wide", "empty", "a scalar");
      assertThat(file.info("wide").shape()).containsExactly(2L, 3L);
      assertThat(bits(file.floats("wide"))).isEqualTo(bits(VALUES));
      assertThat(file.floats("wide", 2, 3)).containsExactly(1f, Float.MIN_VALUE, Float.MAX_VALUE);
      assertThat(file.floats("empty")).isEmpty();
      assertThat(file.floats("a scalar")).containsExactly(2.5f);
      assertThat(file.metadata()).containsEntry("step", "3").containsEntry("format", "pt");
      assertThat(file.source()).isEqualTo(path.toString());
    }
    assertThat(path.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  @Test
  void sameContentSameBytes() throws IOException {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    writer().write(first);
    writer().write(second);

    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void anExistingFileIsReplaced() throws IOException {
    Path path = directory.resolve("x");
    Files.writeString(path, "old");
    writer().write(path);

    assertThat(Safetensors.of("x", Files.readAllBytes(path)).contains("wide")).isTrue();
  }

  @Test
  void halvesAndIntegers() throws IOException {
    byte[] bytes =
        new RawSafetensors()
            .halves("f16", "F16", "[2]", (short) 0x3c00, (short) 0xc000)
            .halves("bf16", "BF16", "[1]", (short) 0x3f80)
            .longs("ids", "[2]", -1, Long.MAX_VALUE)
            .tensor("mask", "BOOL", "[3]", new byte[3])
            .bytes();
    Safetensors file = Safetensors.of("memory", bytes);

    assertThat(file.floats("f16")).containsExactly(1f, -2f);
    assertThat(file.floats("f16", 1, 1)).containsExactly(-2f);
    assertThat(file.floats("bf16")).containsExactly(1f);
    assertThat(file.longs("ids")).containsExactly(-1, Long.MAX_VALUE);
    assertThat(file.info("mask").type()).isEqualTo(TensorType.BOOL);
  }

  @Test
  void doublesHoldAllFloatingPointNumbers() throws IOException {
    byte[] third = littleEndian(8).putDouble(1 / 3.0).array();
    byte[] bytes =
        new RawSafetensors()
            .tensor("f64", "F64", "[1]", third)
            .floats("f32", "[2]", 0.1f, -0f)
            .halves("f16", "F16", "[1]", (short) 0xc000)
            .halves("bf16", "BF16", "[1]", (short) 0x3f80)
            .bytes();
    Safetensors file = Safetensors.of("memory", bytes);

    assertThat(file.doubles("f64", 0, 1)).containsExactly(1 / 3.0);
    assertThat(file.doubles("f32", 0, 2)).containsExactly(0.1f, -0.0);
    assertThat(file.doubles("f16", 0, 1)).containsExactly(-2);
    assertThat(file.doubles("bf16", 0, 1)).containsExactly(1);
    assertThatThrownBy(() -> file.floats("f64"))
        .hasMessage("memory: tensor f64: dtype must be F32, F16 or BF16: F64");
    assertThatThrownBy(() -> file.doubles("f32", 1, 2))
        .hasMessage("range must be within the 2 elements: 1 + 2");
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void integersOfEveryTypeAreRead() throws IOException {
    Map<String, byte[]> highest =
        Map.of(
            "I32", littleEndian(4).putInt(-1).array(),
            "U32", littleEndian(4).putInt(-1).array(),
            "I16", littleEndian(2).putShort((short) -1).array(),
            "U16", littleEndian(2).putShort((short) -1).array(),
            "I8", new byte[] {-1},
            "U8", new byte[] {-1},
            "U64", littleEndian(8).putLong(5).array(),
            "BOOL", new byte[] {1});
    Map<String, Long> read =
        Map.of(
            "I32",
            -1L,
            "U32",
            0xffffffffL,
            "I16",
            -1L,
            "U16",
            0xffffL,
            "I8",
            -1L,
            "U8",
            0xffL,
            "U64",
            5L,
            "BOOL",
            1L);
    for (Map.Entry<String, byte[]> type : highest.entrySet()) {
      byte[] bytes =
          new RawSafetensors().tensor("x", type.getKey(), "[1]", type.getValue()).bytes();

      assertThat(Safetensors.of("memory", bytes).longs("x"))
          .as(type.getKey())
          .containsExactly(read.get(type.getKey()));
    }
  }

  @Test
  void otherTypesAreKnownByName() throws IOException {
    byte[] bytes = new RawSafetensors().tensor("x", "F8_E4M3", "[3]", new byte[3]).bytes();
    Safetensors file = Safetensors.of("memory", bytes);

    assertThat(file.info("x").type()).isEqualTo(TensorType.OTHER);
    assertThat(file.info("x").dtype()).isEqualTo("F8_E4M3");
    assertThatThrownBy(() -> file.doubles("x", 0, 3))
        .hasMessage("memory: tensor x: dtype must be F64, F32, F16 or BF16: F8_E4M3");
  }

  @Test
  void aTensorLargerThanAPieceIsReadWhole() throws IOException {
    float[] values = new float[300_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    RawSafetensors raw = new RawSafetensors().floats("x", "[300001]", values);
    Path path = Files.write(directory.resolve("x.safetensors"), raw.bytes());
    try (Safetensors file = Safetensors.open(path)) {
      assertThat(file.floats("x")).isEqualTo(values);
      assertThat(file.floats("x", 299_999, 2)).containsExactly(299_999, 300_000);
      assertThat(file.doubles("x", 299_999, 2)).containsExactly(299_999, 300_000);
    }
  }

  @Test
  void aFileThatIsCutOffWhileItIsReadIsTold() throws IOException {
    RawSafetensors raw = new RawSafetensors().floats("x", "[4]", 1, 2, 3, 4);
    Path path = Files.write(directory.resolve("x.safetensors"), raw.bytes());
    try (Safetensors file = Safetensors.open(path)) {
      Files.write(path, new byte[10]);

      assertThatThrownBy(() -> file.floats("x"))
          .isInstanceOf(TensorFileException.class)
          .hasMessage(path + ": was cut off while it was read");
    }
  }

  static Stream<Arguments> malformed() {
    String tensor = "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    String first = "\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
    return Stream.of(
        Arguments.of(new byte[3], "too short for safetensors: needs at least 8 bytes, has 3"),
        Arguments.of(
            RawSafetensors.withLength(100, "{}", 0),
            "safetensors header of 100 bytes does not fit a file of 10"),
        Arguments.of(
            RawSafetensors.withLength(-1, "{}", 0),
            "safetensors header of 18446744073709551615 bytes does not fit a file of 10"),
        Arguments.of(
            RawSafetensors.of(tensor, 7),
            "data section must hold 8 bytes as the header says, found 7 (truncated)"),
        Arguments.of(
            RawSafetensors.of(tensor, 9),
            "data section must hold 8 bytes as the header says, found 9"),
        Arguments.of(
            RawSafetensors.of("hello", 0),
            "safetensors header is not valid JSON: Unrecognized token 'hello': was expecting (JSON"
                + " String, Number, Array, Object or token 'null', 'true' or 'false')"),
        Arguments.of(RawSafetensors.of("[]", 0), "safetensors header is not a JSON object"),
        Arguments.of(RawSafetensors.of("", 0), "safetensors header is not a JSON object"),
        Arguments.of(
            RawSafetensors.of("{" + first + "," + first + "}", 4),
            "safetensors header is not valid JSON: Duplicate field 'x'"),
        Arguments.of(
            RawSafetensors.of("{" + first + "," + first.replace("x", "y") + "}", 4),
            "tensor y: data begins at byte 0, expected 4 (gap or overlap)"),
        Arguments.of(
            RawSafetensors.of(tensor.replace("[0,8]", "[4,12]"), 12),
            "tensor x: data begins at byte 4, expected 0 (gap or overlap)"),
        Arguments.of(
            RawSafetensors.of(tensor.replace("[0,8]", "[8,0]"), 8),
            "tensor x: data_offsets must be [begin, end]: [8, 0]"),
        Arguments.of(
            RawSafetensors.of(tensor.replace("[2]", "[3]"), 8),
            "tensor x: shape [3] of F32 needs 12 bytes, data_offsets span 8"),
        Arguments.of(
            RawSafetensors.of(tensor.replace("[2]", "[-2]"), 8),
            "tensor x: shape must hold non-negative integers: -2"),
        Arguments.of(
            RawSafetensors.of(tensor.replace("[2]", "[4294967296,4294967296]"), 8),
            "tensor x: shape overflows: [4294967296, 4294967296]"),
        Arguments.of(
            RawSafetensors.of(tensor.replace("[2]", "2"), 8), "tensor x: shape is no array"),
        Arguments.of(
            RawSafetensors.of(tensor.replace("F32", "f32"), 8),
            "tensor x: dtype must be a name such as F32: f32"),
        Arguments.of(
            RawSafetensors.of("{\"__metadata__\":{\"a\":1}}", 0),
            "safetensors __metadata__ entry is not text: a"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformedFilesAreRefused(byte[] content, String problem) throws IOException {
    Path path = directory.resolve("x.safetensors");
    Files.write(path, content);

    assertThatThrownBy(() -> Safetensors.open(path))
        .isInstanceOf(TensorFileException.class)
        .hasMessage(path + ": " + problem);
    assertThatThrownBy(() -> Safetensors.of("memory", content))
        .isInstanceOf(TensorFileException.class)
        .hasMessage("memory: " + problem);
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] content = RawSafetensors.of("{\"x\":1}", 0);
    content[10] = (byte) 0xff;

    assertThatThrownBy(() -> Safetensors.of("memory", content))
        .isInstanceOf(TensorFileException.class)
        .hasMessageStartingWith("memory: safetensors header is not")
        .hasMessageNotContaining("\n");
  }

  @Test
  void missingAndMistypedTensorsAreNamed() throws IOException {
    byte[] bytes = new RawSafetensors().floats("x", "[1]", 1f).longs("ids", "[1]", 1).bytes();
    Safetensors file = Safetensors.of("memory", bytes);

    assertThatThrownBy(() -> file.floats("y")).hasMessage("memory: tensor is missing: y");
    assertThatThrownBy(() -> file.floats("ids"))
        .hasMessage("memory: tensor ids: dtype must be F32, F16 or BF16: I64");
    assertThatThrownBy(() -> file.longs("x"))
        .hasMessage("memory: tensor x: dtype must be an integer type or BOOL: F32");
    assertThatThrownBy(() -> file.info("x", List.of(2L)))
        .hasMessage("memory: tensor x: shape must be [2]: [1]");
    assertThatThrownBy(() -> file.floats("x", 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range must be within the 1 elements: 1 + 1");
  }

  @Test
  void unreadablePathsAreNamed() {
    Path absent = directory.resolve("absent");

    assertThatThrownBy(() -> Safetensors.open(absent)).hasMessage(absent + ": no such file");
    assertThatThrownBy(() -> Safetensors.open(directory))
        .isInstanceOf(TensorFileException.class)
        .hasMessageStartingWith(directory + ": ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void writerChecksTheNumberOfValues() {
    SafetensorsWriter writer = new SafetensorsWriter();

    assertThatThrownBy(() -> writer.tensor("x", List.of(2L, 2L), new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tensor x: shape [2, 2] needs 4 values: 3");
  }

  @Test
  void headerIsPaddedToEightBytes() throws IOException {
    Path path = directory.resolve("x");
    writer().write(path);
    byte[] bytes = Files.readAllBytes(path);

    assertThat(bytes[0] % 8).isZero();
    assertThat(new String(bytes, 8, 16, StandardCharsets.UTF_8)).startsWith("{\"__metadata__\":");
  }
}
