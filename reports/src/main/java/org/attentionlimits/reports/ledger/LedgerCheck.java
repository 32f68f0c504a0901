package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Certificate;

/**
 * What a ledger says beside its counterexamples, held against the catalogue and computed anew.
 *
 * @param problems what does not stand, each with the claim's id
 * @param differences in words, of a ledger that another version of the product wrote
 */
public record LedgerCheck(List<String> problems, List<String> differences) {

  /** How near a ratio must be to the one computed anew: the search rounds, and this does not. */
  private static final double AGREEING = 1e-9;

  /** Copies the lists. */
  public LedgerCheck {
    problems = List.copyOf(problems);
    differences = List.copyOf(differences);
  }

  /**
   * Checks a ledger.
   *
   * @param version of this product
   * @throws IllegalArgumentException if an instance cannot be read, in one line
   */
  public static LedgerCheck of(Ledger ledger, String version) {
    List<String> words = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    checkPaper(ledger, words);
    for (ClaimEntry entry : ledger.claims()) {
      List<String> found = new ArrayList<>();
      checkRows(entry, ledger, found);
      Optional<Claim<?>> claim = Catalogue.named(entry.id());
      if (claim.isEmpty()) {
        words.add(entry.id() + ": no such claim in the catalogue");
      } else {
        found.addAll(of(claim.get(), entry, words));
      }
      found.forEach(problem -> problems.add(entry.id() + ": " + problem));
    }
    if (ledger.version().equals(version)) {
      problems.addAll(0, words);
      return new LedgerCheck(problems, List.of());
    }
    return new LedgerCheck(problems, words);
  }

  private static void checkPaper(Ledger ledger, List<String> words) {
    Set<String> ids = ledger.claims().stream().map(ClaimEntry::id).collect(Collectors.toSet());
    String missing =
        Catalogue.claims().stream()
            .map(Claim::id)
            .filter(id -> !ids.contains(id))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      words.add("claims of the catalogue are missing: " + missing);
    }
    if (!ledger.paper().equals(PaperEntry.of(Paper.theOne(), ledger.claims()))) {
      words.add("the paper's statements are not those of the catalogue");
    }
  }

  private static void checkRows(ClaimEntry entry, Ledger ledger, List<String> problems) {
    boolean violated =
        ledger.models().stream()
            .flatMap(model -> model.claims().stream())
            .filter(rows -> rows.id().equals(entry.id()))
            .anyMatch(rows -> rows.violating() + rows.violatingSingle() > 0);
    if (violated && entry.verdict() == Verdict.SURVIVED) {
      problems.add("SURVIVED, but rows of a model violate it");
    }
    if (entry.verdict() == Verdict.REFUTED && entry.reason().isPresent() && !violated) {
      problems.add("REFUTED for a reason, but no row of a model violates it");
    }
    if (entry.search().seed() != ledger.search().seed()) {
      problems.add("its seed is not that of the search: " + entry.search().seed());
    }
    if (ledger.search().minutes() == 0 && entry.search().tries() > ledger.search().budget()) {
      problems.add("its tries are above the budget of the search: " + entry.search().tries());
    }
  }

  private static <I extends Instance<I>> List<String> of(
      Claim<I> claim, ClaimEntry entry, List<String> words) {
    if (!entry.statement().equals(StatementEntry.of(claim))) {
      words.add(
          entry.id()
              + ": its statement is not the catalogue's: "
              + entry.statement().difference(StatementEntry.of(claim)));
    }
    try {
      return new OfClaim<>(claim, entry).problems(words);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(entry.id() + ": " + e.getMessage(), e);
    }
  }

  /** The check of one claim. */
  private record OfClaim<I extends Instance<I>>(Claim<I> claim, ClaimEntry entry) {

    private List<String> problems(List<String> words) {
      List<String> problems = new ArrayList<>();
      checkSearch(problems);
      checkWitnesses(problems);
      Optional<I> tightest = entry.tightest().map(node -> Instances.read(claim.type(), node));
      Optional<I> smallest = entry.counterexample().map(this::instance);
      tightest.ifPresent(instance -> checkTightest(instance, problems));
      checkCurve(smallest, tightest, problems);
      checkReplacements(smallest, words);
      return problems;
    }

    private I instance(CounterexampleEntry witness) {
      return Instances.read(claim.type(), witness.instance());
    }

    private void checkSearch(List<String> problems) {
      boolean found = entry.tightest().isPresent();
      if (found != (entry.search().tries() > 0 && entry.search().longest() > 0)) {
        problems.add(
            found
                ? "its tightest instance was found in no try"
                : "its tries left no tightest instance");
      }
      if (entry.verdict() == Verdict.SURVIVED && !found) {
        problems.add("SURVIVED without a try");
      }
      if (entry.verdict() == Verdict.UNDECIDED && entry.reason().isEmpty()) {
        problems.add("UNDECIDED without a reason");
      }
      if (entry.verdict() == Verdict.SURVIVED && entry.reason().isPresent()) {
        problems.add("SURVIVED with a reason for another verdict");
      }
    }

    private void checkWitnesses(List<String> problems) {
      boolean swapped =
          entry.counterexample().isPresent()
              && entry.strongest().isPresent()
              && entry.counterexample().get().ratio() > entry.strongest().get().ratio();
      if (swapped) {
        problems.add("its smallest counterexample is stronger than its strongest");
      }
    }

    private void checkTightest(I tightest, List<String> problems) {
      Evaluation sides = claim.evaluate(tightest, Claim.PRINTED);
      double told = entry.largestRatio();
      if (!isNear(told, sides.ratio())) {
        problems.add("its largest ratio is not that of its tightest instance: " + told);
      }
      if (entry.verdict() == Verdict.SURVIVED
          && (told > 1 + AGREEING || Certificate.of(sides).isPresent())) {
        problems.add("SURVIVED, but its tightest instance violates it");
      }
    }

    private void checkCurve(Optional<I> smallest, Optional<I> tightest, List<String> problems) {
      Optional<CurveEntry> told = entry.curve();
      boolean ofSmallest =
          told.map(curve -> curve.of() == CurveOf.COUNTEREXAMPLE).orElse(smallest.isPresent());
      Optional<I> instance = ofSmallest ? smallest : tightest;
      CurveOf of = ofSmallest ? CurveOf.COUNTEREXAMPLE : CurveOf.TIGHTEST;
      boolean other = ofSmallest != smallest.isPresent() && entry.reason().isEmpty();
      Optional<CurveEntry> computed = instance.flatMap(i -> Entries.curve(of, claim, i));
      boolean same =
          told.isPresent() == computed.isPresent()
              && told.stream().allMatch(curve -> curve.isLike(computed.orElseThrow()));
      if ((told.isPresent() && other) || !same) {
        problems.add("its curve is another");
      }
    }

    /** Rows of a model refute a claim of which the search looked for no replacement. */
    private void checkReplacements(Optional<I> smallest, List<String> words) {
      if (entry.reason().isPresent() && entry.replacements().isEmpty()) {
        return;
      }
      List<I> shown =
          Stream.concat(smallest.stream(), entry.strongest().map(this::instance).stream()).toList();
      if (!Entries.replacements(entry.id(), shown).equals(entry.replacements())) {
        words.add(entry.id() + ": its replacements are not " + entry.replacements());
      }
    }
  }

  private static boolean isNear(double told, double computed) {
    return Double.compare(told, computed) == 0
        || (Double.isFinite(computed)
            && Math.abs(told - computed) <= AGREEING * Math.max(1, Math.abs(computed)));
  }
}
