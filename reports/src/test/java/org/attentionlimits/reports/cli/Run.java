package org.attentionlimits.reports.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;

/**
 * One call of the command line.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Run(int code, String out, String err) {

  static Run of(String... args) {
    return in(Map.of(), Catalogue.claims(), args);
  }

  /** With environment variables, of some claims. */
  static Run in(Map<String, String> environment, List<Claim<?>> claims, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            () -> Main.commandLine(new PrintWriter(out), new PrintWriter(err), environment, claims),
            args);
    return new Run(code, out.toString(), err.toString());
  }
}
