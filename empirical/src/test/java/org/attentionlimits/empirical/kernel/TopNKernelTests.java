package org.attentionlimits.empirical.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.real.Arithmetic.BINARY64;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.geometry.RandomSelection;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batch kernels of the top-N set, row by row, against the definitions of the theory. */
class TopNKernelTests {

  private static final double TOLERANCE = 1e-9;

  /** Digits enough for any cancellation in the test heads. */
  private static final Arithmetic EXACT = Arithmetic.exact(40);

  @SuppressWarnings("unchecked")
  private static final Claim<EmbeddedRow> FIXED =
      (Claim<EmbeddedRow>) Catalogue.named("theorem-1-fixed").orElseThrow();

  private static EmbeddingProducts embeddings(HeadAttention head) {
    return new EmbeddingProducts(head.visibleEmbeddings(head.length() - 1));
  }

  private static void assertClose(String what, double actual, Real expected) {
    double allowed = TOLERANCE * Math.abs(expected.value()) + expected.radius();
    assertThat(Math.abs(actual - expected.value()))
        .as("%s: actual %s, expected %s, allowed %s", what, actual, expected.value(), allowed)
        .isLessThanOrEqualTo(allowed);
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void weightsAndTheirOrderAreTheRows(TestHeads kind) {
    HeadAttention head = kind.head();
    WeightedRow row = new WeightedRow(head);
    for (int query = 0; query < head.length(); query++) {
      row.load(query, query + 1);
      Vec weights = head.row(query).weights(BINARY64);
      for (int i = 0; i <= query; i++) {
        assertClose("weight " + i, row.weights()[i], weights.get(i));
      }
      assertThat(Arrays.copyOf(row.order(), query + 1))
          .isEqualTo(TopN.of(head.visibleLogits(query), query + 1));
    }
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void distancesMainSumsAndBoundsAreThoseOfTheTheory(TestHeads kind) {
    HeadAttention head = kind.head();
    RowDistances kernel = new RowDistances(embeddings(head), true);
    WeightedRow row = new WeightedRow(head);
    for (int query = 1; query < head.length(); query++) {
      row.load(query, query + 1);
      kernel.start(row);
      for (int selected : new int[] {1, 2, 3, 5, 8, 13, 21}) {
        if (selected <= query) {
          compare(head.embedded(query, selected), kernel.at(selected));
        }
      }
    }
  }

  private static void compare(EmbeddedRow row, double... values) {
    Evaluation fixed = FIXED.evaluate(row, EXACT);
    assertClose("distance of " + row, values[RowDistances.DISTANCE], fixed.left());
    assertClose("bound of " + row, values[RowDistances.BOUND], fixed.right());
    Real mainSum = new RandomSelection(row, EXACT).mainSum();
    assertClose("main sum of " + row, values[RowDistances.MAIN_SUM], mainSum);
  }

  @Test
  void cancellationIsThereToBeGuarded() {
    HeadAttention head = TestHeads.NEARLY_EQUAL.head();
    EmbeddingProducts embeddings = embeddings(head);
    double worst = 0;
    for (int i = 1; i < head.length(); i++) {
      double unguarded =
          embeddings.squaredNorm(0) - 2 * embeddings.products(0)[i] + embeddings.squaredNorm(i);
      worst = Math.max(worst, Math.abs(unguarded / embeddings.directly(0, i) - 1));
      assertThat(embeddings.squaredDistance(0, i)).isEqualTo(embeddings.directly(0, i));
    }

    assertThat(worst).isGreaterThan(1e-6);
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void tokensAfterTheQueryCountWithWeightZero(TestHeads kind) {
    HeadAttention head = kind.head();
    RowDistances kernel = new RowDistances(embeddings(head), true);
    WeightedRow row = new WeightedRow(head);
    for (int query : new int[] {0, 3, 11}) {
      row.load(query, head.length());
      kernel.start(row);
      for (int selected : new int[] {1, 4, 9}) {
        Selection whole = wholeRow(head, query, selected);
        double[] values = kernel.at(selected);
        assertClose("distance", values[RowDistances.DISTANCE], whole.cumulativeDistance());
        Real factor = whole.mass().times(whole.others()).minus(whole.massOfOthers());
        Real bound =
            whole
                .massOfOthers()
                .times(whole.largestDistance())
                .plus(factor.times(whole.largestNorm()));
        assertClose("bound", values[RowDistances.BOUND], bound);
      }
    }
  }

  private static Selection wholeRow(HeadAttention head, int query, int selected) {
    double[] weights = Arrays.copyOf(head.row(query).weights(EXACT).values(), head.length());
    int visible = query + 1;
    int[] top = TopN.of(head.visibleLogits(query), Math.min(selected, visible));
    int[] set = IntStream.range(0, selected).map(k -> k < visible ? top[k] : k).toArray();
    return new Selection(
        EXACT.inputs(weights),
        Arrays.stream(head.visibleEmbeddings(head.length() - 1))
            .map(EXACT::inputs)
            .toArray(Vec[]::new),
        set);
  }

  @Test
  void aSweepAveragesOverTheQueriesThatHaveAnotherToken() {
    HeadAttention head = TestHeads.PLAIN.head();
    TopNGrid grid = TopNGrid.product(List.of(8, 24), List.of(2, 7, 9));
    RowDistances kernel = new RowDistances(embeddings(head), true);
    HeadMeans means = new TopNSweep(grid, Visibility.PREFIX).run(head, kernel, kernel.count());

    assertThat(means.queries(0, 0)).isEqualTo(6);
    assertThat(means.queries(0, 1)).isEqualTo(1);
    assertThat(means.queries(0, 2)).isZero();
    assertThat(means.mean(0, 2, RowDistances.DISTANCE)).isNaN();
    assertThat(means.queries(1, 2)).isEqualTo(15);
    Real sum = BINARY64.of(0);
    for (int query = 2; query < 8; query++) {
      sum = sum.plus(Selection.top(head.embedded(query, 2), BINARY64).cumulativeDistance());
    }
    assertClose("mean", means.mean(0, 0, RowDistances.DISTANCE), sum.dividedBy(6));
  }

  @Test
  void theWholeRowIsSweptForEachLength() {
    HeadAttention head = TestHeads.PLAIN.head();
    TopNGrid grid = TopNGrid.product(List.of(8, 24), List.of(7, 9));
    RowDistances kernel = new RowDistances(embeddings(head), false);
    HeadMeans means = new TopNSweep(grid, Visibility.WHOLE).run(head, kernel, kernel.count());

    assertThat(means.queries(0, 0)).isEqualTo(8);
    assertThat(means.queries(0, 1)).isZero();
    assertThat(means.queries(1, 1)).isEqualTo(24);
  }
}
