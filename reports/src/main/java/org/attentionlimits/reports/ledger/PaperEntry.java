package org.attentionlimits.reports.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;
import org.attentionlimits.theory.catalogue.PaperStatement.Status;
import org.attentionlimits.theory.claim.Verdict;

/**
 * The count of the paper's statements: what was found about each, and nothing else. Claims of
 * another standing never enter it.
 *
 * @param title of the paper
 * @param source as {@code arXiv:2508.17821}
 * @param version the text that was read
 * @param counts of the statements
 * @param statements in the paper's order
 * @param unseen what of the paper was not seen
 */
public record PaperEntry(
    String title,
    String source,
    String version,
    CountsEntry counts,
    List<PaperStatementEntry> statements,
    List<String> unseen) {

  /** Whose list of statements it is, and what is not in it. */
  public static final String SCOPE =
      "The list of statements is ours. What the paper says of heads that it measured is not in it: the"
          + " experiments judge that.";

  private static final List<Status> WORST_FIRST =
      List.of(
          Status.REFUTED, Status.DEPENDS, Status.UNDECIDED, Status.UNCONFIRMED, Status.SURVIVED);

  /** Copies the lists, and rejects counts that are not those of the statements. */
  public PaperEntry {
    statements = List.copyOf(statements);
    unseen = List.copyOf(unseen);
    CountsEntry counted = CountsEntry.of(statements);
    if (!counts.equals(counted)) {
      throw new IllegalArgumentException(
          "counts must be those of the statements, " + counted.text() + ": " + counts.text());
    }
  }

  /**
   * How many statements there are, and how many of each status; the five add up.
   *
   * @param statements all
   * @param refuted as printed, or sentences of which we know no reading that holds
   * @param depends refuted in our reading, while they hold in another one that we name
   * @param survived without a counterexample
   * @param undecided without a verdict
   * @param unconfirmed readings of formulas that were not seen
   * @param unconfirmedRefuted unconfirmed readings that the search refutes
   */
  public record CountsEntry(
      int statements,
      int refuted,
      int depends,
      int survived,
      int undecided,
      int unconfirmed,
      int unconfirmedRefuted) {

    /** Rejects counts that do not add up. */
    public CountsEntry {
      if (refuted + depends + survived + undecided + unconfirmed != statements
          || unconfirmedRefuted > unconfirmed) {
        throw new IllegalArgumentException(
            "counts must add up: "
                + text(
                    statements,
                    refuted,
                    depends,
                    survived,
                    undecided,
                    unconfirmed,
                    unconfirmedRefuted));
      }
    }

    private String text() {
      return text(
          statements, refuted, depends, survived, undecided, unconfirmed, unconfirmedRefuted);
    }

    /** In words; the fields of a record have no values yet where its numbers are checked. */
    private static String text(
        int statements,
        int refuted,
        int depends,
        int survived,
        int undecided,
        int unconfirmed,
        int unconfirmedRefuted) {
      return String.format(
          Locale.ROOT,
          "%d refuted, %d depending, %d survived, %d undecided, %d unconfirmed (%d refuted) of %d",
          refuted,
          depends,
          survived,
          undecided,
          unconfirmed,
          unconfirmedRefuted,
          statements);
    }

    private static CountsEntry of(List<PaperStatementEntry> statements) {
      return new CountsEntry(
          statements.size(),
          count(statements, Status.REFUTED),
          count(statements, Status.DEPENDS),
          count(statements, Status.SURVIVED),
          count(statements, Status.UNDECIDED),
          count(statements, Status.UNCONFIRMED),
          unconfirmed(statements, Verdict.REFUTED));
    }

    private static int unconfirmed(List<PaperStatementEntry> statements, Verdict verdict) {
      return (int)
          statements.stream()
              .filter(PaperStatementEntry::unconfirmed)
              .filter(statement -> statement.verdict().equals(Optional.of(verdict)))
              .count();
    }

    private static int count(List<PaperStatementEntry> statements, Status status) {
      return (int) statements.stream().filter(s -> s.status() == status).count();
    }
  }

  /**
   * A statement of the paper.
   *
   * @param claim id of the stated claim
   * @param place in the paper
   * @param words what it says, in a few words
   * @param display what of it was seen
   * @param verdict of the claim; absent if the ledger has no such claim
   * @param status in the count
   * @param restsOn a statement whose formula was not seen and of which this one speaks
   * @param ours what of the claim is our choice
   * @param otherwise another reading in which it holds
   */
  public record PaperStatementEntry(
      String claim,
      String place,
      String words,
      Display display,
      Optional<Verdict> verdict,
      Status status,
      Optional<String> restsOn,
      Optional<String> ours,
      Optional<String> otherwise) {

    /** Rejects a status that does not follow from what was seen and the verdict. */
    public PaperStatementEntry {
      Status known =
          new PaperStatement(claim, display, place, words, restsOn, ours, otherwise)
              .status(verdict.orElse(Verdict.UNDECIDED));
      if (status != known) {
        throw new IllegalArgumentException(
            "status of " + claim + " must be " + known + ": " + status);
      }
    }

    private static PaperStatementEntry of(PaperStatement statement, List<ClaimEntry> claims) {
      Optional<Verdict> verdict =
          claims.stream()
              .filter(claim -> claim.id().equals(statement.id()))
              .findFirst()
              .map(ClaimEntry::verdict);
      return new PaperStatementEntry(
          statement.id(),
          statement.place(),
          statement.words(),
          statement.display(),
          verdict,
          statement.status(verdict.orElse(Verdict.UNDECIDED)),
          statement.restsOn(),
          statement.ours(),
          statement.otherwise());
    }

    /** Whether a formula that it needs was not seen, so that the claim is a reading. */
    public boolean unconfirmed() {
      return status == Status.UNCONFIRMED;
    }
  }

  /** The count of a paper's statements, by the verdicts of the stated claims. */
  public static PaperEntry of(Paper paper, List<ClaimEntry> claims) {
    List<PaperStatementEntry> statements =
        paper.statements().stream().map(s -> PaperStatementEntry.of(s, claims)).toList();
    return new PaperEntry(
        paper.title(),
        paper.source(),
        paper.version(),
        CountsEntry.of(statements),
        statements,
        paper.unseen());
  }

  /**
   * The statements by what was found: refuted, undecided, unconfirmed readings that the search
   * refutes, other unconfirmed readings, survived. Refuted formulas come before refuted sentences.
   */
  public List<PaperStatementEntry> worstFirst() {
    Comparator<PaperStatementEntry> order =
        Comparator.<PaperStatementEntry>comparingInt(s -> WORST_FIRST.indexOf(s.status()))
            .thenComparing(s -> !s.verdict().equals(Optional.of(Verdict.REFUTED)))
            .thenComparing(PaperStatementEntry::display);
    return statements.stream().sorted(order).toList();
  }

  /**
   * The count in words: {@code Of the 20 statements that we took from the 2025 text, 5 are refuted
   * (1 formula as printed; 4 sentences, in the sense that we gave their words, each with a choice
   * of ours), 6 survive, 1 is undecided, 8 are unconfirmed readings (the search refutes 2 of them,
   * 6 survive it).}
   */
  public String text() {
    String readings =
        counts.unconfirmed() == 1 ? " an unconfirmed reading" : " unconfirmed readings";
    return String.format(
        Locale.ROOT,
        "Of the %d statements that we took from %s, %s refuted%s, %s%d %s, %s undecided, %s%s%s.",
        counts.statements(),
        version,
        are(counts.refuted()),
        counts.refuted() == 0 ? "" : " (" + refutedKinds() + ")",
        depending(),
        counts.survived(),
        counts.survived() == 1 ? "survives" : "survive",
        are(counts.undecided()),
        are(counts.unconfirmed()),
        readings,
        searched());
  }

  private String depending() {
    if (counts.depends() == 0) {
      return "";
    }
    return counts.depends() == 1
        ? "1 depends on the reading (refuted in ours, true in another that we name), "
        : counts.depends()
            + " depend on the reading (refuted in ours, true in another that we name), ";
  }

  private String refutedKinds() {
    int sentences = refuted(Display.WORDS);
    return Stream.of(
            counted(refuted(Display.SEEN), "formula", " as printed"),
            counted(
                sentences,
                "sentence",
                ", in the sense that we gave "
                    + (sentences == 1 ? "its" : "their")
                    + " words"
                    + choices(sentences)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }

  /** How many of the refuted sentences leave a choice that is ours, as a threshold or a scale. */
  private String choices(int sentences) {
    long ours =
        statements.stream()
            .filter(s -> s.status() == Status.REFUTED && s.display() == Display.WORDS)
            .filter(s -> s.ours().isPresent())
            .count();
    if (ours == 0) {
      return "";
    }
    String which = sentences == 1 ? "," : ours == sentences ? ", each" : ", " + ours + " of them";
    return which + " with a choice of ours";
  }

  /**
   * The refuted statements in a few words: {@code 1 formula and 4 sentences of 20 refuted}, {@code
   * 0 of 20 refuted}.
   */
  public String refutedInShort() {
    String kinds =
        Stream.of(
                counted(refuted(Display.SEEN), "formula", ""),
                counted(refuted(Display.WORDS), "sentence", ""))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and "));
    return (kinds.isEmpty() ? "0" : kinds) + " of " + counts.statements() + " refuted";
  }

  private static Optional<String> counted(int count, String kind, String how) {
    String words = count + " " + kind + (count == 1 ? "" : "s") + how;
    return Optional.of(words).filter(any -> count > 0);
  }

  private int refuted(Display display) {
    return (int)
        statements.stream()
            .filter(s -> s.status() == Status.REFUTED && s.display() == display)
            .count();
  }

  /** What the search says of the unconfirmed readings. */
  private String searched() {
    int survive = CountsEntry.unconfirmed(statements, Verdict.SURVIVED);
    int undecided = counts.unconfirmed() - counts.unconfirmedRefuted() - survive;
    return counts.unconfirmed() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            " (the search refutes %d of them%s, %d %s it%s)",
            counts.unconfirmedRefuted(),
            named(),
            survive,
            survive == 1 ? "survives" : "survive",
            undecided == 0 ? "" : ", " + are(undecided) + " undecided");
  }

  /** How many of the unconfirmed readings that are refuted have another one that holds. */
  private String named() {
    long count =
        statements.stream()
            .filter(s -> s.unconfirmed() && s.verdict().equals(Optional.of(Verdict.REFUTED)))
            .filter(s -> s.otherwise().isPresent())
            .count();
    return count == 0
        ? ""
        : ", of which " + count + (count == 1 ? " holds" : " hold") + " in another that we name";
  }

  private static String are(int count) {
    return count + (count == 1 ? " is" : " are");
  }
}
