package org.attentionlimits.empirical.text;

import java.util.Arrays;
import org.attentionlimits.empirical.io.Line;

/** What turns a text into token ids. */
public enum Tokenizer {
  /** A token is a byte. */
  BYTES(ByteTokenizer.VOCABULARY) {
    @Override
    long[] encode(Text text, byte... beginning) {
      return ByteTokenizer.encode(beginning);
    }
  },
  /** GPT-2's byte-pair encoding. */
  GPT2(BytePairTokenizer.VOCABULARY) {
    @Override
    long[] encode(Text text, byte... beginning) {
      return BytePairTokenizer.encode(text.string(beginning));
    }

    @Override
    long enough(int count) {
      return FIRST + 8L * count;
    }

    @Override
    int settled(byte... beginning) {
      int end = beginning.length - 1;
      while (end > 0 && !(isLetter(beginning[end - 1]) && isBlank(beginning[end]))) {
        end--;
      }
      return Math.max(0, end);
    }
  };

  private static final int FIRST = 1 << 16;

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

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n';
  }

  /** The tokens of the beginning of a text. */
  abstract long[] encode(Text text, byte... beginning);

  /** How many bytes of a text should be enough for so many tokens. */
  long enough(int count) {
    return count;
  }

  /**
   * How many of a text's first bytes are the same tokens whatever follows them. No token of GPT-2
   * goes beyond the end of a word, so that the end of one is such a place.
   */
  int settled(byte... beginning) {
    return beginning.length;
  }

  /**
   * The first tokens of a text, of which no more is read than they need.
   *
   * @param count how many, at least 1
   * @throws IllegalArgumentException if there are fewer, if they do not fit in memory, telling how
   *     many would, or if the text is not UTF-8 where it must be
   */
  public long[] encode(Text text, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("number of tokens must be at least 1: " + count);
    }
    long possible = Math.min(count, text.size());
    Memory.require("number of tokens must be", "tokens", Memory.BYTES_OF_A_TOKEN, possible);
    int most = Memory.most(Memory.BYTES_OF_A_BYTE);
    for (long length = enough(count); true; length *= 2) {
      byte[] beginning = text.beginning((int) Math.min(length, most));
      boolean whole = beginning.length == text.size();
      int settled = whole ? beginning.length : settled(beginning);
      long[] ids = encode(text, Arrays.copyOf(beginning, settled));
      if (ids.length >= count) {
        return Arrays.copyOf(ids, count);
      }
      if (whole) {
        throw new IllegalArgumentException(
            "text "
                + text.name()
                + " has "
                + Line.counted(ids.length, "token")
                + ", "
                + count
                + " were asked for");
      }
      if (beginning.length == most) {
        throw new IllegalArgumentException(
            "number of tokens must be at most "
                + ids.length
                + ", those of the first "
                + most
                + " bytes of text "
                + text.name()
                + ", which fit in memory (-Xmx): "
                + count);
      }
    }
  }
}
