package org.attentionlimits.reports.cli.claim;

import org.attentionlimits.reports.export.Tex;

/**
 * A list of named things in LaTeX, to be put into a document that loads amsmath and amssymb. It is
 * ASCII: every other character is written by a command.
 */
final class Latex {

  private final StringBuilder text = new StringBuilder();

  /** An empty list about something, which a comment tells. */
  Latex(String about) {
    text.append("% ").append(Tex.escaped(about)).append("\n\\begin{description}\n");
  }

  /** Adds words. */
  Latex add(String name, String words) {
    return item(name, Tex.escaped(words));
  }

  /** Adds a formula that is LaTeX. */
  Latex addFormula(String name, String formula) {
    return item(name, "\\(" + formula + "\\)");
  }

  private Latex item(String name, String words) {
    text.append("\\item[").append(Tex.escaped(name)).append("] ").append(words).append('\n');
    return this;
  }

  /** The whole list. */
  String text() {
    return text + "\\end{description}\n";
  }
}
