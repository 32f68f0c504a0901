package org.attentionlimits.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;

/** What verify prints fits a terminal of a hundred columns. */
class WidthProperties {

  private static final int COLUMNS = 100;

  private static List<String> lines(List<ClaimEntry> claims, ModelEntry... models) {
    Ledger ledger = Ledgers.of(claims, List.of(models));
    return Summary.of(ledger).lines().toList();
  }

  @Example
  void theWholeCatalogueFits() {
    assertThat(lines(Searched.claims()))
        .hasSizeGreaterThan(Searched.claims().size())
        .allMatch(line -> line.length() <= COLUMNS);
  }

  /** Names are a user's: of claims, of models and their texts. */
  @Property(tries = 100)
  void namesOfAnyLengthFit(
      @ForAll @StringLength(min = 1, max = 250) @CharRange(from = 'a', to = 'z') String name,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int rows,
      @ForAll Verdict verdict,
      @ForAll Standing standing) {
    ClaimEntry claim = Ledgers.as(standing, Ledgers.PRINTED, Ledgers.claim("c" + name, verdict));
    List<String> lines =
        lines(
            List.of(Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED), claim),
            Ledgers.model(name, Ledgers.rows("c" + name, rows, rows / 2)),
            Ledgers.model("other-" + name, Ledgers.notApplicable("c" + name, "it has no " + name)));

    assertThat(lines).allMatch(line -> line.length() <= COLUMNS);
  }

  /** A wide table keeps every character of its cells. */
  @Example
  void aCellThatIsTooWideGoesOnInTheNextLine() {
    String name = "x".repeat(COLUMNS + 20);
    Lines lines = new Lines().add(new Table(1, "claim", "rows").row(name, "12"));

    assertThat(lines.text().lines())
        .containsExactly(
            "claim" + " ".repeat(91) + "rows", "x".repeat(94) + "    12", "x".repeat(26));
  }

  @Example
  void wordsOfACellAreNotBroken() {
    String words = "word ".repeat(30).strip();
    Lines lines = new Lines().add(new Table(2, "name", "says").row("x", words));

    assertThat(lines.text().lines().skip(1))
        .allMatch(line -> line.length() <= COLUMNS)
        .allMatch(line -> line.matches("x?\\s+(word ?)+"));
  }
}
