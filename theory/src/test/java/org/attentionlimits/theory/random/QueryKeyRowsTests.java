package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.testing.Samples.assertAllFrom;
import static org.attentionlimits.theory.testing.Samples.assertLogUniform;
import static org.attentionlimits.theory.testing.Samples.assertShare;
import static org.attentionlimits.theory.testing.Samples.those;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

class QueryKeyRowsTests {

  private static int dimension(QueryKeys keys) {
    return keys.shape()[1];
  }

  private static double[] query(QueryKeys keys) {
    return Arrays.copyOf(keys.numbers(), dimension(keys));
  }

  private static double[] key(QueryKeys keys, int i) {
    int start = dimension(keys) * (i + 1) + 1;
    return Arrays.copyOfRange(keys.numbers(), start, start + dimension(keys));
  }

  /** The number that the query is multiplied by to be a key, by the first component. */
  private static double factor(QueryKeys keys, int i) {
    return key(keys, i)[0] / query(keys)[0];
  }

  private static boolean isAlong(QueryKeys keys, int i) {
    double[] query = query(keys);
    double[] key = key(keys, i);
    for (int k = 0; k < query.length; k++) {
      double expected = factor(keys, i) * query[k];
      if (!(Math.abs(key[k] - expected) <= 1e-12 * Math.abs(expected))) {
        return false;
      }
    }
    return true;
  }

  private static double norm(double... vector) {
    return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
  }

  private static List<QueryKeys> ofMoreDimensions() {
    return those(Samples.of(new QueryKeyRows()), keys -> dimension(keys) > 1);
  }

  @Test
  void everyNumberOfKeysPointsWithTheQueryAndTheOthersAgainstIt() {
    List<QueryKeys> expected = new ArrayList<>();
    for (int n : new int[] {1, 2, 3, 8}) {
      for (int up = 0; up <= n; up++) {
        double[][] keys = new double[n][];
        for (int i = 0; i < n; i++) {
          keys[i] = new double[] {i < up ? 1 : -1};
        }
        expected.add(new QueryKeys(1, new double[] {1}, keys));
      }
    }
    assertThat(new QueryKeyRows().landmarks())
        .hasSize(2 + 3 + 4 + 9)
        .containsExactlyElementsOf(expected)
        .contains(new QueryKeys(1, new double[] {1}, new double[][] {{1}, {-1}, {-1}}));
  }

  @Test
  void drawsEverySizeInOneToFourDimensionsAtEveryTemperature() {
    List<QueryKeys> drawn = Samples.of(new QueryKeyRows());
    assertAllFrom(1, 32, drawn, QueryKeys::tokens);
    assertAllFrom(1, 4, drawn, QueryKeyRowsTests::dimension);
    assertShare(drawn, 0.25, keys -> dimension(keys) == 4);
    assertShare(drawn, 0.5, keys -> keys.temperature() == 1);
    assertLogUniform(
        1e-3, 1e3, those(drawn, keys -> keys.temperature() != 1), QueryKeys::temperature);
  }

  @Test
  void inHalfOfTheDrawsAllKeysAreAlongTheQueryOrAgainstIt() {
    List<QueryKeys> drawn = ofMoreDimensions();
    assertShare(drawn, 0.5, keys -> isAlong(keys, 0));
    assertThat(drawn).allMatch(keys -> isAlong(keys, keys.tokens() - 1) == isAlong(keys, 0));
    assertShare(those(drawn, keys -> isAlong(keys, 0)), 0.5, keys -> factor(keys, 0) > 0);
  }

  @Test
  void keysAlongTheQueryAreAllOfOneLength() {
    List<QueryKeys> along = those(ofMoreDimensions(), keys -> isAlong(keys, 0));
    assertLogUniform(1e-2, 1e2, along, keys -> Math.abs(factor(keys, 0)));
    assertThat(along)
        .allSatisfy(
            keys ->
                assertThat(Math.abs(factor(keys, keys.tokens() - 1) / factor(keys, 0)))
                    .isBetween(1 - 1e-12, 1 + 1e-12));
  }

  /** Of LU·χ, the logarithm of χ being 0.327 on average over two to four dimensions. */
  private static void assertNormalOfAnyScale(List<double[]> vectors) {
    assertShare(vectors, 0.5, v -> v[0] > 0);
    assertShare(vectors, 0.5, v -> Math.abs(v[0]) > Math.abs(v[1]));
    assertShare(vectors, 0.5 + 0.327 / Math.log(1e4), v -> norm(v) > 1);
    assertShare(vectors, 0.25 + 0.327 / Math.log(1e4), v -> norm(v) > 10);
  }

  @Test
  void queriesAreNormalWithScalesFromAHundredthToAHundred() {
    assertNormalOfAnyScale(ofMoreDimensions().stream().map(QueryKeyRowsTests::query).toList());
  }

  @Test
  void keysAnywhereAreNormalWithScalesFromAHundredthToAHundred() {
    List<QueryKeys> free = those(ofMoreDimensions(), keys -> !isAlong(keys, 0));
    assertNormalOfAnyScale(free.stream().map(keys -> key(keys, 0)).toList());
  }
}
