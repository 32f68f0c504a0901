package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Decimals;

/**
 * What is expected of a ledger: a verdict and a largest ratio for every claim, and for every model
 * and recording, of each claim that speaks about its rows, how many there are, the share that
 * violates it, and the largest ratio. It is a committed file, an entry a line, numbers to four
 * digits, so that every change is seen in the history and rounding is not.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param search what the search found
 * @param models rows by the claim's id by the model's name
 * @param recordings rows by the claim's id by the recording's name
 */
public record Baseline(
    int schemaVersion,
    Searched search,
    Map<String, Map<String, Rows>> models,
    Map<String, Map<String, Rows>> recordings) {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 2;

  private static final MathContext DIGITS = new MathContext(4);
  private static final double PERCENT = 100;

  /**
   * What the search found.
   *
   * @param seed of all random choices
   * @param budget most instances evaluated for one claim
   * @param claims by the claim's id
   */
  public record Searched(long seed, long budget, Map<String, Found> claims) {}

  /**
   * What the search found of a claim.
   *
   * @param verdict of the claim
   * @param ratio largest left/right
   */
  public record Found(Verdict verdict, double ratio) {

    /** Rejects a ratio that nothing is compared with. */
    public Found {
      requireRatio(ratio);
    }
  }

  /**
   * A claim on the rows of a model or recording.
   *
   * @param rows how many rows are checked
   * @param violatingPercent the share of them that violates the claim; above 0 if any does
   * @param ratio largest left/right
   */
  public record Rows(long rows, double violatingPercent, double ratio) {

    /** Rejects what nothing is compared with. */
    public Rows {
      requireRatio(ratio);
      if (rows < 1) {
        throw new IllegalArgumentException("rows must be at least 1: " + rows);
      }
      if (!(violatingPercent >= 0 && violatingPercent <= PERCENT)) {
        throw new IllegalArgumentException(
            "violatingPercent must be from 0 to 100: " + violatingPercent);
      }
    }

    /**
     * What is expected of rows, to four digits.
     *
     * @param rows how many, at least 1
     * @param violating how many of them violate the claim
     * @param ratio largest left/right
     */
    public static Rows of(long rows, long violating, double ratio) {
      return new Rows(rows, rounded(PERCENT * violating / rows), rounded(ratio));
    }
  }

  /** Rejects another version of the format. */
  public Baseline {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion must be " + SCHEMA_VERSION + ": " + schemaVersion);
    }
  }

  /** What a ledger shows. */
  public static Baseline of(Ledger ledger) {
    Map<String, Found> claims = new LinkedHashMap<>();
    ledger
        .claims()
        .forEach(c -> claims.put(c.id(), new Found(c.verdict(), rounded(c.largestRatio()))));
    return new Baseline(
        SCHEMA_VERSION,
        new Searched(ledger.search().seed(), ledger.search().budget(), claims),
        sources(ledger, false),
        sources(ledger, true));
  }

  /** Models and what others published of models, which every run has; or given recordings. */
  private static Map<String, Map<String, Rows>> sources(Ledger ledger, boolean given) {
    Map<String, Map<String, Rows>> sources = new LinkedHashMap<>();
    ledger.models().stream()
        .filter(source -> (source.recorded() && source.collection().isEmpty()) == given)
        .forEach(source -> sources.put(source.name(), rows(source)));
    return sources;
  }

  private static Map<String, Rows> rows(ModelEntry source) {
    Map<String, Rows> rows = new LinkedHashMap<>();
    source.claims().stream()
        .filter(entry -> entry.rows() > 0)
        .forEach(
            entry ->
                rows.put(
                    entry.id(), Rows.of(entry.rows(), entry.violating(), entry.largestRatio())));
    return rows;
  }

  /** The same with the models of another baseline. */
  public Baseline withModelsOf(Baseline other) {
    return new Baseline(schemaVersion, search, other.models, recordings);
  }

  private static void requireRatio(double ratio) {
    if (!(ratio >= 0)) {
      throw new IllegalArgumentException("ratio must be at least 0: " + ratio);
    }
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? Decimals.shortest(value).round(DIGITS).doubleValue() : value;
  }

  /**
   * Reads a baseline.
   *
   * @throws IOException if it cannot be read or is no baseline of this version, in one line
   */
  public static Baseline read(Path file) throws IOException {
    try {
      String text = WholeFile.read(file);
      Json.requireVersion(text, SCHEMA_VERSION, "mvn verify -Dattention.accept");
      return Json.read(text, Baseline.class);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": not a baseline: " + e.getMessage(), e);
    }
  }

  /**
   * Rejects a file that is no baseline, of this format or of an earlier one, before another
   * replaces it. An empty file is as good as none.
   *
   * @return what it holds, if it is of this format
   * @throws IOException if so, or if it cannot be read, in one line
   */
  public static Optional<Baseline> replaceable(Path file) throws IOException {
    String text = WholeFile.read(file);
    try {
      return text.isEmpty() || isEarlier(text)
          ? Optional.empty()
          : Optional.of(Json.read(text, Baseline.class));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": is no baseline; --accept must name one, or a new file", e);
    }
  }

  private static boolean isEarlier(String text) {
    JsonNode told = Json.read(text, JsonNode.class);
    JsonNode format = told.path("schemaVersion");
    return format.isInt() && format.intValue() < SCHEMA_VERSION && told.path("claims").isObject();
  }

  /** Writes the baseline. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, Json.printLines(this));
  }
}
