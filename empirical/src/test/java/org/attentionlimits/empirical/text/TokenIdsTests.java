package org.attentionlimits.empirical.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIdsTests {

  @TempDir private Path directory;

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("ids.txt"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3 0 50258", " 3\t0\r\n50258\n", "[3,0,50258]", "[ 3,\n  0,\n  50258 ]\n"})
  void decimalsBetweenBlanksOrInAListAreRead(String text) throws IOException {
    assertThat(TokenIds.read(file(text))).containsExactly(3, 0, 50258);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 -2       | 1 | -2",
        "1 2.0      | 1 | 2.0",
        "1,2        | 0 | 1,2",
        "[1 2]      | 0 | 1 2",
        "[[1, 2]]   | 0 | [1",
        "[1, 2      | 0 | [1,",
        "[          | 0 | [",
        "0x10       | 0 | 0x10",
        "1234567890 | 0 | 1234567890",
        "1 ٣        | 1 | ٣",
      })
  void otherWordsAreNamed(String text, int place, String word) throws IOException {
    assertThatThrownBy(() -> TokenIds.read(file(text)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            directory.resolve("ids.txt")
                + ": token id at "
                + place
                + " must be a decimal of at most nine digits: "
                + word);
  }

  @Test
  void anEmptyPlaceInAListIsNamed() {
    assertThatThrownBy(() -> TokenIds.read(file("[1,,2]")))
        .hasMessageEndingWith("token id at 1 must be a decimal of at most nine digits: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "[]", "[ ]"})
  void filesWithoutIdsAreRefused(String text) {
    assertThatThrownBy(() -> TokenIds.read(file(text)))
        .isInstanceOf(IOException.class)
        .hasMessage(directory.resolve("ids.txt") + ": must hold at least one token id");
  }

  @Test
  void longFilesAreRefused() {
    assertThatThrownBy(() -> TokenIds.read(file("1 ".repeat(TokenIds.MOST_BYTES))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must have at most 1000000 bytes");
  }
}
