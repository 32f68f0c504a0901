package org.attentionlimits.empirical.experiment.suite;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.experiment.PaperExperiment;
import org.attentionlimits.empirical.kernel.Arguments;
import org.attentionlimits.empirical.kernel.Directions;
import org.attentionlimits.empirical.kernel.EmbeddingProducts;
import org.attentionlimits.empirical.kernel.RowSensitivity;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.statistics.SensitivityMeans;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;

/**
 * Algorithm 5, Figure 4: how far softmax moves over a step, {@code ‖softmax((ℓ+εv)/T) −
 * softmax(ℓ/T)‖₂/ε}, by temperature T and step ε, averaged over queries; the maximum over heads. v
 * is a random unit vector for each query. Beside it, on an eighth as many queries, drawn with
 * replacement, v is the top eigenvector of the Jacobian, the worst direction for small steps; the
 * larger of the steps ε and −ε counts. What all directions come to for steps towards zero, {@code
 * ‖J‖_F/√n}, is computed on every query, without chance.
 */
public final class GradientSensitivity implements Experiment<SensitivityMeans> {

  /** The length of the sequence. */
  public static final int LENGTH = 1024;

  /** The paper's ε. */
  public static final List<Double> STEPS = List.of(1e-3, 1e-1, 10.0);

  private static final int PER_DECADE = 8;
  private static final int DECADES = 4;

  /** As many draws of a query to be tried in the worst direction as this part of the length. */
  private static final int STRIDE = 8;

  private static final int LEAST_DRAWS = 2;

  private final int length;
  private final double[] temperatures;
  private final double[] steps;
  private final Visibility visibility;
  private final long seed;

  /**
   * The experiment.
   *
   * @param length L, at least 2
   * @param temperatures T, ascending, positive and finite
   * @param steps ε, ascending, positive and finite
   * @param visibility whether v has a component for tokens after the query
   * @param seed of the random directions
   */
  public GradientSensitivity(
      int length, List<Double> temperatures, List<Double> steps, Visibility visibility, long seed) {
    Arguments.requireEach("length", 2, length);
    this.length = length;
    this.temperatures = temperatures.stream().mapToDouble(Double::doubleValue).toArray();
    this.steps = steps.stream().mapToDouble(Double::doubleValue).toArray();
    this.visibility = visibility;
    this.seed = seed;
    Arguments.requirePositive("temperature", this.temperatures);
    Arguments.requirePositive("step", this.steps);
  }

  /** The paper's range of temperatures, 0.001 to 10, at 33 even places of the logarithm. */
  public static List<Double> temperatures() {
    return IntStream.rangeClosed(0, DECADES * PER_DECADE)
        .mapToObj(k -> Math.pow(10, (double) k / PER_DECADE - DECADES + 1))
        .toList();
  }

  @Override
  public PaperExperiment paper() {
    return new PaperExperiment(
        "gradient-sensitivity",
        "Gradient sensitivity by temperature",
        "Algorithm 5, Figure 4",
        "1/T for T < 0.1; larger for smaller ε; two orders lower at T ≥ 1; bound min{1/(4T), √2}",
        OptionalDouble.of(1));
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("L", Integer.toString(length));
    parameters.put(
        "T",
        Columns.format(
            "%d values from %.4g to %.4g",
            temperatures.length, temperatures[0], temperatures[temperatures.length - 1]));
    parameters.put(
        "ε", Columns.text(IntStream.range(0, steps.length).mapToObj(i -> steps[i]).toList()));
    parameters.put("visible tokens", visibility.description());
    parameters.put("seed", Long.toString(seed));
    parameters.put("queries in the worst direction", draws() + " draws of " + length);
    return parameters;
  }

  @Override
  public String obstacle(AttentionSource source) {
    return "";
  }

  @Override
  public SensitivityMeans measure(HeadAttention head) {
    SensitivityMeans means = new SensitivityMeans(temperatures.length, steps.length);
    RowSensitivity row = new RowSensitivity(length);
    SplittableRandom random = random(head);
    int[] drawn = drawn(random.split());
    for (int query = 0; query < length; query++) {
      row.row(head.logits(), query * head.length(), query + 1);
      int tokens = visibility.tokens(query, length);
      double[] v = Directions.random(random, tokens);
      for (int t = 0; t < temperatures.length; t++) {
        row.temperature(temperatures[t]);
        means.rootMeanSquare(t).add(row.rootMeanSquare(tokens));
        row.direction(v);
        for (int e = 0; e < steps.length; e++) {
          means.random(t, e).add(row.at(steps[e]));
        }
        if (drawn[query] > 0) {
          addWorst(row, t, query + 1, drawn[query], means);
        }
      }
    }
    return means;
  }

  @Override
  public double[] numbers(SensitivityMeans measurement) {
    return measurement.numbers();
  }

  @Override
  public SensitivityMeans read(DoubleBuffer numbers) {
    return SensitivityMeans.read(temperatures.length, steps.length, numbers);
  }

  private int draws() {
    return Math.max(LEAST_DRAWS, length / STRIDE);
  }

  private SplittableRandom random(HeadAttention head) {
    return new SplittableRandom(seed + 31L * (1009L * head.layer() + head.head()));
  }

  /** How often each query of a head is tried in the worst direction. */
  int[] drawn(HeadAttention head) {
    return drawn(random(head).split());
  }

  private int[] drawn(SplittableRandom random) {
    int[] times = new int[length];
    for (int i = 0; i < draws(); i++) {
      times[random.nextInt(length)]++;
    }
    return times;
  }

  private void addWorst(RowSensitivity row, int t, int tokens, int times, SensitivityMeans means) {
    double[] weights = Arrays.copyOf(row.weights(), tokens);
    SoftmaxJacobian jacobian =
        new SoftmaxJacobian(Arithmetic.BINARY64.inputs(weights), temperatures[t]);
    double[] v = jacobian.topEigenvector();
    double norm = norm(weights, row.largest(), v) / temperatures[t];
    row.direction(v);
    for (int e = 0; e < steps.length; e++) {
      double change = Math.max(row.at(steps[e]), row.at(-steps[e]));
      for (int i = 0; i < times; i++) {
        means.worst(t, e).add(change);
      }
    }
    for (int i = 0; i < times; i++) {
      means.norm(t).add(norm);
    }
  }

  /**
   * {@code ‖(diag α − αα^T) v‖₂}, the largest eigenvalue of its unit eigenvector v. The components
   * of the vector sum to zero, which gives that of the largest weight where it would cancel.
   */
  private static double norm(double[] weights, int largest, double... v) {
    double mean = EmbeddingProducts.dot(weights, v);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < v.length; i++) {
      if (i != largest) {
        double component = weights[i] * (v[i] - mean);
        sum += component;
        squares += component * component;
      }
    }
    return Math.sqrt(squares + sum * sum);
  }

  @Override
  public ExperimentResult conclude(List<Measured<SensitivityMeans>> heads) {
    SensitivityTable table = new SensitivityTable(temperatures, steps, heads);
    return new ExperimentResult(
        paper(),
        parameters(),
        new SensitivityFindings(table.maxima(), table.norms(), steps).all(),
        table.all());
  }
}
