package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.testing.Accuracy;
import org.junit.jupiter.api.Test;

/** What the claims on sparse normalisers would say of others, and where they cannot tell. */
class SparseTests {

  private static final Arithmetic PRECISE = Arithmetic.exact(Claim.CERTIFYING_DIGITS);

  private static Evaluation softmax(int temperatures, LogitRow row, Arithmetic arithmetic) {
    return Sparse.zeros(row, LogitRow::weights, temperatures, arithmetic);
  }

  @Test
  void softmaxGivesNoZerosAndTheLargestWeightThatFarBelowIsFound() {
    LogitRow row = new LogitRow(0.5, -0.25, -1, 0.5, -0.5, -3);
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, PRECISE}) {
      Real[] weights = new Real[5];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = row.weights(arithmetic).get(i);
      }
      assertThat(softmax(1, row, arithmetic).outcome()).isEqualTo(Outcome.VIOLATED);
      assertThat(softmax(1, row, arithmetic).left().value()).isEqualTo(weights[0].value());
      assertThat(softmax(2, row, arithmetic).left().value()).isEqualTo(weights[3].value());
      assertThat(softmax(3, row, arithmetic).left().value()).isEqualTo(weights[1].value());
      assertThat(softmax(8, row, arithmetic).outcome()).isEqualTo(Outcome.HOLDS);
    }
  }

  /** 0.3 and −0.7 are a little less than one apart, which doubles cannot tell. */
  @Test
  void aTokenThatMayBeThatFarBelowWidensTheLeftSide() {
    LogitRow row = new LogitRow(1, 0.3, -0.7);
    Evaluation fast = softmax(1, row, Arithmetic.BINARY64);
    double weight = row.weights(PRECISE).get(1).value();

    assertThat(fast.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(fast.left().lower()).isZero();
    assertThat(fast.left().upper().doubleValue()).isBetween(weight, weight * (1 + 1e-12));
    assertThat(softmax(1, row, PRECISE).left().value()).isZero();
  }

  /** 0.1 and −0.9 are a little more than one apart. */
  @Test
  void whereTheSupportIsNotKnownTheNormIsZeroOrTheInverseTemperature() {
    Claim<LogitRow> claim = Claims.named("sparse-norm", LogitRow.TYPE);
    LogitRow row = new LogitRow(1, 0.1, -0.9);
    Evaluation fast = claim.evaluate(row, Arithmetic.BINARY64);

    assertThat(fast.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(fast.right().lower()).isZero();
    assertThat(fast.right().upper().doubleValue()).isEqualTo(1);
    assertThat(claim.evaluate(row).outcome()).isEqualTo(Outcome.HOLDS);
    Accuracy.checkDigits(row, claim.evaluatePrecisely(row).right(), BigDecimal.ZERO);
  }
}
