package org.attentionlimits.theory.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.Coverage;

@Domain(AttentionDomain.class)
class AttentionArbitrariesProperties {

  @Provide
  Arbitrary<double[]> logits() {
    return AttentionArbitraries.logits();
  }

  @Provide
  Arbitrary<double[]> maskedLogits() {
    return AttentionArbitraries.maskedLogits();
  }

  @Provide
  Arbitrary<Double> temperatures() {
    return AttentionArbitraries.temperatures();
  }

  @Property
  void rowsCoverWhatBoundsAreSensitiveTo(@ForAll LogitRow row) {
    double[] sorted = row.logits();
    Arrays.sort(sorted);
    double[] weights = row.weights(Arithmetic.BINARY64).values();
    double largest = Arrays.stream(weights).max().orElseThrow();
    double spread = (sorted[sorted.length - 1] - sorted[0]) / row.temperature();

    assertThat(row.tokens()).isBetween(1, 32);
    Coverage.check("one token", row.tokens() == 1, 20);
    Coverage.check("two tokens", row.tokens() == 2, 20);
    Coverage.check("more than eight tokens", row.tokens() > 8, 6);
    Coverage.check("T = 1", row.temperature() == 1, 49);
    Coverage.check("T < 1e-3", row.temperature() < 1e-3, 10);
    Coverage.check("T > 1e3", row.temperature() > 1e3, 9);
    Coverage.check("ties", adjacent(sorted, ulps -> ulps == 0), 35);
    Coverage.check("near-ties", adjacent(sorted, ulps -> ulps > 0 && ulps <= 8), 22);
    Coverage.check("a weight underflows", Arrays.stream(weights).anyMatch(w -> w < 1e-308), 7);
    Coverage.check("saturated", weights.length > 1 && largest > 1 - 1e-15, 8);
    Coverage.check("almost uniform", weights.length > 1 && largest * weights.length < 1 + 1e-9, 26);
    Coverage.check("huge spread", spread > 1e3, 6);
    Coverage.check("tiny spread", spread > 0 && spread < 1e-6, 18);
    Coverage.check("everyday", spread > 0.1 && spread < 20, 23);
    Coverage.check(
        "subnormal", Arrays.stream(sorted).anyMatch(x -> x != 0 && Math.abs(x) < 1e-307), 7);
  }

  private static boolean adjacent(double[] sorted, Predicate<Double> gapInUlps) {
    for (int i = 1; i < sorted.length; i++) {
      if (gapInUlps.test((sorted[i] - sorted[i - 1]) / Math.ulp(sorted[i]))) {
        return true;
      }
    }
    return false;
  }

  @Property
  void embeddedRowsCoverBothEndsOfNAndDegenerateEmbeddings(@ForAll EmbeddedRow row) {
    double[] numbers = row.numbers();
    double[] embeddings = Arrays.copyOfRange(numbers, row.tokens() + 1, numbers.length);
    int d = row.dimension();
    boolean identical = true;
    for (int i = d; i < embeddings.length; i++) {
      identical &= embeddings[i] == embeddings[i - d];
    }

    Coverage.check("N = 1 < n", row.selected() == 1 && row.tokens() > 1, 37);
    Coverage.check("N = n > 1", row.selected() == row.tokens() && row.tokens() > 1, 28);
    Coverage.check("1 < N < n", row.selected() > 1 && row.selected() < row.tokens(), 14);
    Coverage.check("one dimension", d == 1, 24);
    Coverage.check("more dimensions than tokens", d > row.tokens(), 30);
    Coverage.check("identical", identical && row.tokens() > 1, 19);
    Coverage.check("huge", Arrays.stream(embeddings).anyMatch(x -> Math.abs(x) > 1e5), 4);
    Coverage.check("zeros only", Arrays.stream(embeddings).allMatch(x -> x == 0), 4);
  }

