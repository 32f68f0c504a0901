package org.attentionlimits.reports.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.PaperEntry;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;

/**
 * What the template shows of a ledger, every value as text.
 *
 * @param style of the page
 * @param version of the product
 * @param title of the paper
 * @param source of the paper
 * @param paperVersion the text that was read
 * @param headline what was found, in a line
 * @param hero the worst statement, at most one
 * @param counts of the paper's statements
 * @param count the same as a sentence
 * @param scope whose list of statements it is
 * @param statements of the paper, the worst first
 * @param notSeen what of the paper was not seen
 * @param claims stated claims, in detail
 * @param hasClaims whether there is any
 * @param hasSampled whether a refutation rests on a sample
 * @param others claims of every other standing, apart
 * @param limits claims with a curve
 * @param hasLimits whether there is any
 * @param provenances that occur, explained
 * @param collections recordings of which the statements' table shows the rows
 * @param models with their tables
 * @param hasModels whether there is any
 * @param power tables of power, at most one
 * @param hasPower whether there is one
 * @param irreproducible why another run may find something else
 * @param footer pairs of a name and a value
 */
record PageView(
    String style,
    String version,
    String title,
    String source,
    String paperVersion,
    String headline,
    List<HeroView> hero,
    List<CountView> counts,
    String count,
    String scope,
    List<StatementView> statements,
    List<String> notSeen,
    List<ClaimView> claims,
    boolean hasClaims,
    boolean hasSampled,
    List<GroupView> others,
    List<ClaimView> limits,
    boolean hasLimits,
    List<ProvenanceView> provenances,
    List<CollectionView> collections,
    List<ModelView> models,
    boolean hasModels,
    List<PowerView> power,
    boolean hasPower,
    List<String> irreproducible,
    List<FooterView> footer) {

  /**
   * Claims of one standing.
   *
   * @param heading what they are called
   * @param size how many
   * @param description of the standing
   * @param claims all
   * @param broken those with a counterexample
   */
  record GroupView(
      String heading,
      String size,
      String description,
      List<ClaimView> claims,
      List<ClaimView> broken) {

    private static GroupView of(Standing standing, Ledger ledger) {
      List<ClaimView> claims = views(ledger.claims(standing), ledger);
      return new GroupView(
          standing.heading(),
          String.valueOf(claims.size()),
          standing.description(),
          claims,
          claims.stream().filter(ClaimView::isRefuted).toList());
    }
  }

  /**
   * A provenance.
   *
   * @param name in lower case
   * @param description in words
   */
  record ProvenanceView(String name, String description) {
    static ProvenanceView of(Provenance provenance) {
      return new ProvenanceView(lower(provenance), provenance.description());
    }
  }

  /**
   * Recordings whose rows are counted together.
   *
   * @param name what they are called
   * @param recordings each with its table
   */
  record CollectionView(String name, List<RecordingView> recordings) {

    /**
     * A recording.
     *
     * @param recording its name
     */
    record RecordingView(String recording) {}

    private static CollectionView of(RecordedCollection collection) {
      return new CollectionView(
          collection.name(),
          collection.recordings().stream().map(r -> new RecordingView(r.name())).toList());
    }
  }

  /**
   * An entry of the footer.
   *
   * @param name what it is
   * @param value its value
   */
  record FooterView(String name, String value) {}

  static PageView of(Ledger ledger, Optional<PowerTable> power, String style) {
    PaperEntry paper = ledger.paper();
    List<ClaimView> claims = stated(ledger);
    List<ClaimView> limits =
        views(ledger.claims().stream().filter(c -> c.curve().isPresent()).toList(), ledger);
    List<ModelView> models =
        IntStream.range(0, ledger.models().size())
            .mapToObj(i -> ModelView.of(ledger.models().get(i), i, ledger))
            .toList();
    return new PageView(
        style,
        ledger.version(),
        paper.title(),
        paper.source(),
        paper.version(),
        CountView.headline(paper.counts()),
        HeroView.of(ledger).stream().toList(),
        CountView.of(paper.counts()),
        paper.text(),
        PaperEntry.SCOPE,
        paper.worstFirst().stream().map(s -> StatementView.of(s, ledger)).toList(),
        paper.unseen(),
        claims,
        !claims.isEmpty(),
        ledger.claims().stream().anyMatch(claim -> claim.doubt() > 0),
        others(ledger),
        limits,
        !limits.isEmpty(),
        provenances(ledger),
        RecordedCollection.of(ledger).stream().map(CollectionView::of).toList(),
        models,
        !models.isEmpty(),
        power.map(PowerView::of).stream().toList(),
        power.isPresent(),
        Words.irreproducible(ledger),
        footer(ledger));
  }

  static String lower(Enum<?> value) {
    return Words.lower(value);
  }

  private static List<ClaimView> views(List<ClaimEntry> claims, Ledger ledger) {
    return claims.stream().map(claim -> ClaimView.of(claim, ledger)).toList();
  }

  /** Stated claims, in the order of the table. */
  private static List<ClaimView> stated(Ledger ledger) {
    return ledger.paper().worstFirst().stream()
        .flatMap(statement -> ledger.claim(statement.claim()).stream())
        .map(claim -> ClaimView.of(claim, ledger))
        .toList();
  }

  /** Groups of claims that are not counted; parts are shown under their statements. */
  private static List<GroupView> others(Ledger ledger) {
    return Arrays.stream(Standing.values())
        .filter(standing -> standing != Standing.STATED && standing != Standing.PART)
        .filter(standing -> !ledger.claims(standing).isEmpty())
        .map(standing -> GroupView.of(standing, ledger))
        .toList();
  }

  private static List<ProvenanceView> provenances(Ledger ledger) {
    return Arrays.stream(Provenance.values())
        .filter(p -> ledger.claims().stream().anyMatch(c -> c.statement().provenance() == p))
        .map(ProvenanceView::of)
        .toList();
  }

  private static List<FooterView> footer(Ledger ledger) {
    return List.of(
        new FooterView("Version", ledger.version()),
        new FooterView("Seed", String.valueOf(ledger.search().seed())),
        new FooterView("Evaluations per claim, at most", String.valueOf(ledger.search().budget())),
        new FooterView("Minutes beyond that", String.valueOf(ledger.search().minutes())),
        new FooterView("Java", ledger.environment().java()),
        new FooterView("System", ledger.environment().system()),
        new FooterView("Engine", ledger.environment().engine().orElse("none, no model was run")));
  }
}
