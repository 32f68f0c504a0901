package org.attentionlimits.theory.catalogue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Falsified;

/** What other papers prove, and forms derived here beside it, at drawn instances. */
@Domain(AttentionDomain.class)
class NeighbourProperties {

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
