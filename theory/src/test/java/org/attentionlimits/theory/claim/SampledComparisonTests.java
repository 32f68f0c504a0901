package org.attentionlimits.theory.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.chance.Bounds;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class SampledComparisonTests {

  private static final Arithmetic B = Arithmetic.BINARY64;
  private static final Estimate HALF = Estimate.exact(B.input(0.5));
  private static final Estimate SAMPLED = Estimate.sampled(new Bounds(0.25, 0.75), B);

  @Test
  void aComputedSideRaisesNoDoubt() {
    assertThat(SampledComparison.atMost(HALF, B.of(2)).doubt()).isZero();
    assertThat(SampledComparison.atMost(HALF, B.of(2)).ratio()).isEqualTo(0.25);
    assertThat(SampledComparison.atMost(B.of(2), HALF).ratio()).isEqualTo(4);
  }

  @Test
  void aSampledSideHandsItsDoubtOn() {
    Evaluation left = SampledComparison.atMost(SAMPLED, B.input(0.5));
    assertThat(left.doubt()).isEqualTo(Sampling.DOUBT);
    assertThat(left.outcome()).isEqualTo(Outcome.UNDECIDED);
    Evaluation right = SampledComparison.atMost(B.of(1), SAMPLED);
    assertThat(right.doubt()).isEqualTo(Sampling.DOUBT);
    assertThat(right.outcome()).isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void moreDigitsAreNotCarriedWhereASampleCannotTell() {
    AtomicInteger evaluations = new AtomicInteger();
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("sampled")
            .evaluatedBy(
                (row, arithmetic) -> {
                  evaluations.incrementAndGet();
                  return SampledComparison.atMost(SAMPLED, arithmetic.input(0.5));
                });
    assertThat(claim.evaluate(new LogitRow(1, 0)).outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(evaluations).hasValue(1);
  }
}
