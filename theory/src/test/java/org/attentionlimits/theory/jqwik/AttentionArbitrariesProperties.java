package org.attentionlimits.theory.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.Coverage;

@Domain(AttentionDomain.class)
@Domain(DomainContext.Global.class)
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
    Coverage.check("one token", row.tokens() == 1, 10);
    Coverage.check("two tokens", row.tokens() == 2, 10);
    Coverage.check("more than eight tokens", row.tokens() > 8, 4);
    Coverage.check("T = 1", row.temperature() == 1, 30);
    Coverage.check("T < 1e-3", row.temperature() < 1e-3, 5);
    Coverage.check("T > 1e3", row.temperature() > 1e3, 5);
    Coverage.check("ties", adjacent(sorted, ulps -> ulps == 0), 20);
    Coverage.check("near-ties", adjacent(sorted, ulps -> ulps > 0 && ulps <= 8), 10);
    Coverage.check("a weight underflows", Arrays.stream(weights).anyMatch(w -> w < 1e-308), 4);
    Coverage.check("saturated", weights.length > 1 && largest > 1 - 1e-15, 5);
    Coverage.check("almost uniform", weights.length > 1 && largest * weights.length < 1 + 1e-9, 6);
    Coverage.check("huge spread", spread > 1e3, 5);
    Coverage.check("tiny spread", spread > 0 && spread < 1e-6, 5);
    Coverage.check("everyday", spread > 0.1 && spread < 20, 10);
    Coverage.check(
        "subnormal", Arrays.stream(sorted).anyMatch(x -> x != 0 && Math.abs(x) < 1e-307), 1);
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

    Coverage.check("N = 1 < n", row.selected() == 1 && row.tokens() > 1, 15);
    Coverage.check("N = n > 1", row.selected() == row.tokens() && row.tokens() > 1, 15);
    Coverage.check("1 < N < n", row.selected() > 1 && row.selected() < row.tokens(), 10);
    Coverage.check("one dimension", d == 1, 10);
    Coverage.check("more dimensions than tokens", d > row.tokens(), 10);
    Coverage.check("identical", identical && row.tokens() > 1, 5);
    Coverage.check("huge", Arrays.stream(embeddings).anyMatch(x -> Math.abs(x) > 1e5), 2);
    Coverage.check("zeros only", Arrays.stream(embeddings).allMatch(x -> x == 0), 1);
  }

  @Property
  void queriesAndKeysCoverParallelAndOppositeKeys(@ForAll QueryKeys row) {
    Arithmetic arithmetic = Arithmetic.BINARY64;
    double product = row.queryNorm(arithmetic).times(row.keyNorms(arithmetic).max()).value();
    double[] logits = row.logits(arithmetic).values();
    double largest = Arrays.stream(logits).max().orElseThrow();
    double least = Arrays.stream(logits).min().orElseThrow();
    double delta = product / row.temperature();

    Coverage.check("parallel", product > 0 && largest > product * (1 - 1e-15), 15);
    Coverage.check("opposite", product > 0 && -least > product * (1 - 1e-15), 15);
    Coverage.check("both", product > 0 && Math.min(largest, -least) > product * (1 - 1e-15), 5);
    Coverage.check("everyday", delta > 0.01 && delta < 100, 25);
    Coverage.check("huge", delta > 1e3, 5);
    Coverage.check("tiny", delta > 0 && delta < 1e-6, 5);
    Coverage.check("zero", delta == 0, 1);
  }

  @Property
  void masksLeaveATokenVisible(@ForAll("maskedLogits") double[] logits) {
    long masked = Arrays.stream(logits).filter(x -> x == Double.NEGATIVE_INFINITY).count();

    assertThat(masked).isLessThan(logits.length);
    assertThat(Arrays.stream(logits).filter(Double::isFinite).count() + masked)
        .isEqualTo(logits.length);
    Coverage.check("no mask", masked == 0, 5);
    Coverage.check("masks", masked > 0, 30);
  }

  @Property
  void temperaturesAreAdmissible(@ForAll("temperatures") double temperature) {
    assertThat(temperature).isBetween(1e-6, 1e6);
    Coverage.check("one", temperature == 1, 30);
  }

  @Property
  void logitsAreFinite(@ForAll("logits") double[] logits) {
    assertThat(logits).isNotEmpty();
    assertThat(Arrays.stream(logits).allMatch(Double::isFinite)).isTrue();
  }
}
