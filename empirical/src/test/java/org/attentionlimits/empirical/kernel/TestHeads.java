package org.attentionlimits.empirical.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.attentionlimits.empirical.tensor.HeadAttention;

/** Small heads on which batch kernels are compared with the definitions. */
public enum TestHeads {
  /** Logits and embeddings in general position. */
  PLAIN {
    @Override
    void shape(float[] logits, float[] values, SplittableRandom random) {}
  },
  /** Many equal logits, some −0 beside 0. */
  TIED {
    @Override
    void shape(float[] logits, float[] values, SplittableRandom random) {
      for (int i = 0; i < logits.length; i++) {
        logits[i] = random.nextInt(3) - 1;
        logits[i] = logits[i] == 0 && random.nextBoolean() ? -0f : logits[i];
      }
    }
  },
  /** One logit is far above the others. */
  SATURATED {
    @Override
    void shape(float[] logits, float[] values, SplittableRandom random) {
      for (int row = 0; row < LENGTH; row++) {
        logits[row * LENGTH + random.nextInt(row + 1)] = 300;
      }
    }
  },
  /** Embeddings that differ in their last digits: differences of inner products cancel. */
  NEARLY_EQUAL {
    @Override
    void shape(float[] logits, float[] values, SplittableRandom random) {
      for (int i = 0; i < values.length; i++) {
        double size = 8 * Math.pow(10, -(i % DIMENSION));
        values[i] = (float) (size * (1 + random.nextInt(4) * 0x1p-22));
      }
    }
  },
  /** Equal logits and nearly equal embeddings: even the context vector of one token is close. */
  NEARLY_EQUAL_CONTRIBUTIONS {
    @Override
    void shape(float[] logits, float[] values, SplittableRandom random) {
      Arrays.fill(logits, 5);
      NEARLY_EQUAL.shape(logits, values, random);
    }
  },
  /** Embeddings of very different size, some zero. */
  UNEVEN {
    @Override
    void shape(float[] logits, float[] values, SplittableRandom random) {
      for (int token = 0; token < LENGTH; token++) {
        float scale = token % 5 == 4 ? 0 : (float) Math.pow(10, 3 * random.nextGaussian());
        for (int c = 0; c < DIMENSION; c++) {
          values[token * DIMENSION + c] *= scale;
        }
      }
    }
  };

  public static final int LENGTH = 24;
  public static final int DIMENSION = 6;

  private static final long SEED = 1508;

  abstract void shape(float[] logits, float[] values, SplittableRandom random);

  /** The head, L = 24, d = 6, T = 2. */
  public HeadAttention head() {
    SplittableRandom random = new SplittableRandom(SEED + name().hashCode());
    float[] logits = gaussians(LENGTH * LENGTH, 4, random);
    float[] values = gaussians(LENGTH * DIMENSION, 1, random);
    shape(logits, values, random);
    return new HeadAttention(0, 0, LENGTH, 2, logits, new float[logits.length])
        .withVectors(DIMENSION, values, values, values);
  }

  private static float[] gaussians(int count, double scale, SplittableRandom random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (scale * random.nextGaussian());
    }
    return numbers;
  }
}
