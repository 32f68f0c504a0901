package org.attentionlimits.empirical.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * GPT-2 in plain double precision, written from the paper and sharing nothing with {@link
 * Gpt2Network} but the parameters' names.
 */
final class Gpt2Reference {

  /** One layer's attention: [H][L][d] and [H][L][L]. */
  static final class Attention {
    final double[][][] query;
    final double[][][] key;
    final double[][][] value;
    final double[][][] logits;
    final double[][][] weights;

    private Attention(double[][][] query, double[][][] key, double[][][] value) {
      int heads = query.length;
      int length = query[0].length;
      this.query = query;
      this.key = key;
      this.value = value;
      this.logits = new double[heads][length][length];
      this.weights = new double[heads][length][length];
    }
  }

  private final Gpt2Config config;
  private final Map<String, float[]> parameters;
  private final List<Attention> attention = new ArrayList<>();

  Gpt2Reference(Gpt2Config config, Map<String, float[]> parameters) {
    this.config = config;
    this.parameters = parameters;
  }

  /** What every layer's attention computed in the last run. */
  List<Attention> attention() {
    return attention;
  }

  /** Logits of the next token, [L][V]. */
  double[][] run(long... ids) {
    attention.clear();
    double[][] x = new double[ids.length][config.width()];
    for (int t = 0; t < ids.length; t++) {
      for (int i = 0; i < config.width(); i++) {
        x[t][i] = at("wte.weight", (int) ids[t], i) + at("wpe.weight", t, i);
      }
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      String block = "h." + layer + ".";
      add(x, attend(norm(x, block + "ln_1"), block + "attn."));
      double[][] hidden = linear(norm(x, block + "ln_2"), block + "mlp.c_fc", 4 * config.width());
      for (double[] row : hidden) {
        for (int i = 0; i < row.length; i++) {
          row[i] = gelu(row[i]);
        }
      }
      add(x, linear(hidden, block + "mlp.c_proj", config.width()));
    }
    double[][] last = norm(x, "ln_f");
    double[][] logits = new double[ids.length][config.vocabulary()];
    for (int t = 0; t < ids.length; t++) {
      for (int v = 0; v < config.vocabulary(); v++) {
        for (int i = 0; i < config.width(); i++) {
          logits[t][v] += last[t][i] * at("wte.weight", v, i);
        }
      }
    }
    return logits;
  }

  private double at(String name, int row, int column) {
    return parameters.get(name)[row * config.width() + column];
  }

  private static double gelu(double x) {
    return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
  }

  private static void add(double[][] x, double[][] y) {
    for (int t = 0; t < x.length; t++) {
      for (int i = 0; i < x[t].length; i++) {
        x[t][i] += y[t][i];
      }
    }
  }

  private double[][] norm(double[][] x, String name) {
    float[] gain = parameters.get(name + ".weight");
    float[] bias = parameters.get(name + ".bias");
    double[][] y = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      int n = x[t].length;
      double mean = 0;
      for (double value : x[t]) {
        mean += value / n;
      }
      double variance = 0;
      for (double value : x[t]) {
        variance += (value - mean) * (value - mean) / n;
      }
      y[t] = new double[n];
      for (int i = 0; i < n; i++) {
        y[t][i] = (x[t][i] - mean) / Math.sqrt(variance + config.epsilon()) * gain[i] + bias[i];
      }
    }
    return y;
  }

  private double[][] linear(double[][] x, String name, int columns) {
    float[] matrix = parameters.get(name + ".weight");
    float[] bias = parameters.get(name + ".bias");
    double[][] y = new double[x.length][columns];
    for (int t = 0; t < x.length; t++) {
      for (int j = 0; j < columns; j++) {
        double sum = bias[j];
        for (int i = 0; i < x[t].length; i++) {
          sum += x[t][i] * matrix[i * columns + j];
        }
        y[t][j] = sum;
      }
    }
    return y;
  }

  private double[][] attend(double[][] x, String name) {
    int width = config.width();
    int d = width / config.heads();
    double[][] projected = linear(x, name + "c_attn", 3 * width);
    int length = x.length;
    Attention layer =
        new Attention(split(projected, 0), split(projected, width), split(projected, 2 * width));
    double[][] contexts = new double[length][width];
    for (int h = 0; h < config.heads(); h++) {
      for (int t = 0; t < length; t++) {
        for (int j = 0; j < length; j++) {
          layer.logits[h][t][j] = dot(layer.query[h][t], layer.key[h][j]);
        }
        double sum = 0;
        for (int j = 0; j <= t; j++) {
          layer.weights[h][t][j] = Math.exp(layer.logits[h][t][j] / Math.sqrt(d));
          sum += layer.weights[h][t][j];
        }
        for (int j = 0; j <= t; j++) {
          layer.weights[h][t][j] /= sum;
          for (int i = 0; i < d; i++) {
            contexts[t][h * d + i] += layer.weights[h][t][j] * layer.value[h][j][i];
          }
        }
      }
    }
    attention.add(layer);
    return linear(contexts, name + "c_proj", width);
  }

  private double[][][] split(double[][] projected, int start) {
    int d = config.width() / config.heads();
    double[][][] heads = new double[config.heads()][projected.length][d];
    for (int h = 0; h < heads.length; h++) {
      for (int t = 0; t < projected.length; t++) {
        System.arraycopy(projected[t], start + h * d, heads[h][t], 0, d);
      }
    }
    return heads;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
