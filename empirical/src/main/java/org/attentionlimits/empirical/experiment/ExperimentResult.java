package org.attentionlimits.empirical.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of an experiment.
 *
 * @param paper what the paper says about it
 * @param parameters it was run with; {@code embeddings} where it uses them
 * @param findings verdicts, each with its rule and its number
 * @param tables the data
 */
public record ExperimentResult(
    PaperExperiment paper,
    Map<String, String> parameters,
    List<EmpiricalFinding> findings,
    List<DataTable> tables) {

  /** Copies the lists. */
  public ExperimentResult {
    findings = List.copyOf(findings);
    tables = List.copyOf(tables);
  }

  /** The same with another parameter, after the others. */
  public ExperimentResult with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new ExperimentResult(paper, more, findings, tables);
  }

  /** The same, of the paper's own model, text and sizes. */
  public ExperimentResult ofPaper() {
    return new ExperimentResult(
        paper, parameters, findings.stream().map(EmpiricalFinding::ofPaper).toList(), tables);
  }

  /**
   * The table of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public DataTable table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table has this name: " + name));
  }

  /**
   * The finding of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public EmpiricalFinding finding(String id) {
    return findings.stream()
        .filter(finding -> finding.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no finding has this id: " + id));
  }
}
