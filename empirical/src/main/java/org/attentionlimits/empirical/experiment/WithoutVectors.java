package org.attentionlimits.empirical.experiment;

import java.util.function.Consumer;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * A source of no heads that gives no vectors, and so no embeddings: an experiment that can be run
 * on it uses none.
 */
enum WithoutVectors implements AttentionSource {
  SOURCE;

  /** Whether an experiment's result depends on the embeddings. */
  static boolean forbids(Experiment<?> experiment) {
    return !experiment.obstacle(SOURCE).isEmpty();
  }

  @Override
  public String description() {
    return "no heads";
  }

  @Override
  public int heads() {
    return 0;
  }

  @Override
  public int length() {
    return 0;
  }

  @Override
  public boolean hasVectors() {
    return false;
  }

  @Override
  public void forEachHead(Consumer<HeadAttention> sink) {
    // there are none
  }
}
