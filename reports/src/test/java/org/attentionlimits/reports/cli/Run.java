package org.attentionlimits.reports.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/**
 * One call of the command line.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Run(int code, String out, String err) {

  static Run of(String... args) {
    return in(Map.of(), args);
  }

  /** With environment variables. */
  static Run in(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err), environment).execute(args);
    return new Run(code, out.toString(), err.toString());
  }
}
