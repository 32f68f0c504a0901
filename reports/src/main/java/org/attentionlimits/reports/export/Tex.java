package org.attentionlimits.reports.export;

import java.util.Locale;
import java.util.Map;

/**
 * Words in LaTeX, for a document that loads amsmath and amssymb. They are ASCII: every other
 * character is written by a command.
 */
public final class Tex {

  private static final Map<Integer, String> ESCAPED =
      Map.of(
          (int) '\\', "\\textbackslash{}",
          (int) '~', "\\textasciitilde{}",
          (int) '^', "\\textasciicircum{}",
          (int) '<', "\\textless{}",
          (int) '>', "\\textgreater{}",
          (int) '|', "\\textbar{}",
          (int) '"', "\\textquotedbl{}");

  private static final String SPECIAL = "#$%&_{}";

  /** Symbols of the product's texts, in mathematics. */
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("α", "\\alpha"),
          Map.entry("δ", "\\delta"),
          Map.entry("Δ", "\\Delta"),
          Map.entry("ρ", "\\rho"),
          Map.entry("ε", "\\varepsilon"),
          Map.entry("λ", "\\lambda"),
          Map.entry("μ", "\\mu"),
          Map.entry("ξ", "\\xi"),
          Map.entry("π", "\\pi"),
          Map.entry("Σ", "\\Sigma"),
          Map.entry("ℓ", "\\ell"),
          Map.entry("∞", "\\infty"),
          Map.entry("∈", "\\in"),
          Map.entry("∝", "\\propto"),
          Map.entry("√", "\\surd"),
          Map.entry("≤", "\\le"),
          Map.entry("≥", "\\ge"),
          Map.entry("≈", "\\approx"),
          Map.entry("≠", "\\ne"),
          Map.entry("→", "\\to"),
          Map.entry("×", "\\times"),
          Map.entry("·", "\\cdot"),
          Map.entry("−", "-"),
          Map.entry("‖", "\\|"),
          Map.entry("⌈", "\\lceil"),
          Map.entry("⌉", "\\rceil"),
          Map.entry("²", "{}^2"),
          Map.entry("₁", "{}_1"),
          Map.entry("₂", "{}_2"),
          Map.entry("₊", "{}_+"),
          Map.entry("₍", "{}_("),
          Map.entry("₎", "{}_)"),
          Map.entry("\u0303", "\\tilde{}"));

  private static final Map<String, String> MARKS = Map.of("…", "\\dots{}", "–", "--", "§", "\\S{}");

  private Tex() {}

  /** Words with every character that means something else written by a command. */
  public static String escaped(String words) {
    StringBuilder escaped = new StringBuilder();
    words.codePoints().forEach(c -> escaped.append(escaped(c)));
    return escaped.toString();
  }

  private static String escaped(int c) {
    String character = Character.toString(c);
    if (SPECIAL.contains(character)) {
      return "\\" + character;
    }
    if (ESCAPED.containsKey(c)) {
      return ESCAPED.get(c);
    }
    if (c >= ' ' && c <= '~') {
      return character;
    }
    if (SYMBOLS.containsKey(character)) {
      return "\\(" + SYMBOLS.get(character) + "\\)";
    }
    return MARKS.getOrDefault(character, String.format(Locale.ROOT, "(U+%04X)", c));
  }
}