  @Property
  void setsCoverOneAllAndOthersThanTheLargestWeights(@ForAll SelectedRow row) {
    int[] set = row.selected();
    int n = row.tokens();
    double[] logits = row.row().logits();
    double least = Arrays.stream(set).mapToDouble(i -> logits[i]).min().orElseThrow();
    double most = Arrays.stream(set).mapToDouble(i -> logits[i]).max().orElseThrow();
    double largest = Arrays.stream(logits).max().orElseThrow();
    double smallest = Arrays.stream(logits).min().orElseThrow();
    boolean top = Arrays.equals(set, Arrays.stream(row.row().top(set.length)).sorted().toArray());

    Coverage.check("one of several", set.length == 1 && n > 1, 37);
    Coverage.check("all of several", set.length == n && n > 1, 28);
    Coverage.check("some", set.length > 1 && set.length < n, 14);
    Coverage.check("the top set", top && set.length < n, 11);
    Coverage.check("without the largest", most < largest, 30);
    Coverage.check("with the smallest only", most == smallest && smallest < largest, 19);
    Coverage.check("with both ends", least == smallest && most == largest && n > 2, 27);
    Coverage.check("not the first tokens", set[set.length - 1] >= set.length, 34);
  }

  @Property(tries = 3000) // too much separation is rare
  void sphericalRowsCoverBallsOnEitherSideOfTheDistances(@ForAll SphericalRow row) {
    double[] a = row.weights(Arithmetic.BINARY64).selected().values();
    double rest = Arrays.stream(a).sum() - a[0];
    double squares = Arrays.stream(a).map(w -> w * w).sum() - a[0] * a[0];
    double ball = row.ball() / row.radius();
    double separation = row.separation() / row.radius();

    assertThat(row.dimension()).isBetween(1, 64);
    for (int selected = 1; selected <= 3; selected++) {
      Coverage.check("N = " + selected, row.selected() == selected, 23);
    }
    Coverage.check("N > 3", row.selected() > 3, 5);
    Coverage.check("N < n", row.selected() < row.tokens(), 50);
    Coverage.check("one dimension", row.dimension() == 1, 9);
    Coverage.check("more than eight dimensions", row.dimension() > 8, 22);
    Coverage.check("no separation", separation == 0, 49);
    Coverage.check("separation", separation > 0 && separation < 1.414, 47);
    Coverage.check("too much separation", separation > 1.4143, 2);
    Coverage.check("above the root mean square", ball * ball > squares && ball < rest, 5);
    Coverage.check("below the root mean square", ball * ball < squares, 26);
    Coverage.check("all inside", row.selected() > 1 && ball > rest, 35);
    Coverage.check("huge or tiny", row.radius() > 1e6 || row.radius() < 1e-6, 10);
  }

  @Property
  void rowsWithFunctionsCoverEveryFunctionOnEitherSideOfZero(@ForAll FunctionRow row) {
    double[] x = row.scaled(Arithmetic.BINARY64).values();
    double least = Arrays.stream(x).min().orElseThrow();
    double most = Arrays.stream(x).max().orElseThrow();

    for (PositiveFunction function : PositiveFunction.values()) {
      Coverage.check(function.name(), row.function() == function, 25);
    }
    Coverage.check("both signs", least < 0 && most > 0, 31);
    Coverage.check("negative", most < 0, 22);
    Coverage.check("positive", least > 0, 24);
    Coverage.check("everyday", most - least > 0.1 && most - least < 20, 23);
    Coverage.check("tiny", most - least > 0 && most - least < 1e-6, 18);
    Coverage.check("beyond the exponential", most > 710 || least < -746, 8);
  }

  @Property
  void stepsCoverTwelveDecadesAndTheDirectionsThatMatter(@ForAll PerturbedRow row) {
    int n = row.tokens();
    double[] numbers = row.numbers();
    double[] u = Arrays.copyOfRange(numbers, n + 1, 2 * n + 1);
    int[] top = row.row().top(Math.min(2, n));
    double size = Arrays.stream(u).map(Math::abs).sum();
    double step = row.step() / row.row().temperature();

    assertThat(step).isBetween(0.99e-9, 1.01e3);
    Coverage.check("T", step == 1, 24);
    Coverage.check("tiny", step < 1e-6, 18);
    Coverage.check("everyday", step > 0.01 && step < 10, 43);
    Coverage.check("huge", step > 100, 6);
    Coverage.check(
        "between the top two",
        n > 1 && u[top[0]] == -u[top[1]] && size == 2 * Math.abs(u[top[0]]) && size > 0,
        27);
    Coverage.check("along all", n > 1 && Arrays.stream(u).allMatch(x -> x == u[0]), 6);
    Coverage.check("not of length one", n > 1 && Math.abs(size - 2) > 1e-3, 52);
  }

