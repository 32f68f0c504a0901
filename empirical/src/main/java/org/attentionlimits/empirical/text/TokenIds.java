package org.attentionlimits.empirical.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.BoundedFile;
import org.attentionlimits.empirical.io.Line;

/** Token ids in a file, for models whose tokenizer is not here. */
public final class TokenIds {

  /** More than the tokens that any model here can see need. */
  static final int MOST_BYTES = 1_000_000;

  private static final Pattern ID = Pattern.compile("\\d{1,9}");

  private static final int LONGEST_SHOWN = 40;

  private TokenIds() {}

  /**
   * The ids in a file: decimals between blanks or line ends, or one JSON list of them.
   *
   * @throws IOException if it cannot be read, has more than a million bytes, no id, or something
   *     else than ids of at most nine digits, naming the path and the reason
   */
  public static long[] read(Path file) throws IOException {
    String text = new String(BoundedFile.read(file, MOST_BYTES), StandardCharsets.UTF_8).strip();
    boolean list = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
    String inner = list ? text.substring(1, text.length() - 1).strip() : text;
    if (inner.isEmpty()) {
      throw new IOException(file + ": must hold at least one token id");
    }
    String[] words = inner.split(list ? "," : "\\s+", -1);
    long[] ids = new long[words.length];
    for (int i = 0; i < ids.length; i++) {
      String word = words[i].strip();
      if (!ID.matcher(word).matches()) {
        throw new IOException(
            file
                + ": token id at "
                + i
                + " must be a decimal of at most nine digits: "
                + Line.ends(word, LONGEST_SHOWN));
      }
      ids[i] = Long.parseLong(word);
    }
    return ids;
  }
}
