package org.attentionlimits.empirical.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token ids are GPT-2's. */
class TokenizerTests {

  private static Text text(String content) {
    return new Text("t", content.getBytes(UTF_8));
  }

  /**
   * The prompts and ids that Transformer Explainer publishes, computed by GPT-2's own tokenizer.
   */
  @ParameterizedTest
  @CsvSource({
    "Data visualization empowers users to, 6601 32704 795 30132 2985 284",
    "Artificial Intelligence is transforming the, 8001 9542 9345 318 25449 262",
    "As the spaceship was approaching the, 1722 262 40663 373 13885 262",
    "Hello world, 15496 995",
  })
  void idsAreThoseOfGpt2(String prompt, String ids) {
    long[] expected = Arrays.stream(ids.split(" ")).mapToLong(Long::parseLong).toArray();

    assertThat(BytePairTokenizer.encode(prompt)).isEqualTo(expected);
    assertThat(Tokenizer.GPT2.encode(text(prompt), expected.length)).isEqualTo(expected);
    assertThat(BytePairTokenizer.decode(expected)).isEqualTo(prompt);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Où vas-tu? — 東京 🙂", "  two  spaces\n\n\ttab ", "<|endoftext|>", "1234567", ""})
  void decodingReversesEncoding(String text) {
    assertThat(BytePairTokenizer.decode(BytePairTokenizer.encode(text))).isEqualTo(text);
  }

  @Property
  void theBeginningOfATextGivesItsFirstTokens(
      @ForAll("words") String before, @ForAll("words") String after) {
    byte[] beginning = before.getBytes(UTF_8);
    int settled = Tokenizer.GPT2.settled(beginning);
    long[] first = BytePairTokenizer.encode(new String(beginning, 0, settled, UTF_8));
    long[] all = BytePairTokenizer.encode(before + after);

    assertThat(Arrays.copyOf(all, first.length)).isEqualTo(first);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "a", "Road", " ", "  ", "\n", "'s", "'", "1", "é", "東", "🙂", ".", "\t", " I")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Test
  void endOfTextIsText() {
    assertThat(BytePairTokenizer.encode("<|endoftext|>"))
        .doesNotContain(50256)
        .hasSizeGreaterThan(1);
    assertThat(BytePairTokenizer.decode(50256)).isEqualTo("<|endoftext|>");
  }

  @Test
  void everyByteIsSomeToken() {
    long[] ids = LongStream.range(0, 256).toArray();
    assertThat(BytePairTokenizer.decode(ids)).hasSizeGreaterThan(250);
  }

  @Test
  void idsAreChecked() {
    assertThatThrownBy(() -> BytePairTokenizer.decode(1, 50257))
        .hasMessage("token id at 1 must be from 0 to 50256: 50257");
    assertThatThrownBy(() -> BytePairTokenizer.decode(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tokenizersAreChosenByVocabulary() {
    assertThat(Tokenizer.ofVocabulary(256)).isEqualTo(Tokenizer.BYTES);
    assertThat(Tokenizer.ofVocabulary(50257)).isEqualTo(Tokenizer.GPT2);
    assertThatThrownBy(() -> Tokenizer.ofVocabulary(300))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of token ids must be 256 (bytes) or 50257 (GPT-2's byte pairs): 300");
  }

  @Test
  void bytesAreTheirOwnTokens() throws IOException {
    Text text = Texts.winterRoad();
    assertThat(Tokenizer.BYTES.encode(text, 100)).isEqualTo(text.byteTokens(100));
  }

  @Test
  void tokensMustBeThere() {
    assertThatThrownBy(() -> Tokenizer.GPT2.encode(text("Hello world"), 3))
        .hasMessage("text t has 2 tokens, 3 were asked for");
    assertThatThrownBy(() -> Tokenizer.GPT2.encode(text("Hello"), 0))
        .hasMessage("number of tokens must be at least 1: 0");
  }

  @Test
  void textMustBeUtf8ForBytePairs() {
    Text latin = new Text("latin.txt", new byte[] {'a', (byte) 0xe9, 'b'});

    assertThatThrownBy(() -> Tokenizer.GPT2.encode(latin, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text latin.txt must be UTF-8");
    assertThat(Tokenizer.BYTES.encode(latin, 3)).containsExactly('a', 0xe9, 'b');
  }
}
