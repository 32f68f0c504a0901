package org.attentionlimits.reports.cli.claim;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.ledger.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The form in which a command about claims answers: text, unless another is asked for. */
final class Form {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--latex",
      description = "Print LaTeX, to be put into a document; it needs amsmath and amssymb.")
  private boolean latex;

  /** Rejects two forms at once. */
  void check(CommandSpec command) {
    if (json) {
      OptionValues.exclude(command, "--json", List.of("--latex"));
    }
  }

  /**
   * Prints some answers, JSON as one list.
   *
   * @param text with its line ends
   * @param tex the same in LaTeX
   */
  <T> void print(
      CommandSpec command, List<T> answers, Function<T, String> text, Function<T, Latex> tex) {
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.print(Json.print(answers));
    } else {
      answers.forEach(answer -> out.print(latex ? tex.apply(answer).text() : text.apply(answer)));
    }
    out.flush();
  }
}
