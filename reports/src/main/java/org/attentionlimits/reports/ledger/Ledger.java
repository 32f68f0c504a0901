package org.attentionlimits.reports.ledger;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.claim.Verdict;

/**
 * All results of one run of the referee. Two runs of one version with the same settings and inputs
 * give equal ledgers but for the {@code environment}; there is no date in it.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param version of this product
 * @param search settings of the search for counterexamples
 * @param claims in the catalogue's order
 * @param models in the order they were given
 * @param environment what the run ran on
 */
public record Ledger(
    int schemaVersion,
    String version,
    SearchSettings search,
    List<ClaimEntry> claims,
    List<ModelEntry> models,
    Environment environment) {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 2;

  /** Rejects another version of the format, and copies the lists. */
  public Ledger {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion must be " + SCHEMA_VERSION + ": " + schemaVersion);
    }
    claims = List.copyOf(claims);
    models = List.copyOf(models);
  }

  /**
   * Settings of the search for counterexamples.
   *
   * @param seed of all random choices
   * @param budget most instances evaluated for one claim
   */
  public record SearchSettings(long seed, long budget) {}

  /**
   * What a run ran on. It is told, never compared.
   *
   * @param java version and name of the virtual machine
   * @param system operating system and processor architecture
   * @param engine that ran the models; empty if none was run
   */
  public record Environment(String java, String system, Optional<String> engine) {

    /** Of this virtual machine. */
    public static Environment current(Optional<String> engine) {
      return new Environment(
          System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"),
          System.getProperty("os.name") + ", " + System.getProperty("os.arch"),
          engine);
    }
  }

  /** The entry of a claim. */
  public Optional<ClaimEntry> claim(String id) {
    return claims.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** Number of claims that ended with a verdict. */
  public long count(Verdict verdict) {
    return claims.stream().filter(entry -> entry.verdict() == verdict).count();
  }
}
