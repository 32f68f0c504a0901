package org.attentionlimits.reports.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.EmpiricalVerdict;
import org.attentionlimits.reports.ledger.Experiments;
import org.attentionlimits.reports.ledger.Experiments.Cost;
import org.attentionlimits.reports.ledger.Experiments.Entry;
import org.attentionlimits.reports.ledger.Experiments.FindingEntry;
import org.attentionlimits.reports.page.PageView.FooterView;

/**
 * What the template shows of experiments, every value as text.
 *
 * @param style of the page
 * @param description of the source
 * @param ofPaper whether that is what the paper measured
 * @param counts a line per verdict that occurs
 * @param experiments in the order they were run
 * @param costs what they took
 * @param footer pairs of a name and a value
 */
record ExperimentsView(
    String style,
    String description,
    boolean ofPaper,
    List<CountView> counts,
    List<ExperimentView> experiments,
    List<CostView> costs,
    List<FooterView> footer) {

  /**
   * How many findings have a verdict.
   *
   * @param count how many
   * @param verdict in words
   * @param style the class of its colour
   */
  record CountView(String count, String verdict, String style) {}

  /**
   * An experiment.
   *
   * @param id file-safe name
   * @param title in words
   * @param hasPlace whether it is in the paper
   * @param place where
   * @param paper what the paper says
   * @param hasFindings whether anything was judged
   * @param findings verdicts
   * @param figure markup; empty if there is none
   * @param parameters pairs of a name and a value
   * @param tables data files
   */
  record ExperimentView(
      String id,
      String title,
      boolean hasPlace,
      String place,
      String paper,
      boolean hasFindings,
      List<FindingView> findings,
      String figure,
      List<FooterView> parameters,
      List<TableView> tables) {}

  /**
   * A verdict.
   *
   * @param id file-safe name
   * @param claim the paper's statement
   * @param rule what the number must satisfy
   * @param paper the paper's number
   * @param measured ours
   * @param verdict in words
   * @param style the class of its colour
   */
  record FindingView(
      String id,
      String claim,
      String rule,
      String paper,
      String measured,
      String verdict,
      String style) {}

  /**
   * A data file.
   *
   * @param file beside the page
   * @param columns their names
   */
  record TableView(String file, String columns) {}

  /**
   * A cost.
   *
   * @param name of what took it
   * @param seconds of wall clock
   * @param processor seconds of all threads
   * @param ofPaper the paper's seconds, if it tells them
   */
  record CostView(String name, String seconds, String processor, String ofPaper) {}

  static ExperimentsView of(Experiments run, Map<String, String> figures, String style) {
    return new ExperimentsView(
        style,
        run.description(),
        run.ofPaper(),
        counts(run),
        run.experiments().stream()
            .map(entry -> view(entry, figures.getOrDefault(entry.id(), "")))
            .toList(),
        Stream.concat(
                Stream.of(
                    new CostView("forward pass", seconds(run.costs().source()), "", ""),
                    new CostView("digests of heads", seconds(run.costs().digests()), "", "")),
                run.costs().experiments().stream().map(cost -> view(cost, run.heads())))
            .toList(),
        List.of(
            new FooterView("Version", run.version()),
            new FooterView("Java", run.environment().java()),
            new FooterView("System", run.environment().system()),
            new FooterView("Engine", run.environment().engine().orElse("none, a recording"))));
  }

  private static List<CountView> counts(Experiments run) {
    return Arrays.stream(EmpiricalVerdict.values())
        .map(verdict -> new CountView(count(run, verdict), words(verdict), style(verdict)))
        .filter(view -> !view.count.equals("0"))
        .toList();
  }

  private static String count(Experiments run, EmpiricalVerdict verdict) {
    return String.valueOf(
        run.experiments().stream()
            .flatMap(entry -> entry.findings().stream())
            .filter(finding -> finding.verdict() == verdict)
            .count());
  }

  private static ExperimentView view(Entry entry, String figure) {
    return new ExperimentView(
        entry.id(),
        entry.title(),
        entry.place().isPresent(),
        entry.place().orElse(""),
        entry.paper(),
        !entry.findings().isEmpty(),
        entry.findings().stream().map(ExperimentsView::view).toList(),
        figure,
        entry.parameters().entrySet().stream()
            .map(parameter -> new FooterView(parameter.getKey(), parameter.getValue()))
            .toList(),
        entry.tables().stream()
            .map(table -> new TableView(table.file(), String.join(", ", table.columns())))
            .toList());
  }

  private static FindingView view(FindingEntry finding) {
    return new FindingView(
        finding.id(),
        finding.claim(),
        finding.rule(),
        finding.paper(),
        finding.measured(),
        words(finding.verdict()),
        style(finding.verdict()));
  }

  private static CostView view(Cost cost, int heads) {
    OptionalDouble paper = cost.paperSeconds();
    return new CostView(
        cost.label(heads),
        seconds(cost.seconds()),
        seconds(cost.processorSeconds()),
        paper.isPresent() ? Templates.count(Math.round(paper.getAsDouble())) : "");
  }

  private static String words(EmpiricalVerdict verdict) {
    return PageView.lower(verdict).replace('_', ' ');
  }

  /**
   * The class whose colour a verdict on a claim of the same sense has; neutral where the verdict is
   * not about the paper's own measurement.
   */
  private static String style(EmpiricalVerdict verdict) {
    return switch (verdict) {
      case REPRODUCED -> "survived";
      case NOT_REPRODUCED -> "refuted";
      case SAME_TREND, OTHER_TREND, UNDECIDED, NOT_RUN -> "undecided";
    };
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
