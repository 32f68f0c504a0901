package org.attentionlimits.theory.power;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Statement;

/** Collects false claims made from one claim by slips in its formula. */
final class Slips<I extends Instance<I>> {

  private final Claim<I> claim;
  private final List<Mutant<?>> mutant = new ArrayList<>();

  Slips(Claim<I> claim) {
    this.claim = claim;
  }

  /** The claim with another formula. */
  Slips<I> add(String slip, String mistake, Claim.Formula<I> formula) {
    Statement statement = claim.statement();
    Claim<I> wrong =
        Claim.about(claim.type())
            .named(statement.id() + "-" + slip)
            .saying("", statement.words() + "; slip: " + mistake)
            .where(statement.domain(), claim::admits)
            .evaluatedBy(formula);
    mutant.add(new Mutant<>(wrong, statement.id(), mistake, OptionalDouble.empty()));
    return this;
  }

  List<Mutant<?>> list() {
    return mutant;
  }
}
