package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.normalize.UnknownLogitsException;
import org.attentionlimits.theory.normalize.WeightBounds;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;

/** Claims on a row of which what they share is kept, and on the same row without. */
@Domain(AttentionDomain.class)
class KeptRowsProperties {

  private static final List<Claim<?>> CLAIMS =
      Catalogue.claims().stream()
          .filter(claim -> claim.type() == LogitRow.TYPE || claim.type() == FunctionRow.TYPE)
          .filter(claim -> claim.statement().needs().isEmpty())
          .toList();

  /** The row by what its weights may have been before they were rounded to float32. */
  private static LogitRow rounded(LogitRow row) {
    double[] weights = row.weights(Claim.PRECISE).values();
    double[] lower = new double[weights.length];
    double[] upper = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      float weight = (float) weights[i];
      lower[i] = Math.max(0, weight - Math.ulp(weight) / 2.0);
      upper[i] = Math.min(1, weight + Math.ulp(weight) / 2.0);
    }
    return LogitRow.ofWeights(row.temperature(), new WeightBounds(lower, upper));
  }

  private static <I extends Instance<I>> String outcome(Claim<I> claim, LogitRow row) {
    Instance<?> instance =
        claim.type() == FunctionRow.TYPE ? new FunctionRow(PositiveFunction.EXPONENTIAL, row) : row;
    try {
      return claim
          .admitted(instance)
          .map(admitted -> claim.evaluateAdmitted(admitted, Arithmetic.BINARY64))
          .map(found -> found + ", " + found.left().radius() + ", " + found.right().radius())
          .orElse("not admitted");
    } catch (UnknownLogitsException | IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static void assertSame(LogitRow row) {
    try (Memo memo = new Memo()) {
      LogitRow kept = row.keptIn(memo);
      for (Claim<?> claim : CLAIMS) {
        assertThat(outcome(claim, kept)).as("%s", claim).isEqualTo(outcome(claim, row));
      }
    }
  }

  @Property(tries = 200)
  void claimsFindTheSameWhetherWhatTheyShareIsKeptOrNot(@ForAll LogitRow row) {
    assertThat(CLAIMS).hasSizeGreaterThan(15);
    assertSame(row);
    assertSame(rounded(row));
  }
}
