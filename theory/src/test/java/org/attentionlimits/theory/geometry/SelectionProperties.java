package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Coverage;

@Domain(AttentionDomain.class)
class SelectionProperties {

  /** Components beyond this overflow when squared. */
  private static final double LARGEST = 1e150;

  @Property
  void everyQuantityIsThatOfThePlainLoops(@ForAll EmbeddedRow row) {
    Selection top = Selection.top(row, Arithmetic.BINARY64);
    Loops loops = new Loops(row);

    assertNear(top.mass(), loops.mass, 1);
    assertNear(top.massOfOthers(), loops.massOfOthers, 1);
    if (loops.size < LARGEST) {
      assertNear(top.cumulativeDistance(), loops.cumulativeDistance, loops.size);
      assertNear(top.largestDistance(), loops.largestDistance, loops.size);
      assertNear(top.largestNorm(), loops.largestNorm, loops.size);
    }
  }

  @Property
  void everyQuantityOfAnySetIsThatOfThePlainLoops(@ForAll SelectedRow row) {
    Vec weights = row.row().weights(Arithmetic.BINARY64);
    Vec[] embeddings = row.embeddings(Arithmetic.BINARY64);
    Selection set = new Selection(weights, embeddings, row.selected());
    Loops loops = new Loops(weights, embeddings, row.selected());

    assertNear(set.mass(), loops.mass, 1);
    assertNear(set.massOfOthers(), loops.massOfOthers, 1);
    assertNear(set.deviationsFromMass(), loops.deviationsFromMass, row.tokens());
    if (loops.size < LARGEST) {
      assertNear(set.cumulativeDistance(), loops.cumulativeDistance, loops.size);
      assertNear(set.largestDistance(), loops.largestDistance, loops.size);
      assertNear(set.largestNorm(), loops.largestNorm, loops.size);
    }
  }

  /** Up to a relative margin, which is where the plain loops round. */
  @Property
  void theTokensInsideAreThoseOfThePlainLoops(@ForAll SelectedRow row) {
    Assume.that(row.selected().length < row.tokens());
    Vec weights = row.row().weights(Arithmetic.BINARY64);
    double[] distances = distances(weights, row);
    double size = new Loops(weights, row.embeddings(Arithmetic.BINARY64), row.selected()).size;
    Assume.that(size < LARGEST);
    double radius = Double.POSITIVE_INFINITY;
    for (int j : TopN.others(row.tokens(), row.selected())) {
      radius = Math.min(radius, distances[j]);
    }
    int surely = 0;
    int perhaps = 0;
    for (int i : row.selected()) {
      surely += distances[i] < radius - 1e-9 * size - 1e-150 ? 1 : 0;
      perhaps += distances[i] < radius + 1e-9 * size + 1e-150 ? 1 : 0;
    }
    Selection set = new Selection(weights, row.embeddings(Arithmetic.BINARY64), row.selected());
    assertThat(set.inside().upper().doubleValue()).isGreaterThanOrEqualTo(surely);
    assertThat(set.inside().lower().doubleValue()).isLessThanOrEqualTo(perhaps);
    assertNear(set.ballRadius(), radius, size);
    Coverage.check("some inside", surely > 0, 58);
    Coverage.check("decided", surely == perhaps, 58);
  }

  /** Of every contribution from the sum of the selected ones. */
  private static double[] distances(Vec weights, SelectedRow row) {
    double[][] y =
        IntStream.range(0, row.tokens())
            .mapToObj(i -> row.embeddings(Arithmetic.BINARY64)[i].times(weights.get(i)).values())
            .toArray(double[][]::new);
    double[] context = new double[y[0].length];
    for (int i : row.selected()) {
      for (int k = 0; k < context.length; k++) {
        context[k] += y[i][k];
      }
    }
    double[] distances = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < context.length; k++) {
        distances[i] = Math.hypot(distances[i], context[k] - y[i][k]);
      }
    }
    return distances;
  }

  @Property(tries = 300)
  void theCountsOfBothArithmeticsOverlap(@ForAll SelectedRow row) {
    Assume.that(row.selected().length < row.tokens());
    Real fast = inside(row, Arithmetic.BINARY64);
    Real precise = inside(row, Arithmetic.exact(60));
    assertThat(fast.lower()).as("%s", row).isLessThanOrEqualTo(precise.upper());
    assertThat(fast.upper()).as("%s", row).isGreaterThanOrEqualTo(precise.lower());
  }

  private static Real inside(SelectedRow row, Arithmetic arithmetic) {
    return new Selection(row.row().weights(arithmetic), row.embeddings(arithmetic), row.selected())
        .inside();
  }

  /** Within a few roundings of the plain loops, relative to the size of what goes in. */
  private static void assertNear(Real number, double loops, double size) {
    double difference = Math.abs(number.value() - loops);
    assertThat(difference <= 1e-13 * size + 1e-150 || !number.isBounded())
        .as("%s but %s", number, loops)
        .isTrue();
  }

  /** The definitions, loop by loop. */
  private static final class Loops {
    final double mass;
    final double massOfOthers;
    final double deviationsFromMass;
    final double cumulativeDistance;
    final double largestDistance;
    final double largestNorm;
    final double size;

    Loops(EmbeddedRow row) {
      this(row.row().weights(Arithmetic.BINARY64), row.embeddings(Arithmetic.BINARY64), row.top());
    }

    Loops(Vec softmax, Vec[] embeddings, int... set) {
      double[] weights = softmax.values();
      double[][] x = Arrays.stream(embeddings).map(Vec::values).toArray(double[][]::new);
      boolean[] selected = new boolean[weights.length];
      for (int i : set) {
        selected[i] = true;
      }
      double[] context = new double[x[0].length];
      double inside = 0;
      double outside = 0;
      double norm = 0;
      double largest = 0;
      for (int i = 0; i < weights.length; i++) {
        largest = Math.max(largest, norm(x[i], 1, context, 0));
        inside += selected[i] ? weights[i] : 0;
        outside += selected[i] ? 0 : weights[i];
        norm = selected[i] ? Math.max(norm, norm(x[i], 1, x[i], 0)) : norm;
      }
      for (int k = 0; k < context.length; k++) {
        for (int i = 0; i < weights.length; i++) {
          context[k] += selected[i] ? weights[i] * x[i][k] : 0;
        }
      }
      double sum = 0;
      double distance = 0;
      double deviations = 0;
      for (int i = 0; i < weights.length; i++) {
        deviations += selected[i] ? 0 : Math.abs(inside - weights[i]);
        sum += selected[i] ? 0 : norm(context, 1, x[i], weights[i]);
        for (int j = 0; j < weights.length; j++) {
          distance =
              selected[j] && !selected[i] ? Math.max(distance, norm(x[i], 1, x[j], 1)) : distance;
        }
      }
      this.mass = inside;
      this.massOfOthers = outside;
      this.deviationsFromMass = deviations;
      this.cumulativeDistance = sum;
      this.largestDistance = distance;
      this.largestNorm = norm;
      this.size = weights.length * largest;
    }

    /** {@code ‖fa − gb‖}. */
    private static double norm(double[] a, double f, double[] b, double g) {
      double squares = 0;
      for (int k = 0; k < a.length; k++) {
        double difference = f * a[k] - g * b[k];
        squares += difference * difference;
      }
      return Math.sqrt(squares);
    }
  }
}
