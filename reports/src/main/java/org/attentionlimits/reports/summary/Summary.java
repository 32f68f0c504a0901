package org.attentionlimits.reports.summary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.PaperEntry;
import org.attentionlimits.reports.ledger.PaperEntry.PaperStatementEntry;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;

/**
 * A ledger as text of at most {@value Lines#WIDTH} columns: the count by statement, each refuted
 * statement with its witnesses and its true form, then the claims of every other standing apart,
 * then the models. There is no time in it, so that the same ledger gives the same text.
 */
public final class Summary {

  /** Name of the summary's file. */
  public static final String FILE = "summary.txt";

  private static final int LEFT_COLUMNS = 2;

  private static final String SYMBOLS =
      "Symbols: logits ℓ of n tokens at temperature T, weights α = softmax(ℓ/T), or of"
          + " another normaliser F(ℓ/T) over the sum of F; embeddings x of d dimensions, of norm M and at"
          + " least δ apart where these are named, contributions y_i = α_i x_i; N selected tokens,"
          + " the sum A of their weights, their context vector s = Σ y_i, the cumulative distance of the others Σ ‖s - y_j‖, a ball of radius"
          + " r around s; ‖J‖ the spectral norm of the Jacobian.";

  private final Ledger ledger;
  private final Lines lines = new Lines();

  private Summary(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The whole summary. */
  public static String of(Ledger ledger) {
    Summary summary = new Summary(ledger);
    summary.addPaper();
    summary.addOthers();
    new RowsSummary(ledger, summary.lines).add();
    return summary.lines.text();
  }

  /** Its first part: the paper's statements. */
  public static String ofPaper(Ledger ledger) {
    Summary summary = new Summary(ledger);
    summary.addPaper();
    return summary.lines.text();
  }

  /** Adds the whole summary to the files of a directory. */
  public static void write(Ledger ledger, FileSet files) throws IOException {
    files.write(FILE, of(ledger));
  }

  private void addPaper() {
    lines.add(ledger.paper().text());
    lines.add(PaperEntry.SCOPE);
    if (!ledger.paper().unseen().isEmpty()) {
      lines.add("We could not see: " + String.join("; ", ledger.paper().unseen()) + ".");
    }
    lines.blank();
    addStatements();
    addReasons(Standing.STATED);
    addReasons(Standing.PART);
    addSettings();
    ledger.paper().worstFirst().stream()
        .flatMap(statement -> ledger.claim(statement.claim()).stream())
        .filter(claim -> claim.verdict() == Verdict.REFUTED)
        .forEach(claim -> lines.add(Refutation.of(claim, ledger)));
    addOfNoCounterexample();
  }

  /** What the claims say that have no counterexample, and what of it is our choice. */
  private void addOfNoCounterexample() {
    List<ClaimEntry> claims =
        ledger.paper().worstFirst().stream()
            .flatMap(statement -> ledger.claim(statement.claim()).stream())
            .filter(claim -> claim.verdict() != Verdict.REFUTED)
            .toList();
    if (!claims.isEmpty()) {
      lines.blank();
      lines.add("Statements without a counterexample:");
    }
    for (ClaimEntry claim : claims) {
      lines.add("  " + claim.id() + ": " + claim.statement().words());
      Words.choices(claim, ledger).forEach(choice -> lines.add("    " + choice));
    }
  }

  /** The statements, the worst first, with their parts. */
  private void addStatements() {
    List<List<String>> rows = new ArrayList<>();
    for (PaperStatementEntry statement : ledger.paper().worstFirst()) {
      Optional<ClaimEntry> claim = ledger.claim(statement.claim());
      rows.add(row(statement.claim(), Words.status(statement, claim), claim));
      claim.stream()
          .flatMap(c -> ledger.under(c, Standing.PART).stream())
          .forEach(p -> rows.add(row("  " + p.id(), "part, " + Words.verdict(p), Optional.of(p))));
    }
    add("statement", rows);
  }

  private void addOthers() {
    lines.blank();
    lines.add("Apart from the paper's statements, and never counted with them:");
    for (Standing standing : Standing.values()) {
      if (standing != Standing.STATED && standing != Standing.PART) {
        addOthers(standing);
      }
    }
  }

  private void addOthers(Standing standing) {
    List<ClaimEntry> claims = ledger.claims(standing);
    if (claims.isEmpty()) {
      return;
    }
    lines.blank();
    lines.add(standing.heading());
    add("claim", claims.stream().map(c -> row(c.id(), Words.verdict(c), Optional.of(c))).toList());
    addReasons(standing);
    claims.stream()
        .filter(claim -> claim.verdict() == Verdict.REFUTED)
        .forEach(claim -> lines.add(Refutation.of(claim, ledger)));
  }

  private static List<String> row(String name, String verdict, Optional<ClaimEntry> claim) {
    Optional<SearchEntry> search = claim.map(ClaimEntry::search);
    return List.of(
        name,
        verdict,
        search.map(s -> String.valueOf(s.tries())).orElse("none"),
        search.map(s -> String.valueOf(s.longest())).orElse("none"),
        claim.map(Words::ratio).orElse("none"));
  }

  private void add(String first, List<List<String>> rows) {
    Table table = new Table(LEFT_COLUMNS, first, "verdict", "tries", "longest row", "left/right");
    rows.forEach(row -> table.row(row.toArray(String[]::new)));
    lines.add(table);
  }

  private void addReasons(Standing standing) {
    ledger.claims(standing).stream()
        .filter(claim -> claim.reason().isPresent())
        .forEach(c -> lines.add(c.id() + ": " + c.reason().orElseThrow()));
  }

  private void addSettings() {
    lines.add(
        String.format(
            Locale.ROOT,
            "Seed %d, at most %s a claim. Each claim is read as left ≤ right, so that the left side"
                + " of one that says \"at least\" is its bound. Left/right is the ratio of the strongest"
                + " counterexample shown where there is one, and else the largest ratio seen; ∞ where the"
                + " right side is not positive.",
            ledger.search().seed(),
            Line.counted(ledger.search().budget(), "try", "tries")));
    lines.add("Survived: no counterexample was found, which is no proof.");
    lines.add(SYMBOLS);
    if (ledger.claims().stream().anyMatch(claim -> claim.curve().isPresent())) {
      lines.add(
          "By a rule: a limit in n is "
              + Catalogue.limitRule()
              + ". Another claim by a rule tells its own.");
    }
    if (!ledger.reproducible()) {
      lines.add(
          "Seed and budget do not determine this run: "
              + String.join(", ", Words.irreproducible(ledger))
              + ".");
    }
  }
}
