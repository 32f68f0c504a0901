package org.attentionlimits.empirical.training;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.model.Gpt2Layout;

/**
 * GPT-2's initial weights: matrices N(0, 0.02²), those into the residual stream divided by
 * √(2·layers), gains one, biases zero. The position embedding starts as sinusoids of the same
 * variance (Vaswani et al., 2017) rather than as noise, so that a head can attend to a relative
 * position before every position has been seen often.
 */
final class InitialWeights {

  private static final double DEVIATION = 0.02;

  /** Ratio of the longest wavelength to the shortest, 2π tokens. */
  private static final double WAVELENGTHS = 1000;

  private final Gpt2Config config;
  private final SplittableRandom random;

  InitialWeights(Gpt2Config config, SplittableRandom random) {
    this.config = config;
    this.random = random;
  }

  /** Values of a parameter, row-major. */
  float[] values(String name, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    if (name.equals(Gpt2Layout.POSITIONS)) {
      fillSinusoids(values);
    } else if (shape.dimension() == 2) {
      fillNormal(values, name.endsWith("c_proj.weight") ? 2.0 * config.layers() : 1);
    } else if (name.endsWith(".weight")) {
      Arrays.fill(values, 1f);
    }
    return values;
  }

  private void fillNormal(float[] values, double variances) {
    double deviation = DEVIATION / Math.sqrt(variances);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }

  private void fillSinusoids(float[] values) {
    int width = config.width();
    double amplitude = DEVIATION * Math.sqrt(2);
    for (int i = 0; i < values.length; i++) {
      int column = i % width;
      int position = i / width;
      int pair = column / 2;
      double angle = position / Math.pow(WAVELENGTHS, pair * 2.0 / width);
      values[i] = (float) (amplitude * (column % 2 == 0 ? Math.sin(angle) : Math.cos(angle)));
    }
  }
}
