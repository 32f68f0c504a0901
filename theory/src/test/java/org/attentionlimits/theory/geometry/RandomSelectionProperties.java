package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

@Domain(AttentionDomain.class)
class RandomSelectionProperties {

  /** Components beyond this overflow when squared. */
  private static final double LARGEST = 1e150;

  private static final int MOST_TOKENS = 8;

  @Property
  void everyQuantityIsThatOfAllBitMasks(@ForAll EmbeddedRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    RandomSelection random = new RandomSelection(row, Arithmetic.BINARY64);
    BitMasks masks = new BitMasks(row);

    assertThat(RandomSelection.subsets(row)).isEqualTo(masks.sets.length);
    if (masks.size < LARGEST) {
      assertNear(random.expectedDistance().value(), masks.expectedDistance(), masks.size);
      assertNear(random.mainSum(), masks.summed(false), masks.size);
      assertNear(random.upperSum(), masks.summed(true), masks.size);
    }
  }

  /** Within a few roundings, relative to the size of what goes in. */
  private static void assertNear(Real number, double masks, double size) {
    double difference = Math.abs(number.value() - masks);
    assertThat(difference <= 1e-13 * size + 1e-150 || !number.isBounded())
        .as("%s but %s", number, masks)
        .isTrue();
  }

  @Property(tries = 300)
  void theEnclosuresOverlap(@ForAll EmbeddedRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    RandomSelection fast = new RandomSelection(row, Arithmetic.BINARY64);
    RandomSelection precise = new RandomSelection(row, Arithmetic.exact(60));

    assertOverlap(fast.expectedDistance().value(), precise.expectedDistance().value());
    assertOverlap(fast.mainSum(), precise.mainSum());
    assertOverlap(fast.upperSum(), precise.upperSum());
  }

  private static void assertOverlap(Real a, Real b) {
    if (a.isBounded() && b.isBounded()) {
      assertThat(a.lower()).as("%s, %s", a, b).isLessThanOrEqualTo(b.upper());
      assertThat(a.upper()).as("%s, %s", a, b).isGreaterThanOrEqualTo(b.lower());
    }
  }

  /** All sets of N tokens as bits, and means over them without any formula for the means. */
  private static final class BitMasks {
    final double[][] contributions;
    final int[] sets;
    final double size;

    BitMasks(EmbeddedRow row) {
      double[] weights = row.row().weights(Arithmetic.BINARY64).values();
      double[][] y =
          Stream.of(row.embeddings(Arithmetic.BINARY64)).map(Vec::values).toArray(double[][]::new);
      double largest = 0;
      for (int i = 0; i < y.length; i++) {
        for (int k = 0; k < y[i].length; k++) {
          largest = Math.max(largest, Math.abs(y[i][k]));
          y[i][k] *= weights[i];
        }
      }
      this.contributions = y;
      this.size = y.length * largest;
      this.sets =
          IntStream.range(0, 1 << y.length)
              .filter(mask -> Integer.bitCount(mask) == row.selected())
              .toArray();
    }

    double expectedDistance() {
      double sum = 0;
      for (int mask : sets) {
        double[] context = context(mask);
        for (int i = 0; i < contributions.length; i++) {
          sum += isIn(mask, i) ? 0 : Math.sqrt(squaredDistance(context, contributions[i]));
        }
      }
      return sum / sets.length;
    }

    /**
     * {@code Σ_i P(i∉I) √(‖E s − y_i‖² + E‖s − E s‖²)}, the means being those given i∉I; or the
     * same without the variance.
     */
    double summed(boolean withVariance) {
      double sum = 0;
      for (int i = 0; i < contributions.length; i++) {
        double[][] contexts = contextsWithout(i);
        if (contexts.length > 0) {
          double[] mean = mean(contexts);
          double square = squaredDistance(mean, contributions[i]);
          double variance = withVariance ? variance(contexts, mean) : 0;
          sum += contexts.length * Math.sqrt(square + variance);
        }
      }
      return sum / sets.length;
    }

    private double[][] contextsWithout(int token) {
      return Arrays.stream(sets)
          .filter(mask -> !isIn(mask, token))
          .mapToObj(this::context)
          .toArray(double[][]::new);
    }

    private static boolean isIn(int mask, int token) {
      return (mask >> token & 1) == 1;
    }

    private double[] context(int mask) {
      double[] sum = new double[contributions[0].length];
      for (int i = 0; i < contributions.length; i++) {
        for (int k = 0; k < sum.length; k++) {
          sum[k] += isIn(mask, i) ? contributions[i][k] : 0;
        }
      }
      return sum;
    }

    private static double[] mean(double[]... vectors) {
      double[] mean = new double[vectors[0].length];
      for (double[] vector : vectors) {
        for (int k = 0; k < mean.length; k++) {
          mean[k] += vector[k] / vectors.length;
        }
      }
      return mean;
    }

    private static double variance(double[][] vectors, double[] mean) {
      return Arrays.stream(vectors)
          .mapToDouble(vector -> squaredDistance(vector, mean))
          .average()
          .orElseThrow();
    }

    private static double squaredDistance(double[] a, double[] b) {
      return IntStream.range(0, a.length).mapToDouble(k -> (a[k] - b[k]) * (a[k] - b[k])).sum();
    }
  }
}
