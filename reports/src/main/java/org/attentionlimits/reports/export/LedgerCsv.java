package org.attentionlimits.reports.export;

import java.util.Optional;
import java.util.function.Function;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Ledger;

/**
 * The claims of a ledger as comma-separated values, a line each.
 *
 * <ul>
 *   <li>{@code status} is the statement's in the count; empty for claims that are not counted.
 *   <li>The columns from {@code counterexample} on are those of the smallest counterexample, and
 *       empty without one.
 *   <li>{@code left} and {@code right} are rounded. The bounds are the certificate's, of the sides
 *       or, if {@code logarithmic}, of their natural logarithms.
 * </ul>
 */
final class LedgerCsv {

  static final String FILE = "ledger.csv";

  private static final String HEADER =
      "id,standing,provenance,place,status,verdict,largest_ratio,tries,seed,"
          + "counterexample,left,right,left_at_least,right_at_most,logarithmic,doubt\n";

  private LedgerCsv() {}

  static String of(Ledger ledger) {
    StringBuilder csv = new StringBuilder(HEADER);
    ledger.claims().forEach(claim -> csv.append(line(claim, ledger)));
    return csv.toString();
  }

  private static String line(ClaimEntry claim, Ledger ledger) {
    Optional<CounterexampleEntry> witness = claim.counterexample();
    Optional<CertificateEntry> certificate = witness.map(CounterexampleEntry::certificate);
    return Csv.line(
        claim.id(),
        claim.standing().name(),
        claim.statement().provenance().name(),
        claim.statement().place(),
        ledger.statement(claim).map(statement -> statement.status().name()).orElse(""),
        claim.verdict().name(),
        Csv.number(claim.largestRatio()),
        Long.toString(claim.search().tries()),
        Long.toString(claim.search().seed()),
        text(witness, CounterexampleEntry::text),
        text(witness, entry -> Csv.number(entry.left())),
        text(witness, entry -> Csv.number(entry.right())),
        text(certificate, CertificateEntry::leftAtLeast),
        text(certificate, CertificateEntry::rightAtMost),
        text(certificate, entry -> Boolean.toString(entry.logarithmic())),
        text(certificate, entry -> Csv.number(entry.doubt())));
  }

  private static <T> String text(Optional<T> entry, Function<T, String> text) {
    return entry.map(text).orElse("");
  }
}