  @Property
  void nearTiesCoverTwoTokensAndMoreAndGapsOfAllSizes(@ForAll NearTie rows) {
    double gap = rows.gap() / rows.temperature();
    double[] numbers = rows.numbers();
    double[] depths = Arrays.copyOf(numbers, rows.tokens() - 2);

    Coverage.check("two tokens", rows.tokens() == 2, 49);
    Coverage.check("more", rows.tokens() > 3, 40);
    Coverage.check("T", gap == 1, 24);
    Coverage.check("tiny", gap < 1e-6, 18);
    Coverage.check("everyday", gap > 0.01 && gap < 10, 43);
    Coverage.check("huge", gap > 100, 6);
    Coverage.check("tied below", depths.length > 0 && depths[0] == 0, 9);
  }

  @Property
  void groupsOfHeadsCoverEveryNumberAndBothEnds(@ForAll HeadGroup group) {
    double p = group.separability();

    assertThat(group.heads()).isBetween(1, 10);
    Coverage.check("one", group.heads() == 1, 17);
    Coverage.check("more than three", group.heads() > 3, 47);
    Coverage.check("beside 0.8", p != 0.8 && Math.abs(p - 0.8) < 1e-15, 19);
    Coverage.check("rare", p < 1e-3, 20);
    Coverage.check("almost sure", p > 0.999, 21);
    Coverage.check("never or always", p == 0 || p == 1, 4);
  }

  @Property
  void queriesAndKeysCoverParallelAndOppositeKeys(@ForAll QueryKeys row) {
    Arithmetic arithmetic = Arithmetic.BINARY64;
    double product = row.queryNorm(arithmetic).times(row.keyNorms(arithmetic).max()).value();
    double[] logits = row.logits(arithmetic).values();
    double largest = Arrays.stream(logits).max().orElseThrow();
    double least = Arrays.stream(logits).min().orElseThrow();
    double delta = product / row.temperature();

    Coverage.check("parallel", product > 0 && largest > product * (1 - 1e-15), 57);
    Coverage.check("opposite", product > 0 && -least > product * (1 - 1e-15), 19);
    Coverage.check("both", product > 0 && Math.min(largest, -least) > product * (1 - 1e-15), 7);
    Coverage.check("everyday", delta > 0.01 && delta < 100, 58);
    Coverage.check("huge", delta > 1e3, 11);
    Coverage.check("tiny", delta > 0 && delta < 1e-6, 8);
    Coverage.check("zero", delta == 0, 7);
  }

  @Property
  void masksLeaveATokenVisible(@ForAll("maskedLogits") double[] logits) {
    long masked = Arrays.stream(logits).filter(x -> x == Double.NEGATIVE_INFINITY).count();

    assertThat(masked).isLessThan(logits.length);
    assertThat(Arrays.stream(logits).filter(Double::isFinite).count() + masked)
        .isEqualTo(logits.length);
    Coverage.check("no mask", masked == 0, 19);
    Coverage.check("masks", masked > 0, 80);
  }

  @Property
  void temperaturesAreAdmissible(@ForAll("temperatures") double temperature) {
    assertThat(temperature).isBetween(1e-6, 1e6);
    Coverage.check("one", temperature == 1, 50);
  }

  @Property
  void logitsAreFinite(@ForAll("logits") double[] logits) {
    assertThat(logits).isNotEmpty();
    assertThat(Arrays.stream(logits).boxed()).allMatch(Double::isFinite);
  }
}
