package org.attentionlimits.empirical.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * An experiment on real attention: what it measures on one head, as plain numbers, and what it
 * makes of all heads' numbers. Heads are measured by several threads at once; the result does not
 * depend on them.
 */
public interface Experiment {

  /** What the paper says about it. */
  PaperExperiment paper();

  /** Everything that determines its result beside the heads, by name, for people and for files. */
  Map<String, String> parameters();

  /** Why it cannot be run on a source; empty if it can. */
  default String obstacle(AttentionSource source) {
    return source.hasVectors() ? "" : "value vectors are not given";
  }

  /** What its embeddings of a source's tokens are, in words; empty if it uses none. */
  default Optional<String> embeddings(AttentionSource source) {
    return source
        .embeddings()
        .filter(space -> WithoutVectors.forbids(this))
        .map(EmbeddingSpace::description);
  }

  /** Measures a head. */
  double[] measure(HeadAttention head);

  /** The result of all heads, in the order of layers and of heads within a layer. */
  ExperimentResult conclude(List<HeadValues> heads);

  /**
   * What an experiment measured on a head.
   *
   * @param layer index of the layer, from 0
   * @param head index of the head in its layer, from 0
   * @param values the numbers
   */
  @SuppressWarnings("ArrayRecordComponent")
  record HeadValues(int layer, int head, double[] values) {}
}
