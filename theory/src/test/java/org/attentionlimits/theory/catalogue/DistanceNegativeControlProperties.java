package org.attentionlimits.theory.catalogue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.geometry.RandomSelection;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.testing.Falsified;

/**
 * Claims about distances from other sets than the top-N set made false by a slip. Each slip must be
 * noticed.
 */
@Domain(AttentionDomain.class)
class DistanceNegativeControlProperties {

  /** Most subsets of a row that is looked at. */
  private static final double MOST_SUBSETS = 252;

  private static void check(EmbeddedRow instance, Claim.Formula<EmbeddedRow> formula) {
    Claims.assertSlipHolds(EmbeddedRow.TYPE, instance, formula);
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 1), T = 1, x = ((0), (1)), I = [1]",
        "logits = (1, 0), T = 1, x = ((1), (0)), I = [0]",
        "logits = (0, 1), T = 1, x = ((1), (1)), I = [0]",
        "logits = (1, 0), T = 1, x = ((1), (1)), I = [1]"
      })
  void theorem1ForAnySetWithAThousandthLessOfTheNorm(@ForAll SelectedRow row) {
    anySet(row, 1, 0.999);
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 0), T = 1, x = ((0), (1)), I = [0]",
        "logits = (0, 0), T = 1, x = ((1), (0)), I = [0]",
        "logits = (0, 0), T = 1, x = ((0), (1)), I = [1]",
        "logits = (0, 0), T = 1, x = ((1), (0)), I = [1]"
      })
  void theorem1ForAnySetWithAThousandthLessOfTheDiameter(@ForAll SelectedRow row) {
    anySet(row, 0.999, 1);
  }

  private static void anySet(SelectedRow row, double ofDistance, double ofNorm) {
    Claims.assertSlipHolds(
        SelectedRow.TYPE,
        row,
        (r, arithmetic) -> {
          Selection set =
              new Selection(r.row().weights(arithmetic), r.embeddings(arithmetic), r.selected());
          Real diameter =
              set.massOfOthers().times(set.largestDistance()).times(arithmetic.of(ofDistance));
          Real norm =
              set.deviationsFromMass().times(set.largestNorm()).times(arithmetic.of(ofNorm));
          return Evaluation.atMost(set.cumulativeDistance(), diameter.plus(norm));
        });
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 0), T = 1, x = ((0), (1)), N = 1",
        "logits = (0, 0), T = 1, x = ((1), (0)), N = 1"
      })
  void theMainSumWithOnePercentMore(@ForAll EmbeddedRow row) {
    check(
        row,
        (r, arithmetic) -> {
          Assume.that(RandomSelection.subsets(r) <= MOST_SUBSETS);
          RandomSelection random = new RandomSelection(r, arithmetic);
          return Evaluation.atMost(
              random.mainSum().times(arithmetic.of(1.01)), random.expectedDistance().value());
        });
  }

  @Property
  @Falsified(tokens = 3)
  void theExpectedDistanceWithoutTheVariances(@ForAll EmbeddedRow row) {
    check(
        row,
        (r, arithmetic) -> {
          Assume.that(RandomSelection.subsets(r) <= MOST_SUBSETS);
          RandomSelection random = new RandomSelection(r, arithmetic);
          return Evaluation.atMost(random.expectedDistance().value(), random.mainSum());
        });
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 0), T = 1, x = ((0), (1)), N = 1",
        "logits = (0, 0), T = 1, x = ((1), (0)), N = 1"
      })
  void theSumWithVariancesWithAThousandthLess(@ForAll EmbeddedRow row) {
    check(
        row,
        (r, arithmetic) -> {
          Assume.that(RandomSelection.subsets(r) <= MOST_SUBSETS);
          RandomSelection random = new RandomSelection(r, arithmetic);
          return Evaluation.atMost(
              random.expectedDistance().value(), random.upperSum().times(arithmetic.of(0.999)));
        });
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 0), T = 1, x = ((0), (1)), N = 1",
        "logits = (0, 0), T = 1, x = ((1), (0)), N = 1"
      })
  void noDistanceIsLeftHoweverManyAreSelected(@ForAll EmbeddedRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(Selection.top(r, arithmetic).cumulativeDistance(), arithmetic.of(0)));
  }
}
