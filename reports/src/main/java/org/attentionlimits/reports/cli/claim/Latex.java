package org.attentionlimits.reports.cli.claim;

import java.util.Locale;
import java.util.Map;

/**
 * A list of named things in LaTeX, to be put into a document that loads amsmath and amssymb. It is
 * ASCII: every other character is written by a command.
 */
final class Latex {

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

  private final StringBuilder text = new StringBuilder();

  /** An empty list about something, which a comment tells. */
  Latex(String about) {
    text.append("% ").append(escaped(about)).append("\n\\begin{description}\n");
  }

  /** Adds words. */
  Latex add(String name, String words) {
    return item(name, escaped(words));
  }

  /** Adds a formula that is LaTeX. */
  Latex addFormula(String name, String formula) {
    return item(name, "\\(" + formula + "\\)");
  }

  private Latex item(String name, String words) {
    text.append("\\item[").append(escaped(name)).append("] ").append(words).append('\n');
    return this;
  }

  /** The whole list. */
  String text() {
    return text + "\\end{description}\n";
  }

  /** Words with every character that means something else written by a command. */
  static String escaped(String words) {
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
