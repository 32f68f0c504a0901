package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.junit.jupiter.api.Test;

/** The ends of the ranges of instances' numbers, their hash codes, and tokens that are alike. */
class InstanceRangeTests {

  private static final LogitRow ROW = new LogitRow(2, 0, 1);
  private static final HeadGroup HEADS = new HeadGroup(0.5, 2);
  private static final GrowingRow FIXED =
      GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 3, 2);

  private static SphericalRow spherical(double radius, double separation) {
    return new SphericalRow(ROW, 1, 2, radius, separation, 1);
  }

  private static void assertRejected(ThrowingCallable action, String message) {
    assertThatIllegalArgumentException().isThrownBy(action).withMessage(message);
  }

  @Test
  void theLargestNumbersAreTaken() {
    SphericalRow row = spherical(Double.MAX_VALUE, Double.MAX_VALUE);
    assertThat(row.radius()).isEqualTo(Double.MAX_VALUE);
    assertThat(row.separation()).isEqualTo(Double.MAX_VALUE);
    assertRejected(
        () -> spherical(Double.POSITIVE_INFINITY, 0),
        "radius of the sphere must be positive and finite: Infinity");
    for (double bad : new double[] {-1, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertRejected(() -> spherical(1, bad), "separation must be finite and not negative: " + bad);
    }
  }

  @Test
  void negativeZeroIsZero() {
    assertThat(new HeadGroup(-0.0, 1)).isEqualTo(new HeadGroup(0, 1));
    assertThat(1 / new HeadGroup(-0.0, 1).separability()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(1 / spherical(1, -0.0).separation()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void numbersMustBeAsManyAsBefore() {
    assertRejected(() -> HEADS.withNumbers(0.5, 1), "numbers must be as many as before, 1: 2");
    assertRejected(() -> FIXED.withNumbers(3, 0.5), "numbers must be as many as before, 1: 2");
    GrowingRow growing = GrowingRow.proportional(Arrangement.IDENTICAL, Weighting.SPIKED, 1, 0.5);
    assertRejected(() -> growing.withNumbers(3, 1, 2), "numbers must be as many as before, 2: 3");
  }

  @Test
  void aFamilyKnowsItsWeightingAndItsHeight() {
    assertThat(FIXED.weighting()).isEqualTo(Weighting.SPIKED);
    assertThat(FIXED.height()).isEqualTo(3);
    assertThat(GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 1).smaller())
        .isEmpty();
  }

  @Test
  void tokensOfOneLogitAndOneEmbeddingAreAlike() {
    EmbeddedRow row =
        new EmbeddedRow(
            new LogitRow(1, 5, 5, 5, 6), new double[][] {{1, 2}, {1, 2}, {1, 3}, {1, 2}}, 1);
    assertThat(row.areAlike(0, 1)).isTrue();
    assertThat(row.areAlike(0, 2)).isFalse();
    assertThat(row.areAlike(0, 3)).isFalse();
    assertThat(row.row().logit(3)).isEqualTo(6);
  }

  @Test
  void keysAreNotShared() {
    QueryKeys row = new QueryKeys(1, new double[] {1}, new double[][] {{2}, {3}});
    ((double[][]) row.fields().get("keys"))[1][0] = 9;
    ((double[]) row.fields().get("query"))[0] = 9;
    assertThat(row.numbers()).containsExactly(1, 1, 2, 3);
  }

  /** A hundred instances that differ by one number have nearly a hundred hash codes. */
  private static void assertSpread(IntFunction<Object> instance) {
    assertThat(IntStream.range(0, 100).map(i -> instance.apply(i).hashCode()).distinct().count())
        .isGreaterThan(90);
  }

  @Test
  void hashCodesDifferAsTheNumbersDo() {
    assertSpread(i -> new HeadGroup(i / 100.0, 1));
    assertSpread(i -> new HeadGroup(0.5, i + 1));
    assertSpread(i -> new NearTie(1, i + 1));
    assertSpread(i -> spherical(i + 1, 0));
    assertSpread(i -> new SphericalRow(ROW, 1, i + 1, 1, 0, 1));
    assertSpread(i -> GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, i, 1));
    assertSpread(
        i -> GrowingRow.proportional(Arrangement.IDENTICAL, Weighting.SPIKED, 1, (i + 1) / 101.0));
  }

  @Test
  void ofFamiliesTheKindsHaveHashCodesOfTheirOwn() {
    Set<Integer> codes = new HashSet<>();
    for (Arrangement arrangement : Arrangement.values()) {
      for (Weighting weighting : Weighting.values()) {
        for (int selected = 1; selected <= 4; selected++) {
          codes.add(GrowingRow.fixed(arrangement, weighting, 1, selected).hashCode());
        }
      }
    }
    assertThat(codes).hasSize(48);
  }
}
