package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.theory.claim.Verdict;

/**
 * What is expected of a ledger: a verdict for every claim, and for every model and claim how many
 * rows are checked and whether any violates it. It is a committed file, so that every change of a
 * verdict is a change in the history.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param claims verdicts by the claim's id
 * @param models rows by the claim's id by the model's name
 */
public record Baseline(
    int schemaVersion, Map<String, Verdict> claims, Map<String, Map<String, Rows>> models) {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * A claim on the rows of a model.
   *
   * @param rows how many rows are checked
   * @param violated whether any violates the claim
   */
  public record Rows(long rows, boolean violated) {}

  /** Rejects another version of the format, and claims or models without a value. */
  public Baseline {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion must be " + SCHEMA_VERSION + ": " + schemaVersion);
    }
    if (claims.containsValue(null)) {
      throw new IllegalArgumentException("claims must have a verdict each");
    }
    if (models.containsValue(null)) {
      throw new IllegalArgumentException("models must have claims each");
    }
  }

  /** What a ledger shows. */
  public static Baseline of(Ledger ledger) {
    Map<String, Verdict> claims = new LinkedHashMap<>();
    ledger.claims().forEach(claim -> claims.put(claim.id(), claim.verdict()));
    Map<String, Map<String, Rows>> models = new LinkedHashMap<>();
    ledger.models().forEach(model -> models.put(model.name(), rows(model)));
    return new Baseline(SCHEMA_VERSION, claims, models);
  }

  private static Map<String, Rows> rows(ModelEntry model) {
    Map<String, Rows> rows = new LinkedHashMap<>();
    for (RowsEntry entry : model.claims()) {
      rows.put(entry.id(), new Rows(entry.rows(), entry.violating() > 0));
    }
    return rows;
  }

  /** These claims with the models of another baseline. */
  public Baseline withModelsOf(Baseline other) {
    return new Baseline(schemaVersion, claims, other.models);
  }

  /**
   * Reads a baseline.
   *
   * @throws IOException if it cannot be read or is no baseline, in one line
   */
  public static Baseline read(Path file) throws IOException {
    try {
      return Json.read(WholeFile.read(file), Baseline.class);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": not a baseline: " + e.getMessage(), e);
    }
  }

  /** Writes the baseline. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, Json.print(this));
  }
}
