package org.attentionlimits.empirical.text;

import java.util.Arrays;

/** What turns a text into token ids. */
public enum Tokenizer {
  /** A token is a byte. */
  BYTES(ByteTokenizer.VOCABULARY) {
    @Override
    long[] encode(Text text) {
      return ByteTokenizer.encode(text.bytes());
    }
  },
  /** GPT-2's byte-pair encoding. */
  GPT2(BytePairTokenizer.VOCABULARY) {
    @Override
    long[] encode(Text text) {
      return BytePairTokenizer.encode(text.string());
    }
  };

  private final int vocabulary;

  Tokenizer(int vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The tokenizer of models with so many token ids.
   *
   * @throws IllegalArgumentException if none has
   */
  public static Tokenizer ofVocabulary(int vocabulary) {
    return Arrays.stream(values())
        .filter(tokenizer -> tokenizer.vocabulary == vocabulary)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "number of token ids must be "
                        + ByteTokenizer.VOCABULARY
                        + " (bytes) or "
                        + BytePairTokenizer.VOCABULARY
                        + " (GPT-2's byte pairs): "
                        + vocabulary));
  }

  /** Number of ids. */
  public int vocabulary() {
    return vocabulary;
  }

  abstract long[] encode(Text text);

  /**
   * The first tokens of a text.
   *
   * @param count how many, at least 1
   * @throws IllegalArgumentException if there are fewer, or the text is not UTF-8 where it must be
   */
  public long[] encode(Text text, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("number of tokens must be at least 1: " + count);
    }
    long[] ids = encode(text);
    if (count > ids.length) {
      throw new IllegalArgumentException(
          "text " + text.name() + " has " + ids.length + " tokens, " + count + " were asked for");
    }
    return Arrays.copyOf(ids, count);
  }
}
