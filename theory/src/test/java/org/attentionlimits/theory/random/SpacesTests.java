package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attentionlimits.theory.testing.Samples.assertAllFrom;
import static org.attentionlimits.theory.testing.Samples.assertLogUniform;
import static org.attentionlimits.theory.testing.Samples.assertShare;
import static org.attentionlimits.theory.testing.Samples.those;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.testing.Plain;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

/** Which type has which space, and the spaces of families, heads, and near-ties. */
class SpacesTests {

  @Test
  void everyBuiltInTypeHasItsSpace() {
    assertThat(Spaces.of(LogitRow.TYPE)).isInstanceOf(LogitRows.class);
    assertThat(Spaces.of(EmbeddedRow.TYPE)).isInstanceOf(EmbeddedRows.class);
    assertThat(Spaces.of(QueryKeys.TYPE)).isInstanceOf(QueryKeyRows.class);
    assertThat(Spaces.of(SelectedRow.TYPE)).isInstanceOf(SelectedRows.class);
    assertThat(Spaces.of(FunctionRow.TYPE)).isInstanceOf(FunctionRows.class);
    assertThat(Spaces.of(PerturbedRow.TYPE)).isInstanceOf(PerturbedRows.class);
    assertThat(Spaces.of(GrowingRow.TYPE)).isInstanceOf(GrowingRows.class);
    assertThat(Spaces.of(NearTie.TYPE)).isInstanceOf(NearTies.class);
    assertThat(Spaces.of(HeadGroup.TYPE)).isInstanceOf(HeadGroups.class);
    assertThat(Spaces.of(SphericalRow.TYPE)).isInstanceOf(SphericalRows.class);
  }

  @Test
  void refusesATypeThatIsNotBuiltIn() {
    assertThatThrownBy(() -> Spaces.of(Plain.TYPE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no built-in space of instances, give one: Plain");
  }

  private static List<GrowingRow> families() {
    List<GrowingRow> families = new ArrayList<>();
    for (Arrangement arrangement : Arrangement.values()) {
      for (Weighting weighting : Weighting.values()) {
        double[] heights =
            weighting == Weighting.UNIFORM ? new double[1] : new double[] {0.5, 1, 3};
        for (double height : heights) {
          families.add(GrowingRow.fixed(arrangement, weighting, height, 1));
          families.add(GrowingRow.fixed(arrangement, weighting, height, 2));
          families.add(GrowingRow.proportional(arrangement, weighting, height, 0.25));
          families.add(GrowingRow.proportional(arrangement, weighting, height, 0.5));
          families.add(GrowingRow.proportional(arrangement, weighting, height, 0.75));
        }
      }
    }
    return families;
  }

  @Test
  void familiesAreAllThatTheirSpaceLists() {
    assertThat(new GrowingRows().landmarks()).hasSize(140).containsExactlyElementsOf(families());
    assertThat(new GrowingRows().isExhaustedByLandmarks()).isTrue();
    assertThat(new HeadGroups().isExhaustedByLandmarks()).isFalse();
  }

  @Test
  void everyFamilyIsDrawn() {
    assertThat(Set.copyOf(Samples.of(3000, new GrowingRows()::draw)))
        .isEqualTo(Set.copyOf(families()));
  }

  @Test
  void oneToTenHeadsAreTriedAtEveryKindOfSeparability() {
    List<HeadGroup> expected = new ArrayList<>();
    for (int heads = 1; heads <= 10; heads++) {
      for (double p : new double[] {0, 1e-12, 0.5, 0.8, 0.99, 1}) {
        expected.add(new HeadGroup(p, heads));
      }
    }
    assertThat(new HeadGroups().landmarks()).containsExactlyElementsOf(expected);
  }

  @Test
  void oneToTenHeadsAreDrawnMostlyAFew() {
    List<HeadGroup> drawn = Samples.of(new HeadGroups());
    assertAllFrom(1, 10, drawn, HeadGroup::heads);
    assertShare(drawn, 0.7, group -> group.heads() <= 4);
    assertShare(drawn, 0.05, group -> group.heads() == 10);
  }

  @Test
  void separabilityIsNearZeroNearOneNearEightyPercentOrAnywhere() {
    List<HeadGroup> drawn = Samples.of(new HeadGroups());
    assertShare(drawn, 0.25 * 9 / 12, group -> group.separability() < 1e-3);
    assertShare(drawn, 0.25 * 9 / 12, group -> group.separability() > 1 - 1e-3);
    assertShare(drawn, 0.25 * 9 / 12, group -> Math.abs(group.separability() - 0.8) < 2e-4);
    assertShare(drawn, 0.25 * 0.2 + 0.01, group -> Math.abs(group.separability() - 0.3) < 0.1);
  }

  @Test
  void separabilityNearAnEndIsLogUniform() {
    List<HeadGroup> small =
        those(Samples.of(new HeadGroups()), group -> group.separability() < 1e-5);
    assertLogUniform(1e-12, 1e-5, small, HeadGroup::separability);
    List<HeadGroup> large =
        those(
            Samples.of(new HeadGroups()),
            group -> group.separability() < 1 && group.separability() > 1 - 1e-5);
    assertLogUniform(1e-12, 1e-5, large, group -> 1 - group.separability() + 1e-16);
  }

  @Test
  void separabilityIsOnBothSidesOfEightyPercentAndAtMostOne() {
    List<HeadGroup> near =
        those(Samples.of(new HeadGroups()), group -> Math.abs(group.separability() - 0.8) < 1e-3);
    assertShare(near, 0.5, group -> group.separability() < 0.8);
    assertThat(Samples.of(new HeadGroups())).extracting(HeadGroup::separability).contains(1.0);
  }

  @Test
  void nearTiesStandAloneOrOverOneOrSixTokensTiedOrFarBelow() {
    List<NearTie> expected = new ArrayList<>();
    for (int further : new int[] {0, 1, 6}) {
      for (double gap : new double[] {1e-12, 1e-6, 1e-3, 0.5, 1, 2, 1e3}) {
        for (double depth : new double[] {0, 40}) {
          double[] depths = new double[further];
          Arrays.fill(depths, depth);
          expected.add(new NearTie(1, gap, depths));
        }
      }
    }
    assertThat(new NearTies().landmarks()).containsExactlyElementsOf(expected);
  }

  @Test
  void gapsAreFromAMillionthToAThousandTemperatures() {
    List<NearTie> drawn = Samples.of(new NearTies());
    assertShare(drawn, 0.5, tie -> tie.temperature() == 1);
    assertLogUniform(1e-6, 1e3, drawn, tie -> tie.gap() / tie.temperature());
  }

  @Test
  void halfOfTheNearTiesHaveTwoTokensTheOthersUpToThirtyTwoMore() {
    List<NearTie> drawn = Samples.of(new NearTies());
    assertShare(drawn, 0.5, tie -> tie.tokens() == 2);
    assertAllFrom(2, 34, drawn, NearTie::tokens);
  }

  @Test
  void depthsAreFromAThousandthToAHundredTemperatures() {
    List<NearTie> ladders = those(Samples.of(new NearTies()), tie -> Samples.isLadder(depths(tie)));
    assertLogUniform(
        1e-3, 1e2, ladders, tie -> depths(tie)[1] * (tie.tokens() - 2) / tie.temperature());
  }

  private static double[] depths(NearTie tie) {
    return Arrays.copyOf(tie.numbers(), tie.tokens() - 2);
  }
}
