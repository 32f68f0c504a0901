package org.attentionlimits.empirical.experiment.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.kernel.EmbeddingProducts;
import org.attentionlimits.empirical.kernel.NullShares;
import org.attentionlimits.empirical.kernel.RowGeometry;
import org.attentionlimits.empirical.kernel.RowSeparability;
import org.attentionlimits.empirical.kernel.TestHeads;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.kernel.WeightedRow;
import org.attentionlimits.empirical.tensor.Embeddings;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts of separable tokens and their bounds, row by row, against their definitions. */
class SeparabilityKernelTests {

  private static final Arithmetic EXACT = Arithmetic.exact(40);

  /** One row's selection, in many digits. */
  private static final class Reference {
    private final Vec weights;
    private final Vec[] embeddings;
    private final int[] top;
    private final Vec context;

    private Reference(HeadAttention head, EmbeddingProducts embeddings, int query, int selected) {
      this.weights = head.row(query).weights(EXACT);
      this.embeddings = new Vec[query + 1];
      for (int i = 0; i <= query; i++) {
        this.embeddings[i] = EXACT.inputs(embeddings.vector(i));
      }
      this.top = head.row(query).top(selected);
      this.context = new Selection(weights, this.embeddings, top).context();
    }

    private Real distance(int token) {
      return context.distance(embeddings[token].times(weights.get(token)));
    }

    private Real ball() {
      return Arrays.stream(TopN.others(embeddings.length, top))
          .mapToObj(this::distance)
          .reduce(Real::min)
          .orElseThrow();
    }

    private Real largestOfSelected() {
      return Arrays.stream(top).mapToObj(this::distance).reduce(Real::max).orElseThrow();
    }

    /** Number of selected tokens that are certainly nearer than another distance. */
    private long certainlyNearer(Real distance) {
      return Arrays.stream(top).filter(i -> distance.certainlyAbove(distance(i))).count();
    }

    /** Number of other tokens that are certainly not farther than a distance. */
    private long othersCertainlyWithin(Real distance) {
      return Arrays.stream(TopN.others(embeddings.length, top))
          .filter(i -> distance(i).certainlyAtMost(distance))
          .count();
    }

    private boolean isCloseToATie(Real distance) {
      return IntStream.range(0, embeddings.length)
              .mapToObj(this::distance)
              .map(Real::value)
              .filter(d -> Math.abs(d - distance.value()) <= 1e-9 * distance.value())
              .count()
          > 1;
    }

    /** {@code ξ_i² = M² Σ a_j² + (M² − δ²/2) Σ_{j≠k} a_j a_k}, as it is printed. */
    private Real xi(int left, double separation) {
      Real squares = EXACT.of(0);
      Real products = EXACT.of(0);
      for (int j : top) {
        for (int k : top) {
          if (j != left && k != left) {
            Real product = weights.get(j).times(weights.get(k));
            squares = j == k ? squares.plus(product) : squares;
            products = j == k ? products : products.plus(product);
          }
        }
      }
      double radius = Arrays.stream(embeddings).mapToDouble(x -> x.norm().value()).max().orElse(0);
      Real square = EXACT.input(radius).square();
      Real half = EXACT.input(separation).square().dividedBy(2);
      return squares.times(square).plus(products.times(square.minus(half))).sqrt();
    }
  }

