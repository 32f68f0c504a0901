package org.attentionlimits.empirical.experiment.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.kernel.TopNSweep;
import org.attentionlimits.empirical.kernel.Visibility;

/**
 * An experiment on the top-N sets of some lengths of sequences, of the same N for every length.
 *
 * @param <M> the type of measurement
 */
abstract class TopNExperiment<M> implements Experiment<M> {

  private final List<Integer> lengths;
  private final List<Integer> selected;
  private final Visibility visibility;
  private final TopNGrid grid;

  /**
   * The experiment.
   *
   * @param lengths L, ascending, each at least 2
   * @param selected N, ascending, each at least 1
   * @param visibility which tokens count
   */
  TopNExperiment(List<Integer> lengths, List<Integer> selected, Visibility visibility) {
    this.lengths = List.copyOf(lengths);
    this.selected = List.copyOf(selected);
    this.visibility = visibility;
    this.grid = TopNGrid.product(this.lengths, this.selected);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("L", Columns.text(lengths));
    parameters.put("N", Columns.text(selected));
    parameters.put("visible tokens", visibility.description());
    return parameters;
  }

  final List<Integer> selected() {
    return selected;
  }

  final TopNGrid grid() {
    return grid;
  }

  /** Distances of the selected tokens, with their bound. */
  final Distances distances() {
    return new Distances(grid, visibility, true);
  }

  final TopNSweep sweep() {
    return new TopNSweep(grid, visibility);
  }
}
