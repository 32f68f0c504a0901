package org.attentionlimits.reports.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Words;

/** A refuted claim in lines: what it says, both witnesses, the correct form. */
final class Refutation {

  private final ClaimEntry claim;
  private final List<String> lines = new ArrayList<>();

  private Refutation(ClaimEntry claim) {
    this.claim = claim;
  }

  static List<String> of(ClaimEntry claim, Ledger ledger) {
    Refutation refutation = new Refutation(claim);
    refutation.add(ledger);
    return refutation.lines;
  }

  private void add(Ledger ledger) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%s (%s, %s): %s",
            claim.id(),
            claim.statement().place(),
            claim.statement().provenance().description(),
            claim.statement().words()));
    lines.add("  " + verdict(ledger));
    claim
        .statement()
        .against()
        .ifPresent(words -> lines.add("  the paper's words against this reading: " + words));
    List<String> names = Words.witnesses(claim);
    for (int i = 0; i < names.size(); i++) {
      CounterexampleEntry witness = claim.witnesses().get(i);
      lines.add(
          String.format(
              Locale.ROOT, "  %s: %s: %s", names.get(i), witness.text(), Words.sides(witness)));
    }
    claim
        .statement()
        .supremum()
        .ifPresent(ratio -> lines.add("  largest ratio possible: " + ratio));
    Words.rule(claim).ifPresent(rule -> lines.add("  " + rule));
    ledger.replacements(claim).stream()
        .limit(1)
        .map(r -> "  " + Words.replacement(r) + ": " + r.id() + ": " + r.statement().words())
        .forEach(lines::add);
  }

  private String verdict(Ledger ledger) {
    String status = Words.status(claim, ledger);
    return ledger.statement(claim).isPresent()
        ? status
        : status + "; " + claim.standing().description();
  }
}
