package org.attentionlimits.theory.search.measure;

import java.util.Arrays;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.profile.Profile;

/**
 * Which instances can be taken in at a glance: few tokens, or many in few words; no odd numbers.
 */
public final class Line {

  private static final int FEW_TOKENS = 8;
  private static final int MOST_CHARACTERS = 120;
  private static final double SMALLEST = 1e-3;
  private static final double LARGEST = 1e3;

  /**
   * Of what a shape counts beside the tokens, as a dimension; no more than tokens of a long row.
   */
  private static final int LARGEST_SIZE = Profile.MOST_TOKENS;

  private Line() {}

  public static boolean holds(Instance<?> instance) {
    return Arrays.stream(instance.numbers()).allMatch(Line::isPlain)
        && Arrays.stream(instance.shape()).skip(1).allMatch(size -> size <= LARGEST_SIZE)
        && isShort(instance);
  }

  private static boolean isPlain(double x) {
    double size = Math.abs(x);
    return x == 0 || (size >= SMALLEST && size <= LARGEST);
  }

  private static boolean isShort(Instance<?> instance) {
    return instance.tokens() <= FEW_TOKENS || instance.toString().length() <= MOST_CHARACTERS;
  }
}
