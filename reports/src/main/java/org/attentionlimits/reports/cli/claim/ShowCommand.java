package org.attentionlimits.reports.cli.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.attentionlimits.reports.cli.option.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all about one claim. */
@Command(
    name = "show",
    description =
        "Tell all that is known of a claim: where it stands, its formula, what it speaks about, how"
            + " an instance is written, and the claims beside it.",
    footer = {"", "Example: attention-limits show corollary-3-temperature"},
    customSynopsis = "attention-limits show [--json|--latex] [--class-path=PATH CLASS] CLAIM",
    mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer>, Checked {

  @Spec private CommandSpec spec;

  @Mixin private ClaimSource source;

  @Mixin private Form form;

  @Parameters(arity = "1..*", paramLabel = "CLAIM", description = "The claim.")
  private List<String> words = new ArrayList<>();

  @Override
  public void check() {
    form.check(spec);
    source.check(words);
  }

  @Override
  public Integer call() {
    form.check(spec);
    ClaimSource.Chosen chosen = source.choose(words);
    List<String> evaluate = chosen.evaluate(spec);
    List<ClaimSheet> sheets =
        chosen.alone().stream()
            .map(claim -> ClaimSheet.of(claim, chosen.among(), evaluate))
            .toList();
    form.print(spec, sheets, ClaimSheet::text, ClaimSheet::latex);
    return 0;
  }
}
