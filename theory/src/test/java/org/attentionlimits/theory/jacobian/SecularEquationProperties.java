package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Coverage;

/** Where the search for the narrowest enclosure begins. */
@Domain(AttentionDomain.class)
@Domain(DomainContext.Global.class)
class SecularEquationProperties {

  private static final Arithmetic B = Arithmetic.BINARY64;

  /** The weights of a row, each known to a share of it, and none above one. */
  private static Vec coarse(LogitRow row, double share) {
    double[] weights = row.weights(B).values();
    Real[] coarse = new Real[weights.length];
    for (int i = 0; i < coarse.length; i++) {
      Real lower = B.input(weights[i] * (1 - share));
      coarse[i] = lower.hull(B.input(Math.min(1, weights[i] * (1 + share))));
    }
    return B.vector(coarse);
  }

  @Property
  void theLikelyWidthLeadsToWhatAllWidthsLeadTo(
      @ForAll LogitRow row, @ForAll @DoubleRange(min = 0, max = 50) double digits) {
    if (row.tokens() > 1 && row.weights(B).sum().isBounded()) {
      SecularEquation equation = new SecularEquation(coarse(row, Math.scalb(0.5, -(int) digits)));
      Real fast = equation.largestEigenvalue(true);
      Real slow = equation.largestEigenvalue(false);

      assertThat(fast.value()).as("%s", row).isEqualTo(slow.value());
      assertThat(fast.radius()).as("%s", row).isEqualTo(slow.radius());
      Coverage.check("enclosed", slow.radius() < 0.1 * slow.value(), 33);
    }
  }
}