  private static double separation(EmbeddingProducts embeddings, int tokens) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tokens; i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, Math.sqrt(embeddings.directly(i, j)));
      }
    }
    return least;
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void countsAndBoundsAreThoseOfTheDefinition(TestHeads kind) {
    HeadAttention head = kind.head();
    EmbeddingProducts embeddings =
        EmbeddingProducts.normalised(head.visibleEmbeddings(head.length() - 1));
    RowSeparability kernel = new RowSeparability(embeddings);
    WeightedRow row = new WeightedRow(head);
    for (int query = 2; query < head.length(); query += 3) {
      row.load(query, query + 1);
      kernel.start(row);
      for (int selected = 1; selected <= query; selected += 4) {
        Reference reference = new Reference(head, embeddings, query, selected);
        compare(reference, separation(embeddings, query + 1), kernel.at(selected));
      }
    }
  }

  private static void compare(Reference reference, double separation, double... values) {
    int selected = reference.top.length;
    Real ball = reference.ball();
    double counted = values[RowSeparability.SHARE] * selected;
    if (values[RowSeparability.UNDECIDED] == 0) {
      assertThat(counted).isCloseTo((double) reference.certainlyNearer(ball), Offset.offset(1e-9));
    }
    if (ball.value() > 0) {
      compareBounds(reference, separation, values);
    }
  }

  private static void compareBounds(Reference reference, double separation, double... values) {
    int selected = reference.top.length;
    Real ball = reference.ball();
    double markov = 0;
    double hoeffding = 0;
    for (int i : reference.top) {
      Real xi = reference.xi(i, separation);
      double apart = xi.minus(ball).value();
      double radius =
          Arrays.stream(reference.embeddings).mapToDouble(x -> x.norm().value()).max().orElse(0);
      markov += xi.dividedBy(ball).value() / selected;
      hoeffding += Math.exp(-apart * apart / (2 * radius * radius)) / selected;
    }
    double lower = Math.max(0, 1 - markov);
    assertThat(values[RowSeparability.LOWER]).isCloseTo(lower, Offset.offset(1e-9 * (1 + markov)));
    assertThat(values[RowSeparability.UPPER]).isCloseTo(hoeffding, Offset.offset(1e-9));
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void precisionAndRecallAreThoseOfTheDefinition(TestHeads kind) {
    HeadAttention head = kind.head();
    EmbeddingProducts embeddings = new EmbeddingProducts(head.visibleEmbeddings(head.length() - 1));
    RowGeometry kernel = new RowGeometry(embeddings);
    WeightedRow row = new WeightedRow(head);
    int compared = 0;
    for (int query = 2; query < head.length(); query += 3) {
      row.load(query, query + 1);
      kernel.start(row);
      for (int selected = 1; selected <= query; selected += 4) {
        Reference reference = new Reference(head, embeddings, query, selected);
        double[] values = kernel.at(selected);
        Real least = reference.ball();
        Real largest = reference.largestOfSelected();
        if (reference.isCloseToATie(least) || reference.isCloseToATie(largest)) {
          continue;
        }
        compared++;
        double precision =
            (double) selected / (selected + reference.othersCertainlyWithin(largest));
        double recall = (double) reference.certainlyNearer(least) / selected;
        assertThat(values[RowGeometry.PRECISION]).isEqualTo(precision);
        assertThat(values[RowGeometry.RECALL]).isEqualTo(recall);
        double sum = precision + recall;
        double harmonic = recall == 0 ? 0 : 2 * precision * recall / sum;
        assertThat(values[RowGeometry.F]).isCloseTo(harmonic, Offset.offset(1e-15));
      }
    }
    if (kind == TestHeads.PLAIN) {
      assertThat(compared).isGreaterThan(20);
    }
  }

  private static final List<Integer> SELECTIONS = List.of(1, 3, 8);

  private static Separability experiment() {
    return new Separability(TestHeads.LENGTH, SELECTIONS, Visibility.PREFIX);
  }

  private static Embeddings values(HeadAttention head) {
    return new Embeddings(TestHeads.LENGTH, TestHeads.DIMENSION, head.value());
  }

  @Test
  void tokenEmbeddingsAreJudgedAndTheHeadsOwnStandBeside() {
    HeadAttention head = TestHeads.PLAIN.head();
    Embeddings others = values(TestHeads.UNEVEN.head());
    HeadSeparability own = experiment().measure(head);
    HeadSeparability both = experiment().measure(head.withTokens(others));
    HeadSeparability onOthers = experiment().measure(head.withEmbeddings(others));

    assertThat(both.judged().numbers()).isEqualTo(onOthers.judged().numbers());
    assertThat(both.judged().numbers()).isNotEqualTo(own.judged().numbers());
    assertThat(both.beside().numbers()).isEqualTo(own.judged().numbers());
    assertThat(own.beside().numbers()).containsOnly(0);
  }

  @Test
  void thereIsNoTableBesideWhereNothingIsBeside() {
    HeadAttention head = TestHeads.PLAIN.head();
    Embeddings own = values(head);

    assertThat(tables(head.withTokens(own)))
        .containsExactly("shares", "beside", "rows", "geometry", "heads");
    assertThat(tables(head)).containsExactly("shares", "rows", "geometry", "heads");
    assertThat(tables(head.withTokens(own).withEmbeddings(own)))
        .containsExactly("shares", "rows", "geometry", "heads");
  }

  private static List<String> tables(HeadAttention head) {
    Measured<HeadSeparability> values = new Measured<>(0, 0, experiment().measure(head));
    return experiment().conclude(List.of(values)).tables().stream().map(DataTable::name).toList();
  }

  /** Many equal weights: in few dimensions tokens hide each other, in many they do not. */
  @Test
  void theNullModelTellsWhatTheDimensionGives() {
    HeadAttention head = TestHeads.NEARLY_EQUAL_CONTRIBUTIONS.head();
    TopNGrid grid = TopNGrid.product(List.of(TestHeads.LENGTH), SELECTIONS);
    NullShares shares = new NullShares(grid, Visibility.PREFIX);

    assertThat(shares.of(head, 100_000).mean(0, 1, 0)).isEqualTo(1);
    assertThat(shares.of(head, 2).mean(0, 1, 0)).isLessThan(0.8);
    assertThat(shares.of(head, 2).numbers()).isEqualTo(shares.of(head, 2).numbers());
    assertThat(shares.of(head, 2).queries(0, 1)).isEqualTo(TestHeads.LENGTH - 3);
    assertThat(new NullShares(grid, Visibility.WHOLE).of(head, 2).queries(0, 1))
        .isEqualTo(TestHeads.LENGTH);
  }
}
