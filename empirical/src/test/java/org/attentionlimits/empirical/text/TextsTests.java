package org.attentionlimits.empirical.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTests {

  @TempDir private Path directory;

  @Test
  void everyByteIsItsOwnToken() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    long[] ids = ByteTokenizer.encode(bytes);
    for (int i = 0; i < 256; i++) {
      assertThat(ids[i]).isEqualTo(i);
    }
  }

  @Test
  void decodingReversesEncoding() {
    String text = "Où vas-tu? — 東京 🙂";

    assertThat(ByteTokenizer.decode(ByteTokenizer.encode(text))).isEqualTo(text);
    assertThatThrownBy(() -> ByteTokenizer.decode(65, 256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token id at 1 must be from 0 to 255: 256");
  }

  @Test
  void embeddedText() throws IOException {
    Text text = Texts.winterRoad();

    assertThat(text.size()).isEqualTo(10835);
    assertThat(ByteTokenizer.decode(text.byteTokens(27))).isEqualTo("On the last Thursday in Nov");
    assertThatThrownBy(() -> text.byteTokens(20000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text the-winter-road.txt has 10835 tokens, 20000 were asked for");
    assertThatThrownBy(() -> text.byteTokens(0))
        .hasMessage("number of tokens must be at least 1: 0");
  }

  @Test
  void files() throws IOException {
    Path path = directory.resolve("abc.txt");
    Files.writeString(path, "abc");
    Text text = Texts.read(path);

    assertThat(text.name()).isEqualTo("abc.txt");
    assertThat(text.bytes()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(text.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private Path sparse(String beginning, long size) throws IOException {
    Path path = directory.resolve("large.txt");
    Files.writeString(path, beginning);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
    return path;
  }

  @Test
  void ofAFileLargerThanMemoryTheBeginningIsRead() throws IOException {
    long size = Runtime.getRuntime().maxMemory() + (1L << 33);
    Text text = Texts.read(sparse("Hello world ".repeat(20_000), size));

    assertThat(text.size()).isEqualTo(size);
    assertThat(Tokenizer.BYTES.encode(text, 5)).containsExactly('H', 'e', 'l', 'l', 'o');
    assertThat(Tokenizer.GPT2.encode(text, 2)).containsExactly(15496, 995);
    assertThatThrownBy(text::bytes)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "text large.txt must have at most "
                + Memory.most(Memory.BYTES_OF_A_BYTE)
                + " bytes to fit in memory (-Xmx): "
                + size);
  }

  @Test
  void tokensThatDoNotFitInMemoryAreRefused() throws IOException {
    long size = 1L << 33;
    Text text = Texts.read(sparse("", size));
    int most = Memory.most(Memory.BYTES_OF_A_TOKEN);

    assertThatThrownBy(() -> Tokenizer.BYTES.encode(text, Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "number of tokens must be at most "
                + most
                + " tokens to fit in memory (-Xmx): "
                + Integer.MAX_VALUE);
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path absent = directory.resolve("absent.txt");
    Path empty = Files.createFile(directory.resolve("empty.txt"));

    assertThatThrownBy(() -> Texts.read(absent)).hasMessage(absent + ": no such file");
    assertThatThrownBy(() -> Texts.read(empty)).hasMessage(empty + ": text is empty");
    assertThatThrownBy(() -> Texts.read(directory))
        .isInstanceOf(IOException.class)
        .hasMessage(directory + ": not a regular file");
  }
}
