package org.attentionlimits.theory.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;

class SamplingTests {

  private static long first(LogitRow row, int selected, int dimension, double ball) {
    return Sampling.random(
            new SphericalRow(row, selected, dimension, 1, 0, ball), Arithmetic.BINARY64)
        .nextLong();
  }

  @Test
  void theSampleBelongsToTheNumbersAndTheShape() {
    LogitRow row = new LogitRow(1, 0, 1, 2);
    Set<Long> seen = new HashSet<>();
    seen.add(first(row, 2, 3, 0.5));
    seen.add(first(row, 3, 2, 0.5));
    seen.add(first(row, 2, 3, Math.nextUp(0.5)));
    seen.add(first(new LogitRow(1, 1, 0, 2), 2, 3, 0.5));
    seen.add(first(new LogitRow(2, 0, 1, 2), 2, 3, 0.5));

    assertThat(seen).hasSize(5);
    assertThat(first(new LogitRow(1, -0.0, 1, 2), 2, 3, 0.5)).isEqualTo(first(row, 2, 3, 0.5));
  }

  /** By an implementation of SplitMix64 in Python. */
  @Test
  void theSeedIsAHashByTheFinaliserOfSplitMix() {
    Arithmetic fast = Arithmetic.BINARY64;
    assertThat(Sampling.random(new HeadGroup(0.25, 3), fast).nextLong())
        .isEqualTo(0xb3a740c79221b09fL);
    assertThat(Sampling.random(new LogitRow(8, -1.5, 3), fast).nextLong())
        .isEqualTo(0xa1c5245f782c62ecL);
  }

  @Test
  void aCertificateDrawsAnotherSampleThanTheSearch() {
    HeadGroup instance = new HeadGroup(0.25, 3);
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.exact(60), Arithmetic.printed(30)}) {
      assertThat(Sampling.random(instance, arithmetic).nextLong()).isEqualTo(0xa05cfaafd42ebaf3L);
    }
  }

  /** Of 0.1 the decimal is the smaller number, of −0.1 the larger. */
  @Test
  void endsAreMovedOutwardsByAUnit() {
    Bounds bounds = new Bounds(-0.1, 0.1);
    Real printed = bounds.enclosed(Arithmetic.printed(40));
    assertThat(printed.lower()).isLessThan(Arithmetic.exact(40).input(-0.1).lower());
    assertThat(printed.upper()).isGreaterThan(Arithmetic.exact(40).input(0.1).lower());
    assertThat(printed.radius()).isLessThan(0.1 + 3 * Math.ulp(0.1));
  }

  @Test
  void boundsAreEnclosedHoweverTheirEndsAreRead() {
    Bounds bounds = new Bounds(0.1, 0.3);
    for (Arithmetic arithmetic :
        new Arithmetic[] {Arithmetic.BINARY64, Arithmetic.exact(40), Arithmetic.printed(40)}) {
      Real real = bounds.enclosed(arithmetic);
      assertThat(real.lower()).isLessThanOrEqualTo(Arithmetic.exact(40).input(0.1).lower());
      assertThat(real.upper()).isGreaterThanOrEqualTo(Arithmetic.exact(40).input(0.3).upper());
    }
    Real whole = new Bounds(0, 1).enclosed(Arithmetic.exact(40));
    assertThat(whole.lower()).isZero();
    assertThat(whole.upper().doubleValue()).isEqualTo(1);
  }

  @Test
  void whatIsNotAnIntervalIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bounds(1, 0))
        .withMessage("ends must be finite and in order: 1.0 and 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(0, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(Arithmetic.BINARY64.of(0), -0.5))
        .withMessage("doubt must be at least 0 and less than 1: -0.5");
  }

  @Test
  void estimatesKnowWhetherTheyWereSampled() {
    Real half = Arithmetic.BINARY64.input(0.25);
    Estimate sampled = Estimate.sampled(new Bounds(0, 0.5), Arithmetic.BINARY64);

    assertThat(Estimate.exact(half).isSampled()).isFalse();
    assertThat(Estimate.exact(half).complement().value().value()).isEqualTo(0.75);
    assertThat(sampled.doubt()).isEqualTo(Sampling.DOUBT);
    assertThat(sampled.complement().isSampled()).isTrue();
  }
}
