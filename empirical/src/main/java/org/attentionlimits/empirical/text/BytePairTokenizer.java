package org.attentionlimits.empirical.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.Arrays;

/**
 * GPT-2's byte-pair encoding (Radford et al., 2019), known as r50k_base. The text {@code
 * <|endoftext|>} is no special token here, but text.
 */
public final class BytePairTokenizer {

  /** Number of ids, the end of text included. */
  public static final int VOCABULARY = 50_257;

  private BytePairTokenizer() {}

  /** Made when it is first needed. */
  private static final class Holder {
    private static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.R50K_BASE);
  }

  /** The ids of a text. */
  public static long[] encode(String text) {
    int[] ids = Holder.ENCODING.encodeOrdinary(text).toArray();
    return Arrays.stream(ids).asLongStream().toArray();
  }

  /**
   * The text of ids; bytes that are not UTF-8 become U+FFFD.
   *
   * @throws IllegalArgumentException if an id is not from 0 to 50256
   */
  public static String decode(long... ids) {
    IntArrayList list = new IntArrayList(ids.length);
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= VOCABULARY) {
        throw new IllegalArgumentException(
            "token id at " + i + " must be from 0 to " + (VOCABULARY - 1) + ": " + ids[i]);
      }
      list.add((int) ids[i]);
    }
    return Holder.ENCODING.decode(list);
  }
}
