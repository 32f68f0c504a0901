package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionArbitraries;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Coverage;

@Domain(AttentionDomain.class)
class SparseNormalizersProperties {

  /** Of the plain loops, absolute: at most 5.6e-16 seen. */
  private static final double ERROR = 1e-14;

  @Provide
  Arbitrary<double[]> maskedLogits() {
    return AttentionArbitraries.maskedLogits();
  }

  /** Weights {@code (z_i − τ)₊^power} with τ by bisection; z relative to its largest. */
  private static double[] bisected(LogitRow row, double unit, int power) {
    double[] logits = row.logits();
    double largest = Arrays.stream(logits).max().orElseThrow();
    double[] z = Arrays.stream(logits).map(x -> (x - largest) / unit).toArray();
    double low = -1;
    double high = 0;
    for (double t = -0.5; low < t && t < high; t = (low + high) / 2) {
      if (powers(z, t, power).sum() > 1) {
        low = t;
      } else {
        high = t;
      }
    }
    return powers(z, high, power).toArray();
  }

  private static DoubleStream powers(double[] z, double threshold, int power) {
    return Arrays.stream(z).map(x -> Math.pow(Math.max(0, x - threshold), power));
  }

  private static void assertNear(LogitRow row, double[] actual, double[] expected) {
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) <= ERROR)
          .as("%s: weight %s is %s but %s", row, i, actual[i], expected[i])
          .isTrue();
    }
  }

  private static boolean isFinite(LogitRow row) {
    double[] logits = row.logits();
    double depth =
        Arrays.stream(logits).max().orElseThrow() - Arrays.stream(logits).min().orElseThrow();
    return Double.isFinite(depth / row.temperature()) && Double.isFinite(2 * row.temperature());
  }

  @Property
  void sparsemaxIsThatOfBisection(@ForAll LogitRow row) {
    Assume.that(isFinite(row));
    double[] weights = new Sparsemax(row.temperature()).weights(row.logits());

    assertNear(row, weights, bisected(row, row.temperature(), 1));
    long selected = Arrays.stream(weights).filter(w -> w > 0).count();
    Coverage.check("some zero", selected < row.tokens(), 35);
    Coverage.check("several selected", selected > 1, 57);
    Coverage.check("both", selected > 1 && selected < row.tokens(), 12);
  }

  @Property
  void entmaxIsThatOfBisection(@ForAll LogitRow row) {
    Assume.that(isFinite(row));
    double[] weights = new Entmax15(row.temperature()).weights(row.logits());

    assertNear(row, weights, bisected(row, 2 * row.temperature(), 2));
    Coverage.check("some zero", Arrays.stream(weights).anyMatch(w -> w == 0), 30);
  }

  @Property
  void weightsAreNonNegativeAndSumToOneAndFollowTheLogits(@ForAll LogitRow row) {
    double[] logits = row.logits();
    for (Normalizer normalizer :
        new Normalizer[] {
          new Sparsemax(row.temperature()),
          new Entmax15(row.temperature()),
          new ScalableSoftmax(row.temperature(), 0.5)
        }) {
      double[] weights = normalizer.weights(logits);
      assertThat(Arrays.stream(weights).allMatch(w -> w >= 0 && w <= 1 + ERROR)).isTrue();
      assertThat(Math.abs(Arrays.stream(weights).sum() - 1)).isLessThan(ERROR * weights.length);
      for (int i = 1; i < logits.length; i++) {
        assertThat(logits[i - 1] <= logits[i] && weights[i - 1] > weights[i] + ERROR).isFalse();
      }
    }
  }

  @Property(tries = 300)
  void theEnclosuresOfTheWeightsOverlap(@ForAll LogitRow row) {
    for (Normalizer normalizer :
        new Normalizer[] {
          new Sparsemax(row.temperature()),
          new Entmax15(row.temperature()),
          new ScalableSoftmax(row.temperature(), 0.5)
        }) {
      Vec fast = normalizer.weights(Arithmetic.BINARY64.inputs(row.logits()));
      Vec precise = normalizer.weights(Arithmetic.exact(40).inputs(row.logits()));
      for (int i = 0; i < row.tokens(); i++) {
        assertOverlap(row, fast.get(i), precise.get(i));
      }
    }
  }

  private static void assertOverlap(LogitRow row, Real a, Real b) {
    if (a.isBounded() && b.isBounded()) {
      assertThat(a.lower()).as("%s: %s, %s", row, a, b).isLessThanOrEqualTo(b.upper());
      assertThat(a.upper()).as("%s: %s, %s", row, a, b).isGreaterThanOrEqualTo(b.lower());
    }
  }

  @Property
  void theSupportIsWhereTheWeightIsPositive(@ForAll LogitRow row) {
    Sparsemax sparsemax = new Sparsemax(row.temperature());
    Vec logits = Arithmetic.exact(40).inputs(row.logits());
    Vec weights = sparsemax.weights(logits);
    Vec support = sparsemax.support(logits);
    Real zero = logits.arithmetic().of(0);
    for (int i = 0; i < row.tokens(); i++) {
      if (support.get(i).radius() == 0) {
        assertThat(support.get(i).value()).isEqualTo(weights.get(i).certainlyAbove(zero) ? 1 : 0);
      }
    }
    Coverage.check("known", known(support), 99);
  }

  private static boolean known(Vec support) {
    return IntStream.range(0, support.size()).allMatch(i -> support.get(i).radius() == 0);
  }

  @Property
  void masksLeaveTheVisibleTokensTheirWeights(@ForAll("maskedLogits") double[] logits) {
    int[] indices = Mask.of(logits).indices();
    double[] visible = Mask.of(logits).visible();
    for (Normalizer normalizer :
        new Normalizer[] {new Sparsemax(1), new Entmax15(1), new ScalableSoftmax(1, 0.5)}) {
      double[] weights = normalizer.weights(logits);
      assertThat(Arrays.stream(indices).mapToDouble(i -> weights[i]).toArray())
          .isEqualTo(normalizer.weights(visible));
      for (int i = 0; i < logits.length; i++) {
        assertThat(logits[i] == Double.NEGATIVE_INFINITY && weights[i] != 0).isFalse();
      }
    }
  }

  /** Numbers between each logit and its neighbour in the row: enclosures that overlap. */
  @Property
  void orderStatisticsEncloseThoseOfEveryChoice(@ForAll LogitRow row, @ForAll int choice) {
    double[] logits = row.logits();
    int n = logits.length;
    Arithmetic exact = Arithmetic.exact(40);
    Real[] enclosures = new Real[n];
    double[] chosen = new double[n];
    for (int i = 0; i < n; i++) {
      double next = logits[(i + 1) % n];
      enclosures[i] = exact.input(logits[i]).hull(exact.input(next));
      chosen[i] = (choice >> i & 1) == 0 ? logits[i] : next;
    }
    Vec sorted = Descending.of(exact.vector(enclosures)).sorted();
    Arrays.sort(chosen);
    for (int k = 0; k < n; k++) {
      Real truth = exact.input(chosen[n - 1 - k]);
      assertThat(sorted.get(k).certainlyAbove(truth)).isFalse();
      assertThat(truth.certainlyAbove(sorted.get(k))).isFalse();
    }
  }
}
