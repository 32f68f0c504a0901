package org.attentionlimits.reports.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.PaperEntry.PaperStatementEntry;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;

/**
 * All results of one run of the referee. Two runs of one version with the same settings and inputs
 * give equal ledgers but for the {@code environment}, unless time decided how long a search lasted
 * or it went on from earlier ones: see {@link #reproducible()}. There is no date in it.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param version of this product
 * @param search settings of the search for counterexamples
 * @param paper the count of the paper's statements
 * @param claims in the catalogue's order
 * @param models in the order they were given
 * @param environment what the run ran on
 */
public record Ledger(
    int schemaVersion,
    String version,
    SearchSettings search,
    PaperEntry paper,
    List<ClaimEntry> claims,
    List<ModelEntry> models,
    Environment environment) {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 5;

  /** Rejects another version of the format, and copies the lists. */
  public Ledger {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion must be " + SCHEMA_VERSION + ": " + schemaVersion);
    }
    claims = List.copyOf(claims);
    models = List.copyOf(models);
    requireOnce(claims);
    requireVerdicts(paper, claims);
  }

  private static void requireOnce(List<ClaimEntry> claims) {
    Set<String> ids = new HashSet<>();
    for (ClaimEntry claim : claims) {
      if (!ids.add(claim.id())) {
        throw new IllegalArgumentException("claims must be there once each: " + claim.id());
      }
    }
  }

  private static void requireVerdicts(PaperEntry paper, List<ClaimEntry> claims) {
    for (PaperStatementEntry statement : paper.statements()) {
      Optional<Verdict> verdict = claim(claims, statement.claim()).map(ClaimEntry::verdict);
      if (!verdict.equals(statement.verdict())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "verdict of the statement %s must be %s: %s",
                statement.claim(),
                name(verdict),
                name(statement.verdict())));
      }
    }
  }

  private static String name(Optional<Verdict> verdict) {
    return verdict.map(Verdict::name).orElse("absent");
  }

  /**
   * The ledger of a run that judged a paper.
   *
   * @param version of this product
   */
  public static Ledger of(
      String version,
      SearchSettings search,
      Paper paper,
      List<ClaimEntry> claims,
      List<ModelEntry> models,
      Environment environment) {
    PaperEntry counted = PaperEntry.of(paper, claims);
    return new Ledger(SCHEMA_VERSION, version, search, counted, claims, models, environment);
  }

  /**
   * Settings of the search for counterexamples.
   *
   * @param seed of all random choices
   * @param budget most instances evaluated for one claim, unless the search lasts longer
   * @param minutes for which the search of all claims goes on beyond its budget
   * @param memory whether it went on from the best instances of earlier searches
   */
  public record SearchSettings(long seed, long budget, int minutes, boolean memory) {

    /** A search by seed and budget alone. */
    public static SearchSettings of(long seed, long budget) {
      return new SearchSettings(seed, budget, 0, false);
    }
  }

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
    return claim(claims, id);
  }

  private static Optional<ClaimEntry> claim(List<ClaimEntry> claims, String id) {
    return claims.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** The statement of the paper that a claim states; empty for claims of another standing. */
  public Optional<PaperStatementEntry> statement(ClaimEntry claim) {
    return paper.statements().stream().filter(s -> s.claim().equals(claim.id())).findFirst();
  }

  /** The claims of a standing, in the catalogue's order. */
  public List<ClaimEntry> claims(Standing standing) {
    return claims.stream().filter(claim -> claim.standing() == standing).toList();
  }

  /** The claims of a standing that stand under a claim. */
  public List<ClaimEntry> under(ClaimEntry claim, Standing standing) {
    return claims(standing).stream()
        .filter(other -> other.statement().of().contains(claim.id()))
        .toList();
  }

  /** The claims that can stand for a refuted one and survived, the best first. */
  public List<ClaimEntry> replacements(ClaimEntry claim) {
    return claim.replacements().stream()
        .flatMap(id -> claim(id).stream())
        .filter(entry -> entry.verdict() == Verdict.SURVIVED)
        .toList();
  }

  /** Of the claims that can stand for a refuted one, the best, and the best other reading. */
  public List<ClaimEntry> shownReplacements(ClaimEntry claim) {
    List<ClaimEntry> all = replacements(claim);
    return Stream.concat(
            all.stream().limit(1),
            all.stream().filter(with -> with.standing() == Standing.VARIANT).limit(1))
        .distinct()
        .toList();
  }

  /** Whether the same settings and inputs give the same ledger but for the environment. */
  public boolean reproducible() {
    return search.minutes() == 0
        && !search.memory()
        && claims.stream().noneMatch(claim -> claim.search().cutShort());
  }
}
