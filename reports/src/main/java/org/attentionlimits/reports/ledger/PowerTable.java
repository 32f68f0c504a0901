package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.power.Mutant;
import org.attentionlimits.theory.power.Power;
import org.attentionlimits.theory.search.Finding.Counterexample;

/**
 * How much the search sees: what it took to refute false claims, by plain generation and by the
 * adversary, each with the same number of evaluations.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param version of this product
 * @param seed of all random choices
 * @param budget most instances evaluated for one claim, by either
 * @param claims the false claims
 * @param falseAlarms what became of proven claims; empty if they were not attacked
 * @param environment what the run ran on
 */
public record PowerTable(
    int schemaVersion,
    String version,
    long seed,
    long budget,
    List<Entry> claims,
    Optional<FalseAlarmsEntry> falseAlarms,
    Environment environment) {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  /** Name of the table's file. */
  public static final String FILE = "power.json";

  private static final MathContext TIME = new MathContext(2);

  /** Rejects another version of the format, and copies the list. */
  public PowerTable {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion must be " + SCHEMA_VERSION + ": " + schemaVersion);
    }
    claims = List.copyOf(claims);
  }

  /**
   * A false claim.
   *
   * @param id of the false claim
   * @param from id of the claim it was made from
   * @param mistake in words
   * @param wrongBy share of the right side that is missing where the true claim is attained; empty
   *     if the mistake is no factor
   * @param plainEvaluations until plain generation saw a violation; empty if it saw none
   * @param evaluations until the adversary saw a violation; empty if it did not refute the claim
   * @param verdict of the adversary
   * @param seconds of processor time that the adversary took, shrinking and certifying included
   * @param counterexample as text; empty if there is none
   */
  public record Entry(
      String id,
      String from,
      String mistake,
      OptionalDouble wrongBy,
      OptionalLong plainEvaluations,
      OptionalLong evaluations,
      Verdict verdict,
      BigDecimal seconds,
      Optional<String> counterexample) {

    /** Of what was measured. */
    public static Entry of(Power power) {
      Mutant<?> mutant = power.mutant();
      return new Entry(
          mutant.claim().id(),
          mutant.from(),
          mutant.mistake(),
          mutant.wrongBy(),
          power.plainEvaluations(),
          power.evaluations(),
          power.finding().verdict(),
          BigDecimal.valueOf(power.seconds()).round(TIME),
          power.finding().counterexample().map(Counterexample::instance).map(Object::toString));
    }

    /** Whether the adversary refuted it. */
    public boolean refuted() {
      return verdict == Verdict.REFUTED;
    }
  }

  /**
   * What became of proven claims.
   *
   * @param claims that were attacked
   * @param seeds searches for each
   * @param budget most instances evaluated in one search
   * @param tries instances evaluated in all
   * @param alarms findings other than that a claim survived, in words
   */
  public record FalseAlarmsEntry(
      List<String> claims, int seeds, long budget, long tries, List<String> alarms) {}

  /** How many the adversary refuted. */
  public long refuted() {
    return claims.stream().filter(Entry::refuted).count();
  }

  /** How many plain generation refuted. */
  public long plainlyRefuted() {
    return claims.stream().filter(entry -> entry.plainEvaluations().isPresent()).count();
  }

  /**
   * Reads a table.
   *
   * @throws IOException if it cannot be read or is no table of this version, in one line
   */
  public static PowerTable read(Path file) throws IOException {
    try {
      return Json.read(WholeFile.read(file), PowerTable.class);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": not a table of power: " + e.getMessage(), e);
    }
  }

  /** Writes the table into a directory. */
  public void write(Path directory) throws IOException {
    WholeFile.write(directory.resolve(FILE), Json.print(this));
  }
}
