package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.PaperEntry.PaperStatementEntry;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;
import org.attentionlimits.theory.catalogue.PaperStatement.Status;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;

/** What is said of verdicts, in the same words wherever they are shown. */
public final class Words {

  private Words() {}

  /** The name of a constant in lower case. */
  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A claim's verdict: {@code refuted}, {@code refuted by a sample}, {@code survived}, {@code
   * survived, search cut short}, {@code undecided}.
   */
  public static String verdict(ClaimEntry claim) {
    return switch (claim.verdict()) {
      case REFUTED -> claim.doubt() == 0 ? "refuted" : "refuted by a sample";
      case SURVIVED -> claim.search().cutShort() ? "survived, search cut short" : "survived";
      case UNDECIDED -> "undecided";
    };
  }

  /**
   * What is said of a statement in the count: its verdict, {@code refuted in our reading}, or
   * {@code unconfirmed reading, refuted}.
   *
   * @param claim the stated claim, if the ledger has it
   */
  public static String status(PaperStatementEntry statement, Optional<ClaimEntry> claim) {
    String verdict = claim.map(Words::verdict).orElse("not attacked");
    return switch (statement.status()) {
      case UNCONFIRMED -> "unconfirmed reading, " + verdict;
      case DEPENDS -> "refuted in our reading";
      case REFUTED, SURVIVED, UNDECIDED -> verdict;
    };
  }

  /** How a verdict is to look, so that only a refuted statement looks like one. */
  public enum Tone {
    /** A refuted statement of the paper. */
    REFUTED,
    /** No counterexample was found. */
    SURVIVED,
    /** Everything else: no verdict, or none that is the paper's. */
    NEUTRAL
  }

  /** How the verdict of a claim is to look. */
  public static Tone tone(ClaimEntry claim, Ledger ledger) {
    Optional<Status> status = ledger.statement(claim).map(PaperStatementEntry::status);
    if (status.equals(Optional.of(Status.REFUTED))) {
      return Tone.REFUTED;
    }
    boolean confirmed = !status.equals(Optional.of(Status.UNCONFIRMED));
    return confirmed && claim.verdict() == Verdict.SURVIVED ? Tone.SURVIVED : Tone.NEUTRAL;
  }

  /** What is said of a claim: its status in the count if it is counted, else its verdict. */
  public static String status(ClaimEntry claim, Ledger ledger) {
    return ledger
        .statement(claim)
        .map(statement -> status(statement, Optional.of(claim)))
        .orElseGet(() -> verdict(claim));
  }

  /**
   * The standing of a claim: {@code stated}; {@code unconfirmed} of an unseen formula's; {@code
   * stated, our choice} and {@code part, our choice} of one where the words leave a choice, {@code
   * our reading} and {@code part, our reading} of one that holds in another reading.
   */
  public static String standing(String id, Ledger ledger) {
    return ledger.claim(id).map(claim -> standing(claim, ledger)).orElse("");
  }

  private static String standing(ClaimEntry claim, Ledger ledger) {
    if (ledger.statement(claim).filter(PaperStatementEntry::unconfirmed).isPresent()) {
      return "unconfirmed";
    }
    boolean isPart = claim.standing() == Standing.PART;
    Optional<PaperStatementEntry> statement =
        isPart ? ofWhole(claim, ledger).findFirst() : ledger.statement(claim);
    if (statement.filter(s -> s.status() == Status.DEPENDS).isPresent()) {
      return isPart ? "part, our reading" : "our reading";
    }
    boolean isOurs = statement.flatMap(PaperStatementEntry::ours).isPresent();
    return lower(claim.standing()) + (isOurs ? ", our choice" : "");
  }

  /**
   * Names of the counterexamples that are shown of a claim. Of a claim about a limit the rule says
   * which one is the strongest.
   */
  public static List<String> witnesses(ClaimEntry claim) {
    String strongest = isByRule(claim) ? "strongest by the rule" : "strongest";
    return switch (claim.witnesses().size()) {
      case 0 -> List.of();
      case 1 -> List.of("smallest and " + strongest);
      default -> List.of("smallest", strongest);
    };
  }

  /** The counterexamples that are shown of a claim, each with its name. */
  public static <T> List<T> witnesses(
      ClaimEntry claim, BiFunction<String, CounterexampleEntry, T> shown) {
    List<String> names = witnesses(claim);
    return IntStream.range(0, names.size())
        .mapToObj(i -> shown.apply(names.get(i), claim.witnesses().get(i)))
        .toList();
  }

  /** What of a stated claim is our choice, and what it rests on, a sentence each. */
  public static List<String> choices(ClaimEntry claim, Ledger ledger) {
    return ledger.statement(claim).map(Words::choices).orElse(List.of());
  }

  /** What of a statement's claim is our choice, and what it rests on, a sentence each. */
  public static List<String> choices(PaperStatementEntry statement) {
    return Stream.of(
            statement.restsOn().map(id -> "It speaks of " + id + ", whose formula we did not see."),
            statement.ours().map(ours -> "Our choice: " + ours + "."),
            statement.otherwise().map(reading -> "It holds in another reading: " + reading + "."))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The ratio that a claim is shown with: {@code by a rule} of one about a limit, whose sides are
   * those of the rule; else that of its strongest counterexample, or the largest over all tries.
   */
  public static String ratio(ClaimEntry claim) {
    return isByRule(claim) ? "by a rule" : Ratios.text(claim.shownRatio());
  }

  /** Whether a claim is about a limit, so that its sides and their ratio are a rule's. */
  public static boolean isByRule(ClaimEntry claim) {
    return claim.curve().isPresent() || claim.statement().rule().isPresent();
  }

  /**
   * How a claim about a limit was judged, and where it is proven false: {@code judged by a rule at
   * n = 4 … 32; proof: proofs.html#corollary-2-i} of one along growing n, whose rule is told once;
   * else the rule itself, {@code judged by a rule, read off at T and T/8: …; proof: …}. Empty for
   * other claims.
   */
  public static Optional<String> rule(ClaimEntry claim) {
    StatementEntry statement = claim.statement();
    String proof = statement.refutation().map(where -> "; proof: " + where).orElse("");
    return claim
        .curve()
        .map(Words::lengths)
        .or(() -> statement.rule().map(rule -> ", " + rule))
        .map(how -> "judged by a rule" + how + proof);
  }

  private static String lengths(CurveEntry curve) {
    List<PointEntry> points = curve.points();
    return String.format(
        Locale.ROOT,
        " at n = %d … %d",
        points.get(0).tokens(),
        points.get(points.size() - 1).tokens());
  }

  /**
   * What a claim that can stand for a refuted one is to it: {@code correct form} only of a formula
   * that was seen; of a sentence, or of a formula that was not seen, a {@code true form beside it}.
   */
  public static String replacement(ClaimEntry with, ClaimEntry claim, Ledger ledger) {
    return switch (with.standing()) {
      case CORRECTED, SHARPER ->
          with.standing() == Standing.CORRECTED && isSeen(claim, ledger)
              ? "correct form"
              : "true form beside it";
      default -> "reading that survives";
    };
  }

  /** The statements of the claims under which one stands. */
  private static Stream<PaperStatementEntry> ofWhole(ClaimEntry claim, Ledger ledger) {
    return claim.statement().of().stream()
        .flatMap(id -> ledger.claim(id).stream())
        .flatMap(whole -> ledger.statement(whole).stream());
  }

  /** Whether the formula of a claim, or of the one that it stands under, was seen in the paper. */
  private static boolean isSeen(ClaimEntry claim, Ledger ledger) {
    return Stream.concat(ledger.statement(claim).stream(), ofWhole(claim, ledger))
        .anyMatch(statement -> statement.display() == Display.SEEN);
  }

  /** Why a claim has no rows of a model that it was evaluated on. */
  public static String leftOut(RowsEntry rows) {
    return rows.notApplicable().orElse("no row that it speaks about");
  }

  /** Why other runs with the same settings may find something else; empty if none can. */
  public static List<String> irreproducible(Ledger ledger) {
    List<String> reasons = new ArrayList<>();
    if (ledger.search().minutes() > 0) {
      reasons.add("it went on for " + ledger.search().minutes() + " minutes");
    }
    if (ledger.search().memory()) {
      reasons.add("it began with the best instances of earlier searches");
    }
    ledger.claims().stream()
        .filter(claim -> claim.search().cutShort())
        .forEach(claim -> reasons.add("a limit of time cut short the search of " + claim.id()));
    return reasons;
  }
}
