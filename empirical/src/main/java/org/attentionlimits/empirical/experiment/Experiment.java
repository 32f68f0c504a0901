package org.attentionlimits.empirical.experiment;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * An experiment on real attention: what it measures on one head, and what it makes of all heads'
 * measurements. Heads are measured by several threads at once; the result does not depend on them.
 *
 * @param <M> the type of measurement
 */
public interface Experiment<M> {

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
  M measure(HeadAttention head);

  /** The numbers from which {@link #read} makes a measurement again: what a checkpoint keeps. */
  double[] numbers(M measurement);

  /**
   * The measurement whose {@link #numbers} come next in a buffer.
   *
   * @throws java.nio.BufferUnderflowException if there are fewer
   */
  M read(DoubleBuffer numbers);

  /** The result of all heads, in the order of layers and of heads within a layer. */
  ExperimentResult conclude(List<Measured<M>> heads);
}
