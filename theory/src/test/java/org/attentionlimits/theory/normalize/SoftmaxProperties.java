package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionArbitraries;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

@Domain(AttentionDomain.class)
@Domain(DomainContext.Global.class)
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
    double[] weights = new Softmax(row.temperature()).weights(row.logits());

    if (hasExponents(row)) {
      assertThat(Arrays.stream(weights).allMatch(w -> w >= 0 && w <= 1)).isTrue();
      assertThat(Math.abs(Arrays.stream(weights).sum() - 1)).isLessThan(4e-15);
    }
  }

  /** Whether all {@code (ℓ_i − max ℓ)/T} are doubles. */
  private static boolean hasExponents(LogitRow row) {
    double largest = Arrays.stream(row.logits()).max().orElseThrow();
    double least = Arrays.stream(row.logits()).min().orElseThrow();
    return Double.isFinite((least - largest) / row.temperature());
  }

  @Property
  void weightsAndTheirLogarithmsAreInTheOrderOfTheLogits(@ForAll LogitRow row) {
    double[] logits = row.logits();
    double[] weights = row.weights(Arithmetic.BINARY64).values();
    double[] logWeights = row.logWeights(Arithmetic.BINARY64).values();
    for (int i = 1; i < logits.length; i++) {
      if (logits[i - 1] <= logits[i] && hasExponents(row)) {
        assertThat(weights[i - 1]).isLessThanOrEqualTo(weights[i] + UNDERFLOW);
        assertThat(logWeights[i - 1]).isLessThanOrEqualTo(logWeights[i]);
      }
    }
  }

  @Property(tries = 500)
  void theEnclosuresContainTheTrueWeights(@ForAll LogitRow row) {
    BigDecimal[] truth = oracle(row);
    if (truth.length > 0) {
      for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, Arithmetic.exact(30)}) {
        assertContains(row.weights(arithmetic), truth);
        assertContains(row.logWeights(arithmetic).exp(), truth);
      }
    }
  }

  private static void assertContains(Vec weights, BigDecimal[] truth) {
    for (int i = 0; i < truth.length; i++) {
      BigDecimal margin = truth[i].multiply(ORACLE_ERROR);
      assertThat(weights.get(i).lower()).isLessThanOrEqualTo(truth[i].add(margin));
      assertThat(weights.get(i).upper()).isGreaterThanOrEqualTo(truth[i].subtract(margin));
    }
  }

  /** Weights to fifty digits by the definition; none where the exponents are far apart. */
  private static BigDecimal[] oracle(LogitRow row) {
    double[] logits = row.logits();
    double largest = Arrays.stream(logits).max().orElseThrow();
    if (Arrays.stream(logits).anyMatch(x -> !(largest - x < FAR * row.temperature()))) {
      return new BigDecimal[0];
    }
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
    double shift = logits[0];
    double[] shifted = Arrays.stream(logits).map(x -> x - shift).toArray();
    boolean exact = true;
    for (int i = 0; i < logits.length; i++) {
      exact &=
          Double.isFinite(shifted[i])
              && new BigDecimal(logits[i])
                      .subtract(new BigDecimal(shift))
                      .compareTo(new BigDecimal(shifted[i]))
                  == 0;
    }
    if (exact) {
      Softmax softmax = new Softmax(row.temperature());
      assertThat(softmax.weights(shifted)).isEqualTo(softmax.weights(logits));
    }
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
