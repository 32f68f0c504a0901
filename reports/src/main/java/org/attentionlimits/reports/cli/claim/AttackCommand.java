package org.attentionlimits.reports.cli.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.SearchOptions;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches for counterexamples of one claim. */
@Command(
    name = "attack",
    description =
        "Search for counterexamples of one claim, as verify does of all: the same seed and budget"
            + " find the same. Its usual budget is smaller than that of verify, for a quick answer. A"
            + " claim's parts are attacked with it, since they share their strongest counterexamples."
            + " Survived: no counterexample was found, which is no proof.",
    footer = {
      "",
      "A claim of your own is a public static final field, or a public static method without"
          + " parameters, of type Claim.",
      "",
      "Example: attention-limits attack corollary-3-temperature"
    },
    customSynopsis =
        "attention-limits attack [--json|--latex] [--budget=N] [--seed=N|random]"
            + " [--class-path=PATH CLASS] CLAIM",
    sortOptions = false,
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
public final class AttackCommand implements Callable<Integer>, Checked {

  /** A search of a second or two, most of which the virtual machine takes to compile it. */
  private static final long BUDGET = 2000;

  @Spec private CommandSpec spec;

  @Mixin private SearchOptions search = new SearchOptions(BUDGET);

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
    SearchSettings settings = search.settings();
    Search searching = new Search(settings, Optional.empty());
    List<String> evaluate = chosen.evaluate(spec);
    List<Attacked> answers =
        chosen.alone().stream()
            .map(
                claim ->
                    Attacked.of(
                        claim, settings, searching.attackAmong(claim, chosen.among()), evaluate))
            .toList();
    form.print(spec, answers, Attacked::text, Attacked::latex);
    return 0;
  }
}
