package org.attentionlimits.empirical.experiment.suite;

import java.nio.DoubleBuffer;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.tensor.HeadAttention;

/** An experiment that measures nothing but distances. */
interface OfDistances extends Experiment<HeadMeans> {

  /** What is measured. */
  Distances measured();

  @Override
  default HeadMeans measure(HeadAttention head) {
    return measured().measure(head);
  }

  @Override
  default double[] numbers(HeadMeans measurement) {
    return measurement.numbers();
  }

  @Override
  default HeadMeans read(DoubleBuffer numbers) {
    return measured().read(numbers);
  }
}
