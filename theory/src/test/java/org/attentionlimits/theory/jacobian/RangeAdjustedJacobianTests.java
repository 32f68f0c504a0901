package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

class RangeAdjustedJacobianTests {

  private static final double STEP = 1e-6;
  private static final Arithmetic B = Arithmetic.BINARY64;

  private static RangeAdjustedJacobian of(double temperature, int least, int most, double... z) {
    Vec scaled = B.inputs(z);
    return new RangeAdjustedJacobian(
        scaled, new Softmax(1).weights(scaled), least, most, B.input(temperature));
  }

  /** The outputs, from their definition. */
  private static double[] outputs(double... z) {
    double least = 0;
    double most = 0;
    double sum = 0;
    for (double x : z) {
      least = Math.min(least, x);
      most = Math.max(most, x);
      sum += Math.exp(x);
    }
    double[] y = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      y[i] = (z[i] - least) / (most - least) * Math.exp(z[i]) / sum;
    }
    return y;
  }

  private static void assertColumns(int least, int most, double... z) {
    Vec[] columns = of(1, least, most, z).columns();
    for (int j = 0; j < z.length; j++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[j] += STEP;
      down[j] -= STEP;
      double[] after = outputs(up);
      double[] before = outputs(down);
      for (int i = 0; i < z.length; i++) {
        double slope = (after[i] - before[i]) / (2 * STEP);
        assertThat(columns[j].get(i).value()).as("%s, %s", i, j).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @Test
  void itsEntriesAreTheSlopesOfTheOutputs() {
    assertColumns(-1, 0, 1.5, 0.25, 1);
    assertColumns(2, -1, -0.5, -0.25, -2);
    assertColumns(1, 2, 0.5, -1.25, 1, 0.75);
    assertColumns(-1, 0, 0.7);
  }

  /** Near √5/(4h) where the logits are (h, h/2). */
  @Test
  void divergesAsTheRangeVanishes() {
    assertThat(of(1, -1, 0, 0.1, 0.05).spectralNorm().value()).isCloseTo(5.6, within(0.05));
    assertThat(of(1, -1, 0, 0.001, 0.0005).spectralNorm().value()).isCloseTo(559, within(0.5));
    assertThat(of(4, -1, 0, 0.001, 0.0005).spectralNorm().value()).isCloseTo(139.8, within(0.2));
  }

  @Test
  void ofASingleTokenTheOutputIsConstant() {
    assertThat(of(1, -1, 0, 3).spectralNorm().value()).isCloseTo(0, within(1e-14));
  }
}
