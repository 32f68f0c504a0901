package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.Tolerance;
import org.junit.jupiter.api.Test;

/** Distances of a top-N set, and of a random one, against reference values of 45 digits. */
class DistanceReferenceTests {

  private static final Arithmetic PRECISE = Arithmetic.exact(60);
  private static final List<Reference> ROWS = Reference.rows("distance.csv");

  /** A kernel, and the tolerances of its error and of its radius. */
  private record Kernel<S>(Function<S, Real> of, Tolerance error, Tolerance radius) {}

  private static final Map<String, Kernel<Selection>> OF_TOP =
      Map.of(
          "mass", kernel(Selection::mass, 2, 0.99, 10, 7.76),
          "massOfOthers", kernel(Selection::massOfOthers, 1, 0.39, 6, 4.56),
          "deviations", kernel(Selection::deviationsFromMass, 2, 1.23, 10, 8.41),
          "distance", kernel(Selection::cumulativeDistance, 8, 6, 48, 38.7),
          "largestDistance", kernel(Selection::largestDistance, 1.1, 0.99, 1.2, 1.04),
          "largestNorm", kernel(Selection::largestNorm, 1, 0.72, 1, 0.72));

  private static final Map<String, Kernel<RandomSelection>> OF_RANDOM =
      Map.of(
          "expected", kernel(RandomSelection::enumeratedDistance, 8, 5.67, 28, 21.4),
          "mainSum", kernel(RandomSelection::mainSum, 12, 8.89, 36, 27),
          "upperSum", kernel(RandomSelection::upperSum, 6, 3.78, 24, 19.1));

  private static <S> Kernel<S> kernel(
      Function<S, Real> of, double error, double seenError, double radius, double seenRadius) {
    return new Kernel<>(
        of, Tolerance.ulps(error).observed(seenError), Tolerance.ulps(radius).observed(seenRadius));
  }

  @Test
  void theTopSetIsThatOfTheReference() {
    for (Reference row : ROWS) {
      int[] expected = Arrays.stream(row.numbers("top")).mapToInt(i -> (int) i).toArray();
      assertThat(instance(row).top()).as("%s", row).containsExactly(expected);
    }
  }

  @Test
  void distancesAreWithinTheirUlps() {
    OF_TOP.forEach(
        (name, kernel) ->
            check(name, kernel, ROWS, row -> Selection.top(instance(row), Arithmetic.BINARY64), 0));
  }

  /** The variance of huge embeddings overflows in two rows. */
  @Test
  void expectationsAreWithinTheirUlps() {
    OF_RANDOM.forEach(
        (name, kernel) ->
            check(
                name,
                kernel,
                enumerated(),
                row -> new RandomSelection(instance(row), Arithmetic.BINARY64),
                name.equals("upperSum") ? 2 : 0));
  }

  private static <S> void check(
      String name,
      Kernel<S> kernel,
      List<Reference> rows,
      Function<Reference, S> selection,
      int unbounded) {
    Accuracy accuracy = new Accuracy(name);
    for (Reference row : rows) {
      Real actual = kernel.of().apply(selection.apply(row));
      accuracy.check(row, actual, row.decimal(name), unit(row, name));
    }
    accuracy.assertUnbounded(unbounded);
    accuracy.assertWithin(kernel.error(), kernel.radius());
  }

  @Test
  void variancesAreWithinTheirUlps() {
    Accuracy variances = new Accuracy("V_i");
    for (Reference row : enumerated()) {
      if (row.has("variances")) {
        RandomSelection random = new RandomSelection(instance(row), Arithmetic.BINARY64);
        BigDecimal[] expected = row.decimals("variances");
        for (int i = 0; i < expected.length; i++) {
          variances.check(row, random.variance(i), expected[i], unit(row, "variances"));
        }
      }
    }
    variances.assertUnbounded(11);
    variances.assertWithin(Tolerance.ulps(5).observed(3), Tolerance.ulps(10).observed(9));
  }

  /** One row cancels to 1e-64. */
  @Test
  void aHundredDigitsOfVariancesAreRightToForty() {
    for (Reference row : enumerated()) {
      if (row.has("variances")) {
        RandomSelection random = new RandomSelection(instance(row), Arithmetic.exact(100));
        BigDecimal[] expected = row.decimals("variances");
        for (int i = 0; i < expected.length; i++) {
          Accuracy.checkDigits(row, random.variance(i), expected[i]);
        }
      }
    }
  }

  @Test
  void sixtyDigitsAreRightToForty() {
    OF_TOP.forEach(
        (name, kernel) ->
            checkDigits(name, kernel, ROWS, row -> Selection.top(instance(row), PRECISE)));
  }

  @Test
  void sixtyDigitsOfExpectationsAreRightToForty() {
    OF_RANDOM.forEach(
        (name, kernel) ->
            checkDigits(
                name, kernel, enumerated(), row -> new RandomSelection(instance(row), PRECISE)));
  }

  private static <S> void checkDigits(
      String name, Kernel<S> kernel, List<Reference> rows, Function<Reference, S> selection) {
    for (Reference row : rows) {
      Real actual = kernel.of().apply(selection.apply(row));
      Accuracy.checkDigits(name + " at " + row, actual, row.decimal(name));
    }
  }

  private static List<Reference> enumerated() {
    return ROWS.stream().filter(row -> row.has("expected")).toList();
  }

  /**
   * That of the size of what the kernel subtracts: weights near one, or embeddings. Squares of
   * embeddings below 1e-145 underflow.
   */
  private static double unit(Reference row, String kernel) {
    double size =
        Arrays.stream(row.matrix("embeddings"))
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .max()
            .orElseThrow();
    double condition = 1 + spread(row.numbers("logits")) / row.number("temperature");
    return switch (kernel) {
      case "mass", "largestNorm", "largestDistance" -> Accuracy.ulp(row.decimal(kernel));
      case "massOfOthers" -> Accuracy.ulp(row.decimal(kernel)) * condition;
      case "deviations" -> Accuracy.ulp(row.decimal(kernel), 1);
      case "variances" -> Math.ulp(size * size);
      case "upperSum" -> Accuracy.ulp(row.decimal(kernel), Math.max(size, 1e-145));
      default -> Accuracy.ulp(row.decimal(kernel), size);
    };
  }

  private static double spread(double[] logits) {
    DoubleSummaryStatistics range = Arrays.stream(logits).summaryStatistics();
    return range.getMax() - range.getMin();
  }

  private static EmbeddedRow instance(Reference row) {
    return new EmbeddedRow(
        new LogitRow(row.number("temperature"), row.numbers("logits")),
        row.matrix("embeddings"),
        row.count("selected"));
  }
}
