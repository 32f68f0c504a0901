package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
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
import org.attentionlimits.theory.real.Vec;

@Domain(AttentionDomain.class)
class SoftmaxProperties {

  /** Weights that underflow may come out in any order. */
  private static final double UNDERFLOW = 1e-320;

  private static final MathContext ORACLE = new MathContext(60, RoundingMode.HALF_EVEN);

  /** Relative error that the oracle may have: far above its rounding, far below a double's. */
  private static final BigDecimal ORACLE_ERROR = BigDecimal.ONE.scaleByPowerOfTen(-40);

  /** Exponents up to here cost the oracle little. */
  private static final double FAR = 2000;

  @Provide
  Arbitrary<double[]> maskedLogits() {
    return AttentionArbitraries.maskedLogits();
  }

  @Property
  void weightsAreNonNegativeAndSumToOne(@ForAll LogitRow row) {
    Assume.that(hasExponents(row));
    double[] weights = new Softmax(row.temperature()).weights(row.logits());

    assertThat(Arrays.stream(weights).boxed()).as("%s", row).allMatch(w -> w >= 0 && w <= 1);
    assertThat(Math.abs(Arrays.stream(weights).sum() - 1)).as("%s", row).isLessThan(4e-15);
  }

  /** Whether all {@code (ℓ_i − max ℓ)/T} are doubles. */
  private static boolean hasExponents(LogitRow row) {
    double largest = Arrays.stream(row.logits()).max().orElseThrow();
    double least = Arrays.stream(row.logits()).min().orElseThrow();
    return Double.isFinite((least - largest) / row.temperature());
  }

  @Property
  void weightsAndTheirLogarithmsAreInTheOrderOfTheLogits(@ForAll LogitRow row) {
    Assume.that(hasExponents(row));
    double[] logits = row.logits();
    double[] weights = row.weights(Arithmetic.BINARY64).values();
    double[] logWeights = row.logWeights(Arithmetic.BINARY64).values();
    for (int i = 1; i < logits.length; i++) {
      if (logits[i - 1] <= logits[i]) {
        assertThat(weights[i - 1]).as("%s", row).isLessThanOrEqualTo(weights[i] + UNDERFLOW);
        assertThat(logWeights[i - 1]).as("%s", row).isLessThanOrEqualTo(logWeights[i]);
      }
    }
  }

  @Property(tries = 500)
  void theEnclosuresContainTheTrueWeights(@ForAll LogitRow row) {
    Assume.that(isNear(row));
    BigDecimal[] truth = oracle(row);
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, Arithmetic.exact(30)}) {
      assertContains(row.weights(arithmetic), truth);
      assertContains(row.logWeights(arithmetic).exp(), truth);
    }
  }

  private static void assertContains(Vec weights, BigDecimal[] truth) {
    for (int i = 0; i < truth.length; i++) {
      BigDecimal margin = truth[i].multiply(ORACLE_ERROR);
      assertThat(weights.get(i).lower()).isLessThanOrEqualTo(truth[i].add(margin));
      assertThat(weights.get(i).upper()).isGreaterThanOrEqualTo(truth[i].subtract(margin));
    }
  }

  /** Whether no exponent is so far from the others that it costs the oracle much. */
  private static boolean isNear(LogitRow row) {
    double largest = Arrays.stream(row.logits()).max().orElseThrow();
    return Arrays.stream(row.logits()).allMatch(x -> largest - x < FAR * row.temperature());
  }

  /** Weights to fifty digits by the definition. */
  private static BigDecimal[] oracle(LogitRow row) {
    double[] logits = row.logits();
    double largest = Arrays.stream(logits).max().orElseThrow();
    BigDecimal temperature = new BigDecimal(row.temperature());
    BigDecimal[] powers =
        Arrays.stream(logits)
            .mapToObj(x -> new BigDecimal(x).subtract(new BigDecimal(largest)))
            .map(x -> BigDecimalMath.exp(x.divide(temperature, ORACLE), ORACLE))
            .toArray(BigDecimal[]::new);
    BigDecimal sum = Arrays.stream(powers).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Arrays.stream(powers).map(p -> p.divide(sum, ORACLE)).toArray(BigDecimal[]::new);
  }

  @Property
  void anExactShiftOfAllLogitsChangesNothing(@ForAll LogitRow row) {
    double[] logits = row.logits();
    double[] shifted = Arrays.stream(logits).map(x -> x - logits[0]).toArray();
    Assume.that(isExact(logits, shifted));
    Softmax softmax = new Softmax(row.temperature());

    assertThat(softmax.weights(shifted)).as("%s", row).isEqualTo(softmax.weights(logits));
  }

  /** Whether each shifted logit is the difference to the first, without rounding. */
  private static boolean isExact(double[] logits, double[] shifted) {
    BigDecimal shift = new BigDecimal(logits[0]);
    return IntStream.range(0, logits.length)
        .allMatch(
            i ->
                Double.isFinite(shifted[i])
                    && new BigDecimal(logits[i])
                            .subtract(shift)
                            .compareTo(new BigDecimal(shifted[i]))
                        == 0);
  }

  @Property
  void masksLeaveTheVisibleTokensTheirWeights(@ForAll("maskedLogits") double[] logits) {
    Softmax softmax = new Softmax(1);
    double[] weights = softmax.weights(logits);
    double[] logWeights = softmax.logWeights(logits);
    LogitRow visible = LogitRow.visible(1, logits);
    int[] indices = Mask.of(logits).indices();

    assertThat(Arrays.stream(indices).mapToDouble(i -> weights[i]).toArray())
        .isEqualTo(softmax.weights(visible.logits()));
    for (int i = 0; i < logits.length; i++) {
      if (logits[i] == Double.NEGATIVE_INFINITY) {
        assertThat(weights[i]).isZero();
        assertThat(logWeights[i]).isEqualTo(Double.NEGATIVE_INFINITY);
      }
    }
  }
}
