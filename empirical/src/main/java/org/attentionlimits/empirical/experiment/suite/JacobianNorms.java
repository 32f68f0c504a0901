package org.attentionlimits.empirical.experiment.suite;

import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.empirical.check.RowShape;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.experiment.PaperExperiment;
import org.attentionlimits.empirical.kernel.Arguments;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The exact spectral norm of softmax's Jacobian on every row at the model's temperature, the number
 * of rows above each printed and corrected bound, and the entropy of the weights. A row is above a
 * bound if it certainly is, by the theory's bounds of rounding errors.
 */
public final class JacobianNorms implements Experiment<NormSums> {

  /** The length of the sequence. */
  public static final int LENGTH = 1024;

  /** The bounds, in the order of the columns. */
  private static final List<String> BOUNDS =
      List.of("quarter", "sqrt2", "lemma_2", "gershgorin", "half", "lemma_2_sharp");

  private final int length;

  /**
   * The experiment.
   *
   * @param length L, at least 2
   */
  public JacobianNorms(int length) {
    Arguments.requireEach("length", 2, length);
    this.length = length;
  }

  @Override
  public PaperExperiment paper() {
    return PaperExperiment.beyond(
        "jacobian-norms",
        "Spectral norms of the Jacobian, and entropy",
        "not measured there; Corollary 3 prints 1/(4T) and √2, Lemma 2 a bound by extremes");
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("L", Integer.toString(length));
    parameters.put("T", "the model's");
    return parameters;
  }

  @Override
  public String obstacle(AttentionSource source) {
    return "";
  }

  @Override
  public NormSums measure(HeadAttention head) {
    NormSums sums = NormSums.none(BOUNDS.size());
    for (int query = 0; query < length; query++) {
      sums = sums.plus(of(head.row(query)));
    }
    return sums;
  }

  @Override
  public double[] numbers(NormSums measurement) {
    return measurement.numbers();
  }

  @Override
  public NormSums read(DoubleBuffer numbers) {
    return NormSums.read(BOUNDS.size(), numbers);
  }

  private static NormSums of(LogitRow row) {
    Vec weights = row.weights(Arithmetic.BINARY64);
    SoftmaxJacobian jacobian = new SoftmaxJacobian(weights, row.temperature());
    Real norm = jacobian.spectralNorm();
    double entropy = RowShape.entropy(weights.values());
    double relative = row.tokens() == 1 ? 0 : entropy / Math.log(row.tokens());
    List<Integer> above =
        Stream.of(bounds(row, weights, jacobian))
            .map(bound -> norm.certainlyAbove(bound) ? 1 : 0)
            .toList();
    return new NormSums(1, norm.value(), norm.value(), entropy, relative, above);
  }

  /** Bounds of the claims of corollary 3 and lemma 2, in the order of their names. */
  private static Real[] bounds(LogitRow row, Vec weights, SoftmaxJacobian jacobian) {
    Arithmetic arithmetic = weights.arithmetic();
    Real inverse = arithmetic.of(1).dividedBy(arithmetic.input(row.temperature()));
    Vec logits = arithmetic.inputs(row.logits());
    Real range = logits.max().minus(logits.min());
    Real ratio = range.times(inverse).exp();
    Real squares = weights.dot(weights);
    return new Real[] {
      inverse.dividedBy(4),
      arithmetic.of(2).sqrt(),
      ratio.times(ratio.plus(1)).dividedBy(row.tokens()).times(inverse),
      jacobian.gershgorinBound(),
      inverse.dividedBy(2),
      weights.max().plus(squares).times(inverse)
    };
  }

  @Override
  public ExperimentResult conclude(List<Measured<NormSums>> heads) {
    DataTable table =
        new DataTable(
            "heads",
            "layer",
            "head",
            "rows",
            "mean_norm",
            "largest_norm",
            "mean_entropy",
            "mean_relative_entropy",
            "above_quarter",
            "above_sqrt2",
            "above_lemma_2",
            "above_gershgorin",
            "above_half",
            "above_lemma_2_sharp");
    DataTable all =
        new DataTable(
            "all", table.columns().subList(2, table.columns().size()).toArray(String[]::new));
    NormSums sums = NormSums.none(BOUNDS.size());
    for (Measured<NormSums> head : heads) {
      table.row(new Columns().add(head.layer(), head.head()).add(head.value().means()).row());
      sums = sums.plus(head.value());
    }
    all.row(sums.means());
    return new ExperimentResult(paper(), parameters(), List.of(), List.of(all, table));
  }
}
