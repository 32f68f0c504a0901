package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Portfolios.attack;
import static org.attentionlimits.theory.testing.Samples.assertLogUniform;
import static org.attentionlimits.theory.testing.Samples.assertShare;
import static org.attentionlimits.theory.testing.Samples.those;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.testing.Plain;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

/** Which method climbs, told from the first instances that it tries. */
class PortfolioMethodTests {

  private static final Plain START = Plain.of("..", 1, 2);

  /** The instances after the start that a climb tries first. */
  private static List<double[]> firstOfAClimb(SplittableRandom random) {
    List<double[]> tried = new ArrayList<>();
    Claim<Plain> claim =
        Claim.about(Plain.TYPE)
            .named("pairs")
            .evaluatedBy(
                (pair, arithmetic) -> {
                  tried.add(pair.numbers());
                  return Evaluation.atMost(arithmetic.of(0.5), arithmetic.of(1));
                });
    new Portfolio<>(attack(claim, 4), random).climbFrom(START);
    assertThat(tried).hasSize(4);
    return tried.subList(1, 4);
  }

  private static boolean isStart(double... pair) {
    return Arrays.equals(pair, START.numbers());
  }

  /** The first edges of the simplex, of equal length, are along one axis after another. */
  private static boolean isSimplex(List<double[]> tried) {
    double edge = tried.get(1)[0] - 1;
    double[] third = tried.get(2);
    return isStart(tried.get(0))
        && tried.get(1)[1] == 2
        && Math.abs(third[0] - 1 - edge) < 1e-9
        && Math.abs(third[1] - 2 - edge) < 1e-9;
  }

  /** The first line is along the first axis. */
  private static boolean isLine(List<double[]> tried) {
    return isStart(tried.get(0)) && tried.get(1)[1] == 2 && tried.get(2)[1] == 2;
  }

  private static boolean isPopulation(List<double[]> tried) {
    return isStart(tried.get(0)) && tried.get(1)[0] != 1 && tried.get(1)[1] != 2;
  }

  @Test
  void everyMethodClimbsAsOftenAsAWalk() {
    List<List<double[]>> climbs = Samples.of(2000, PortfolioMethodTests::firstOfAClimb);

    assertShare(climbs, 0.25, PortfolioMethodTests::isSimplex);
    assertShare(climbs, 0.25, PortfolioMethodTests::isLine);
    assertShare(climbs, 0.25, PortfolioMethodTests::isPopulation);
    assertShare(climbs, 0.25, climb -> !isStart(climb.get(0)));
  }

  /** In units of the largest number, which is two. */
  @Test
  void theFirstStepsAreOfAnyOrderUpToTheUnit() {
    List<List<double[]>> climbs = Samples.of(2000, PortfolioMethodTests::firstOfAClimb);

    assertLogUniform(
        0.01, 1, those(climbs, PortfolioMethodTests::isSimplex), c -> (c.get(1)[0] - 1) / 2);
  }
}
