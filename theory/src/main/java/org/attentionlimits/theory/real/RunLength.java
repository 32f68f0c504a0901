package org.attentionlimits.theory.real;

import java.util.ArrayList;
import java.util.List;

/**
 * Long lists for people: {@code (5, 0 × 1023)} are one 5 and then 1023 zeros, and {@code (1, 2, 3,
 * … 4092 more …, 4096)} leaves out the middle of what does not repeat.
 */
public final class RunLength {

  /** Lists of no more elements are printed in full. */
  private static final int PLAIN = 16;

  private static final int FIRST = 3;

  private RunLength() {}

  /** The elements in parentheses. */
  public static String print(List<String> elements) {
    List<String> parts = elements.size() <= PLAIN ? elements : runs(elements);
    return "(" + String.join(", ", parts.size() <= PLAIN ? parts : ends(elements)) + ")";
  }

  private static List<String> runs(List<String> elements) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= elements.size(); i++) {
      if (i == elements.size() || !elements.get(i).equals(elements.get(from))) {
        parts.add(i - from == 1 ? elements.get(from) : elements.get(from) + " × " + (i - from));
        from = i;
      }
    }
    return parts;
  }

  private static List<String> ends(List<String> elements) {
    int last = elements.size() - 1;
    List<String> parts = new ArrayList<>(elements.subList(0, FIRST));
    parts.add("… " + (last - FIRST) + " more …");
    parts.add(elements.get(last));
    return parts;
  }
}
