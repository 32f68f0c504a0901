package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.EmpiricalFinding;
import org.attentionlimits.empirical.experiment.EmpiricalVerdict;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.PaperExperiment;
import org.attentionlimits.empirical.experiment.run.ExperimentRun.Outcome;
import org.attentionlimits.empirical.experiment.run.ExperimentRun.Timed;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.ledger.Ledger.Environment;

/**
 * Results of experiments on one source. Two runs of one version with the same settings and inputs
 * give equal results but for costs and environment.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param version of this product
 * @param source name of the model or recording
 * @param description of the source: which model, on which text
 * @param ofPaper whether that is what the paper measured: its model, text and sizes
 * @param heads of all layers together
 * @param tokens of the text
 * @param experiments in the order they were run
 * @param costs what they took
 * @param environment what the run ran on
 */
public record Experiments(
    int schemaVersion,
    String version,
    String source,
    String description,
    boolean ofPaper,
    int heads,
    int tokens,
    List<Entry> experiments,
    Costs costs,
    Environment environment) {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 2;

  /** A table with more rows is only in its file. */
  private static final int MOST_ROWS = 1000;

  /**
   * The result of one experiment.
   *
   * @param id file-safe name, the directory of its tables
   * @param title in words
   * @param place where in the paper; empty if it is not there
   * @param paper what the paper says
   * @param parameters by name
   * @param findings verdicts
   * @param tables data
   */
  public record Entry(
      String id,
      String title,
      Optional<String> place,
      String paper,
      Map<String, String> parameters,
      List<FindingEntry> findings,
      List<TableEntry> tables) {}

  /**
   * A verdict with its rule and its number.
   *
   * @param id file-safe name
   * @param claim the paper's statement
   * @param rule what the number must satisfy
   * @param paper the paper's number, in words
   * @param measured ours, in words
   * @param value the number that the rule is about; empty if there is none
   * @param verdict what the rule says
   */
  public record FindingEntry(
      String id,
      String claim,
      String rule,
      String paper,
      String measured,
      OptionalDouble value,
      EmpiricalVerdict verdict) {}

  /**
   * A table.
   *
   * @param name file-safe
   * @param file with all its rows, comma-separated, beside this one
   * @param columns names
   * @param rows numbers, null where there is none; empty if there are more than a thousand
   */
  public record TableEntry(
      String name, String file, List<String> columns, Optional<List<List<Double>>> rows) {}

  /**
   * What a run took.
   *
   * @param source wall-clock seconds of the source: the forward pass
   * @param digests wall-clock seconds of the digests by which heads are found again
   * @param experiments of each, beyond the source
   */
  public record Costs(double source, double digests, List<Cost> experiments) {}

  /**
   * What an experiment took.
   *
   * @param id of the experiment
   * @param seconds of wall clock
   * @param processorSeconds of all threads together
   * @param paperSeconds that it took in the paper, on ten cores
   * @param resumed heads whose numbers were kept from an earlier run
   */
  public record Cost(
      String id,
      double seconds,
      double processorSeconds,
      OptionalDouble paperSeconds,
      int resumed) {

    /** The experiment, and how many of all heads cost nothing in this run. */
    public String label(int heads) {
      return resumed == 0
          ? id
          : id + ", " + resumed + " of " + heads + " heads kept from an earlier run";
    }
  }

  /** The results of a run. */
  public static Experiments of(
      String version, AttentionSource source, Outcome outcome, Environment environment) {
    return new Experiments(
        SCHEMA_VERSION,
        version,
        source.name(),
        source.description(),
        source.isOfPaper(),
        source.heads(),
        source.length(),
        outcome.experiments().stream().map(timed -> entry(timed.result())).toList(),
        new Costs(
            outcome.sourceSeconds(),
            outcome.digestSeconds(),
            outcome.experiments().stream().map(Experiments::cost).toList()),
        environment);
  }

  private static Entry entry(ExperimentResult result) {
    PaperExperiment paper = result.paper();
    return new Entry(
        paper.id(),
        paper.title(),
        paper.place().isEmpty() ? Optional.empty() : Optional.of(paper.place()),
        paper.says(),
        result.parameters(),
        result.findings().stream().map(Experiments::entry).toList(),
        result.tables().stream().map(table -> entry(paper.id(), table)).toList());
  }

  private static FindingEntry entry(EmpiricalFinding finding) {
    return new FindingEntry(
        finding.id(),
        finding.claim(),
        finding.rule(),
        finding.paper(),
        finding.measured(),
        Double.isFinite(finding.value())
            ? OptionalDouble.of(finding.value())
            : OptionalDouble.empty(),
        finding.verdict());
  }

  private static TableEntry entry(String id, DataTable table) {
    return new TableEntry(
        table.name(),
        id + "/" + table.name() + ".csv",
        table.columns(),
        table.size() > MOST_ROWS ? Optional.empty() : Optional.of(rows(table)));
  }

  private static List<List<Double>> rows(DataTable table) {
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : table.rows()) {
      List<Double> cells = new ArrayList<>();
      for (double cell : row) {
        cells.add(Double.isFinite(cell) ? cell : null);
      }
      rows.add(cells);
    }
    return rows;
  }

  private static Cost cost(Timed timed) {
    OptionalDouble minutes = timed.result().paper().minutes();
    return new Cost(
        timed.result().paper().id(),
        timed.seconds(),
        timed.processorSeconds(),
        minutes.isPresent() ? OptionalDouble.of(60 * minutes.getAsDouble()) : minutes,
        timed.resumed());
  }
}
