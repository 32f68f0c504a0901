package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.catalogue.neighbour.Neighbours;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.normalize.WeightBounds;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Falsified;

/** What other papers prove, and forms derived here beside it, at drawn instances. */
@Domain(AttentionDomain.class)
class NeighbourProperties {

  /** How far the sum of two weights may be from one that single precision rounded. */
  private static final double SLACK = 0x1p-22;

  @Property(tries = 300)
  void theClaimsAboutARowHold(@ForAll LogitRow row) {
    assertAll(LogitRow.TYPE, row);
  }

  @Property(tries = 300)
  void theClaimsAboutAStepHold(@ForAll PerturbedRow row) {
    assertAll(PerturbedRow.TYPE, row);
  }

  @Property(tries = 200)
  void theClaimsAboutTheTopTokensHold(@ForAll EmbeddedRow row) {
    assertAll(EmbeddedRow.TYPE, row);
  }

  @Property(tries = 200)
  void theClaimsAboutASetHold(@ForAll SelectedRow row) {
    assertAll(SelectedRow.TYPE, row);
  }

  /**
   * Weights of a softmax in single precision, off by a unit each, are within their own rounding of
   * no row whose weights sum to one; two tokens attain several bounds.
   */
  @Property(tries = 300)
  void noRowOfWeightsInSinglePrecisionViolates(@ForAll @DoubleRange(min = 0, max = 30) double gap) {
    double[] exact = new LogitRow(1, gap, 0).weights(Arithmetic.BINARY64).values();
    double[] lower = new double[2];
    double[] upper = new double[2];
    for (int i = 0; i < 2; i++) {
      float stored = Math.nextUp((float) exact[i]);
      lower[i] = stored - Math.ulp(stored) / 2.0;
      upper[i] = stored + Math.ulp(stored) / 2.0;
    }
    LogitRow row = LogitRow.ofWeights(1, new WeightBounds(lower, upper).summingToOne(SLACK));

    for (Claim<?> claim : Neighbours.claims()) {
      if (claim.type() == LogitRow.TYPE) {
        assertThat(Claims.named(claim.id(), LogitRow.TYPE).evaluate(row).outcome())
            .as("%s of %s and %s", claim, upper[0], upper[1])
            .isNotEqualTo(Outcome.VIOLATED);
      }
    }
  }

  /** An equality holds with a ratio of one, and an inequality with one that is hardly above. */
  private static <I extends Instance<I>> void assertAll(InstanceType<I> type, I instance) {
    for (Claim<?> claim : Neighbours.claims()) {
      if (claim.type() == type && claim.admitted(instance).isPresent()) {
        Claim<I> same = Claims.named(claim.id(), type);
        Claims.assertHolds(same, instance);
        Claims.assertConsistent(same, instance);
      }
    }
  }

  @Property
  @Falsified
  void aNinthOfTheSquareOfTheRangeWouldNotDo(@ForAll LogitRow row) {
    Claims.assertSlipHolds(
        LogitRow.TYPE,
        row,
        (r, a) -> {
          Vec z = r.logits(a).dividedBy(a.input(r.temperature()));
          Real range = z.max().minus(z.min());
          Real entropy = r.weights(a).dot(r.logWeights(a)).negated();
          Real loss = range.square().dividedBy(9);
          return Evaluation.atMost(a.of(r.tokens()).log().minus(loss), entropy);
        });
  }
}
