package org.attentionlimits.reports.cli.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.cli.option.SearchOptions;
import org.attentionlimits.reports.instance.EvaluateLine;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.Sides;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.reports.summary.Lines;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;

/**
 * What the search found about one claim.
 *
 * @param search seed and budget
 * @param claim the entry that a ledger would have of the search alone
 * @param tightest the instance of the largest ratio, for people; absent if there is none
 * @param replays the commands that evaluate the claim at its counterexamples, the smallest first,
 *     or, if there is none, at the tightest instance
 */
record Attacked(
    SearchSettings search, ClaimEntry claim, Optional<String> tightest, List<String> replays) {

  /** Copies the list. */
  Attacked {
    replays = List.copyOf(replays);
  }

  /**
   * What was found.
   *
   * @param evaluate the words before the claim's name of a command that evaluates it
   */
  static <I extends Instance<I>> Attacked of(
      Claim<I> claim, SearchSettings search, ClaimEntry entry, List<String> evaluate) {
    List<JsonNode> replayed =
        entry.witnesses().isEmpty()
            ? entry.tightest().stream().toList()
            : entry.witnesses().stream().map(CounterexampleEntry::instance).toList();
    return new Attacked(
        search,
        entry,
        entry.tightest().map(node -> Instances.read(claim.type(), node).toString()),
        replayed.stream().map(node -> EvaluateLine.of(evaluate, claim, node)).toList());
  }

  /** The finding in lines. */
  String text() {
    Lines lines = new Lines().add(Heading.of(claim.id(), claim.statement()));
    lines.add("  " + verdict());
    beyond().ifPresent(more -> lines.add("  " + more));
    claim.reason().ifPresent(reason -> lines.add("  " + reason));
    List<String> names = Words.witnesses(claim);
    for (int i = 0; i < names.size(); i++) {
      CounterexampleEntry witness = claim.witnesses().get(i);
      lines.add("  " + names.get(i) + ": " + told(witness));
      EvaluateCommand.bounds(witness.certificate()).forEach(bound -> lines.add("    " + bound));
      lines.addAsIs("    " + replays.get(i));
    }
    if (claim.verdict() != Verdict.REFUTED) {
      tightest.ifPresent(text -> lines.add("  tightest: " + text + ": left/right " + ratio()));
      replays.forEach(replay -> lines.addAsIs("    " + replay));
    } else {
      tightest.ifPresent(text -> lines.add("  largest ratio seen: " + ratio() + " at " + text));
    }
    claim
        .statement()
        .supremum()
        .ifPresent(possible -> lines.add("  largest ratio possible: " + possible));
    Words.rule(claim).ifPresent(rule -> lines.add("  " + rule));
    if (!claim.replacements().isEmpty()) {
      lines.add("  claims that can stand for it: " + String.join(", ", claim.replacements()));
    }
    return lines.text();
  }

  private String verdict() {
    return Words.verdict(claim)
        + " after "
        + Line.counted(claim.search().tries(), "try", "tries")
        + ", rows of up to "
        + Line.counted(claim.search().longest(), "token")
        + ", seed "
        + claim.search().seed();
  }

  /** How to search as long as a whole run does; empty where that would find nothing else. */
  private Optional<String> beyond() {
    long usual = SearchOptions.usualBudget();
    return Optional.of(
            "verify goes on to " + Line.counted(usual, "try", "tries") + ": --budget=" + usual)
        .filter(any -> search.budget() < usual && claim.search().tries() >= search.budget());
  }

  private String ratio() {
    return Words.isByRule(claim) ? "by a rule" : Ratios.text(claim.largestRatio());
  }

  private static String told(CounterexampleEntry witness) {
    return witness.text() + ": " + Sides.text(witness);
  }

  /** The same in LaTeX. */
  Latex latex() {
    Latex latex =
        new Latex(claim.id())
            .add("claim", Heading.of(claim.id(), claim.statement()))
            .addFormula("formula", claim.statement().latex())
            .add("verdict", verdict());
    List<String> names = new ArrayList<>(Words.witnesses(claim));
    for (int i = 0; i < names.size(); i++) {
      CounterexampleEntry witness = claim.witnesses().get(i);
      latex.add(
          names.get(i),
          told(witness) + ": " + String.join(", ", EvaluateCommand.bounds(witness.certificate())));
    }
    tightest.ifPresent(text -> latex.add("tightest", text + ": left/right " + ratio()));
    return latex;
  }
}
