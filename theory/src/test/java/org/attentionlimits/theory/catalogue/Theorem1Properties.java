package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.geometry.RandomSelection;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Falsified;

@Domain(AttentionDomain.class)
class Theorem1Properties {

  /** Up to so many subsets, sixty digits take a fraction of a second. */
  private static final double FEW_SUBSETS = 252;

  private static final Claim<EmbeddedRow> FIXED = Claims.named("theorem-1-fixed", EmbeddedRow.TYPE);
  private static final Claim<SelectedRow> FIXED_SET =
      Claims.named("theorem-1-fixed-set", SelectedRow.TYPE);
  private static final Claim<SelectedRow> FIXED_ANY =
      Claims.named("theorem-1-fixed-any", SelectedRow.TYPE);
  private static final Claim<EmbeddedRow> RANDOM =
      Claims.named("theorem-1-random", EmbeddedRow.TYPE);
  private static final Claim<EmbeddedRow> RANDOM_UPPER =
      Claims.named("theorem-1-random-upper", EmbeddedRow.TYPE);
  private static final Claim<EmbeddedRow> ALL = Claims.named("corollary-2-ii", EmbeddedRow.TYPE);

  @Property
  void theCumulativeDistanceIsWithinTheBoundOfTheTopTokens(@ForAll EmbeddedRow row) {
    Claims.assertHolds(FIXED, row);
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 1), T = 1, x = ((1), (1)), I = [0]",
        "logits = (1, 0), T = 1, x = ((1), (1)), I = [1]",
        "logits = (0, -1), T = 1, x = ((1), (1)), I = [1]",
        "logits = (-1, 0), T = 1, x = ((1), (1)), I = [0]"
      })
  void theCumulativeDistanceIsWithinTheBoundOfTheTopTokensForAnySet(@ForAll SelectedRow row) {
    Claims.assertNotCertified(FIXED_SET, row);
  }

  @Property
  void theCumulativeDistanceIsWithinTheBoundOfAnySet(@ForAll SelectedRow row) {
    Claims.assertHolds(FIXED_ANY, row);
  }

  @Property
  void ofTheTopTokensBothBoundsAreTheSame(@ForAll EmbeddedRow row) {
    SelectedRow top = new SelectedRow(row.row(), embeddings(row), row.top());
    Evaluation printed = FIXED.evaluatePrecisely(row);
    Evaluation any = FIXED_ANY.evaluatePrecisely(top);
    assertThat(Evaluation.equal(printed.right(), any.right()).outcome())
        .as("%s and %s at %s", printed, any, top)
        .isNotEqualTo(Outcome.VIOLATED);
  }

  @Property
  void theMainSumIsAtMostTheExpectedDistanceOfARandomSet(@ForAll EmbeddedRow row) {
    Claims.assertHolds(RANDOM, row);
  }

  @Property
  void theExpectedDistanceOfARandomSetIsAtMostTheSumWithVariances(@ForAll EmbeddedRow row) {
    Claims.assertHolds(RANDOM_UPPER, row);
  }

  @Property
  void aVerdictThatRestsOnASampleOfSetsSaysSo(@ForAll EmbeddedRow row) {
    Evaluation evaluation = RANDOM.evaluate(row, Arithmetic.BINARY64);
    boolean enumerated = RandomSelection.isEnumerated(row, Arithmetic.BINARY64);
    boolean unknown = !evaluation.right().isBounded();

    assertThat(evaluation.doubt()).isEqualTo(enumerated || unknown ? 0 : Sampling.DOUBT);
  }

  @Property
  void nothingIsLeftIfAllTokensAreSelected(@ForAll EmbeddedRow row) {
    Claims.assertHolds(ALL, new EmbeddedRow(row.row(), embeddings(row), row.tokens()));
  }

  @Property
  void doublePrecisionAndSixtyDigitsAgree(@ForAll EmbeddedRow row, @ForAll SelectedRow any) {
    Claims.assertConsistent(FIXED, row);
    Claims.assertConsistent(FIXED_SET, any);
    Claims.assertConsistent(FIXED_ANY, any);
  }

  @Property(tries = 300)
  void doublePrecisionAndSixtyDigitsAgreeOnRandomSets(@ForAll EmbeddedRow row) {
    double subsets = RandomSelection.subsets(row);
    Assume.that(subsets <= FEW_SUBSETS || subsets > RandomSelection.MOST_SUBSETS);
    Claims.assertConsistent(RANDOM, row);
    Claims.assertConsistent(RANDOM_UPPER, row);
  }

  private static double[][] embeddings(EmbeddedRow row) {
    return Stream.of(row.embeddings(Arithmetic.BINARY64)).map(Vec::values).toArray(double[][]::new);
  }
}
