package org.attentionlimits.empirical.experiment;

import java.util.OptionalDouble;

/**
 * What the paper (arXiv:2508.17821, the 2025 text) says about an experiment.
 *
 * @param id file-safe name
 * @param title in words
 * @param place where in the paper; empty if it is not there
 * @param says its figure or number
 * @param minutes that it took there, on ten cores; empty if it is not there
 */
public record PaperExperiment(
    String id, String title, String place, String says, OptionalDouble minutes) {

  /** An experiment beyond the paper. */
  public static PaperExperiment beyond(String id, String title, String source) {
    return new PaperExperiment(id, title, "", source, OptionalDouble.empty());
  }
}
