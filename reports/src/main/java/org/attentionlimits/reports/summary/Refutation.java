package org.attentionlimits.reports.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Sides;
import org.attentionlimits.reports.ledger.StatementEntry;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;

/**
 * A refuted claim in lines: what it says, both witnesses, a true form, and a witness of each part.
 */
final class Refutation {

  private final ClaimEntry claim;
  private final List<String> lines = new ArrayList<>();

  private Refutation(ClaimEntry claim) {
    this.claim = claim;
  }

  static List<String> of(ClaimEntry claim, Ledger ledger) {
    Refutation refutation = new Refutation(claim);
    refutation.add(ledger);
    ledger.under(claim, Standing.PART).stream()
        .filter(part -> part.verdict() == Verdict.REFUTED)
        .forEach(refutation::addPart);
    return refutation.lines;
  }

  private void add(Ledger ledger) {
    StatementEntry statement = claim.statement();
    lines.add(claim.id() + " (" + statement.source() + "): " + statement.words());
    domain(statement).ifPresent(domain -> lines.add("  speaks about: " + domain));
    Words.choices(claim, ledger).forEach(choice -> lines.add("  " + choice));
    lines.add("  " + verdict(ledger));
    statement.against().ifPresent(words -> lines.add("  against this reading: " + words));
    lines.addAll(Words.witnesses(claim, (name, entry) -> "  " + name + ": " + told(entry)));
    statement.supremum().ifPresent(ratio -> lines.add("  largest ratio possible: " + ratio));
    Words.rule(claim).ifPresent(rule -> lines.add("  " + rule));
    ledger.shownReplacements(claim).forEach(with -> lines.add(replacement(with, ledger)));
  }

  /** The domain up to what explains it; nothing of one that is not restricted. */
  private static Optional<String> domain(StatementEntry statement) {
    return Optional.of(statement.domain().split("[;.]", 2)[0])
        .filter(domain -> !domain.startsWith("any "));
  }

  private static String told(CounterexampleEntry witness) {
    return witness.text() + ": " + Sides.text(witness);
  }

  private void addPart(ClaimEntry part) {
    part.strongest()
        .ifPresent(w -> lines.add("  strongest of its part " + part.id() + ": " + told(w)));
  }

  private String replacement(ClaimEntry with, Ledger ledger) {
    String name = Words.replacement(with, claim, ledger);
    return "  " + name + ": " + with.id() + ": " + with.statement().words();
  }

  private String verdict(Ledger ledger) {
    String status = Words.status(claim, ledger);
    return ledger.statement(claim).isPresent()
        ? status
        : status + "; " + claim.standing().description();
  }
}
