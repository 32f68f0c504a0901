package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.text.Tokenizer;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.cli.option.TextOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints token ids. */
@Command(
    name = "tokens",
    description = "Print the first token ids of a text, separated by blanks.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class TokensCommand implements Callable<Integer>, Checked {

  @Spec private CommandSpec spec;

  @Option(
      names = "--tokenizer",
      paramLabel = "gpt2|bytes",
      defaultValue = "gpt2",
      description = "GPT-2's byte pairs, or bytes as for mini.")
  private String tokenizer;

  @Mixin private TextOptions text;

  @Override
  public void check() {
    text.check(List.of());
    tokenizer();
  }

  @Override
  public Integer call() throws IOException {
    check();
    long[] ids = text.ids(tokenizer());
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < ids.length; i++) {
      out.print(i == 0 ? "" : " ");
      out.print(ids[i]);
    }
    out.println();
    out.flush();
    return Main.SUCCESS;
  }

  private Tokenizer tokenizer() {
    return OptionValues.choice("--tokenizer", tokenizer, List.of(Tokenizer.GPT2, Tokenizer.BYTES));
  }
}
