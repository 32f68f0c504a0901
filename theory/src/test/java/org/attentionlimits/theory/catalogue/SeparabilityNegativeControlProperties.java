package org.attentionlimits.theory.catalogue;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.geometry.Moments;
import org.attentionlimits.theory.geometry.Separability;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.testing.Falsified;

/**
 * Claims about separability made false by a slip, at rows whose probabilities are computed. Each
 * slip must be noticed. Rows of three tokens at most need no shrinking.
 */
@Domain(AttentionDomain.class)
class SeparabilityNegativeControlProperties {

  @Provide
  Arbitrary<SphericalRow> equalTriples() {
    return EqualTriples.ofDimensions(1, 1);
  }

  /** {@code 1 − E[N_s]/N ≤ Σ_i bound_i} times a share, over a count. */
  private static void lower(
      SphericalRow row,
      Function<Moments, Real> bound,
      double share,
      ToIntFunction<SphericalRow> count) {
    Assume.that(row.selected() <= 3 && row.separation() == 0);
    Claims.assertSlipHolds(
        SphericalRow.TYPE,
        row,
        (r, arithmetic) -> {
          Separability separability = new Separability(r, arithmetic);
          Real sum = arithmetic.of(0);
          for (Moments moments : Moments.of(r, arithmetic)) {
            sum = sum.plus(bound.apply(moments));
          }
          Real right =
              sum.times(arithmetic.of(share))
                  .dividedBy(count.applyAsInt(r))
                  .dividedBy(separability.ball());
          return Evaluation.atMost(separability.shareBeyond().value(), right);
        });
  }

  @Property
  @Falsified
  void markovsBoundWithAThousandthLess(@ForAll SphericalRow row) {
    lower(row, Moments::separatedBound, 0.999, SphericalRow::selected);
  }

  @Property
  @Falsified
  void markovsBoundWithTheSquareOfTheBound(@ForAll SphericalRow row) {
    lower(row, moments -> moments.separatedBound().square(), 1, SphericalRow::selected);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified(share = 0.01)
  void markovsBoundWithNForTheNumberSelected(@ForAll SphericalRow row) {
    Assume.that(row.tokens() <= 3);
    lower(row, Moments::separatedBound, 1, SphericalRow::tokens);
  }

  /** Of each of the selected tokens for which {@code excess > 0}. */
  private static void sharp(
      SphericalRow row,
      boolean within,
      BinaryOperator<Real> excess,
      BinaryOperator<Real> bound,
      Function<Moments, Real> spread) {
    Claims.assertSlipHolds(
        SphericalRow.TYPE,
        row,
        (r, arithmetic) -> {
          Separability separability = new Separability(r, arithmetic);
          List<Moments> moments = Moments.of(r, arithmetic);
          Real square = separability.ball().square();
          int[] tokens =
              IntStream.range(0, r.selected())
                  .filter(
                      i ->
                          excess
                              .apply(square, moments.get(i).meanSquare())
                              .certainlyAbove(arithmetic.of(0)))
                  .toArray();
          Evaluation worst = Evaluation.atMost(arithmetic.of(0), arithmetic.of(1));
          for (int i : tokens) {
            Estimate chance = separability.chances(within, i).get(0);
            Real by = excess.apply(square, moments.get(i).meanSquare());
            Real right = bound.apply(spread.apply(moments.get(i)), by.square());
            worst = worst.and(Evaluation.atMost(chance.value(), right));
          }
          return worst;
        });
  }

  private static Real cantelli(Real variance, Real square) {
    return variance.dividedBy(variance.plus(square));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void cantellisBoundWithAPercentLess(@ForAll("equalTriples") SphericalRow row) {
    sharp(
        row,
        false,
        Real::minus,
        (v, square) -> cantelli(v, square).times(99).dividedBy(100),
        Moments::varianceOfSquare);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void cantellisBoundWithHalfTheVariance(@ForAll("equalTriples") SphericalRow row) {
    sharp(
        row,
        false,
        Real::minus,
        SeparabilityNegativeControlProperties::cantelli,
        moments -> moments.varianceOfSquare().dividedBy(2));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void cantellisBoundBelowWithHalfTheVariance(@ForAll("equalTriples") SphericalRow row) {
    sharp(
        row,
        true,
        (square, mean) -> mean.minus(square),
        SeparabilityNegativeControlProperties::cantelli,
        moments -> moments.varianceOfSquare().dividedBy(2));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void cantellisBoundBelowWithAPercentLess(@ForAll("equalTriples") SphericalRow row) {
    sharp(
        row,
        true,
        (square, mean) -> mean.minus(square),
        (v, square) -> cantelli(v, square).times(99).dividedBy(100),
        Moments::varianceOfSquare);
  }

  /** {@code E[N_s]/N ≤ (1/N) Σ_i exp(−exponent_i)}, of three equal weights at most. */
  private static void repaired(SphericalRow row, BinaryOperator<Real> exponent) {
    Claims.assertSlipHolds(
        SphericalRow.TYPE,
        row,
        (r, arithmetic) -> {
          Separability separability = new Separability(r, arithmetic);
          Real sum = arithmetic.of(0);
          for (Moments moments : Moments.of(r, arithmetic)) {
            Real excess = moments.mean().minus(separability.ball()).max(arithmetic.of(0)).square();
            Real scaled =
                exponent.apply(
                    excess.dividedBy(moments.longest().square()),
                    excess.dividedBy(moments.meanSquare()));
            sum = sum.plus(scaled.negated().exp());
          }
          return Evaluation.atMost(
              separability.shareWithin().value(), sum.dividedBy(arithmetic.of(r.selected())));
        });
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void hoeffdingsBoundWithTwiceTheExponent(@ForAll("equalTriples") SphericalRow row) {
    repaired(row, (byRange, byNorm) -> byRange.times(4));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void mcDiarmidsBoundWithFourTimesTheExponent(@ForAll("equalTriples") SphericalRow row) {
    repaired(row, (byRange, byNorm) -> byNorm.times(2));
  }
}
