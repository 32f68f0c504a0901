package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.testing.Samples.assertAllFrom;
import static org.attentionlimits.theory.testing.Samples.assertLogUniform;
import static org.attentionlimits.theory.testing.Samples.assertShare;
import static org.attentionlimits.theory.testing.Samples.those;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

/** The spaces of rows with embeddings. */
class EmbeddedRowsTests {

  private static final int IDENTICAL = 0;
  private static final int COLLINEAR = 1;
  private static final int ORTHOGONAL = 2;
  private static final int ANTIPODAL = 3;
  private static final int CLUSTERED = 4;
  private static final int NORMAL = 5;
  private static final int OPPOSED = 6;

  private static double[][] embeddings(EmbeddedRow row) {
    return Stream.of(row.embeddings(Arithmetic.BINARY64)).map(Vec::values).toArray(double[][]::new);
  }

  /** The first components of all tokens in units of the first token's. */
  private static double[] factors(EmbeddedRow row) {
    double[][] x = embeddings(row);
    return Arrays.stream(x).mapToDouble(v -> v[0] / x[0][0]).toArray();
  }

  private static boolean isCollinear(EmbeddedRow row) {
    double[][] x = embeddings(row);
    double[] factors = factors(row);
    return IntStream.range(0, x.length)
        .allMatch(
            i ->
                IntStream.range(0, x[i].length)
                    .allMatch(
                        k -> Math.abs(x[i][k] - factors[i] * x[0][k]) <= 1e-9 * Math.abs(x[i][k])));
  }

  private static boolean isIdentical(EmbeddedRow row) {
    return isCollinear(row) && Arrays.stream(factors(row)).allMatch(f -> f == 1);
  }

  private static boolean isOpposed(EmbeddedRow row) {
    double[] expected = Draws.filled(row.tokens(), 1);
    expected[row.tokens() - 1] = -1;
    return isCollinear(row) && Arrays.equals(factors(row), expected);
  }

  private static boolean isAntipodal(EmbeddedRow row) {
    return isCollinear(row) && Arrays.stream(factors(row)).allMatch(f -> Math.abs(f) == 1);
  }

  private static boolean isOrthogonal(EmbeddedRow row) {
    double[][] x = embeddings(row);
    return IntStream.range(0, x.length)
        .allMatch(
            i ->
                IntStream.range(0, x[i].length)
                    .allMatch(k -> x[i][k] == (k == i % x[i].length ? x[0][0] : 0)));
  }

  /** The largest difference of the last two tokens in units of the first one's components. */
  private static double spread(EmbeddedRow row) {
    double[][] x = embeddings(row);
    double[] last = x[x.length - 1];
    double[] other = x[x.length - 2];
    double size = Arrays.stream(x[0]).map(Math::abs).max().orElseThrow();
    return IntStream.range(0, last.length)
            .mapToDouble(k -> Math.abs(last[k] - other[k]))
            .max()
            .orElseThrow()
        / size;
  }

  private static boolean isClustered(EmbeddedRow row) {
    return spread(row) > 0 && spread(row) < 0.03 && !isCollinear(row);
  }

  /** Rows long enough for their arrangement to show. */
  private static List<EmbeddedRow> telling() {
    return those(Samples.of(new EmbeddedRows()), row -> row.tokens() > 8 && row.dimension() > 1);
  }

  private static List<EmbeddedRow> landmarks(int arrangement) {
    List<EmbeddedRow> all = new EmbeddedRows().landmarks().toList();
    List<EmbeddedRow> found = new ArrayList<>();
    int start = 0;
    for (int n = 2; n <= 4; n++) {
      found.addAll(all.subList(start + n * arrangement, start + n * (arrangement + 1)));
      start += 7 * n;
    }
    return found;
  }

  @Test
  void shortTiedRowsOfEachArrangementComeWithEveryNumberSelected() {
    for (int arrangement = 0; arrangement < 7; arrangement++) {
      assertThat(landmarks(arrangement))
          .extracting(row -> List.of(row.tokens(), row.selected()))
          .containsExactly(
              List.of(2, 1),
              List.of(2, 2),
              List.of(3, 1),
              List.of(3, 2),
              List.of(3, 3),
              List.of(4, 1),
              List.of(4, 2),
              List.of(4, 3),
              List.of(4, 4));
    }
    assertThat(new EmbeddedRows().landmarks()).hasSize(65);
    assertThat(new EmbeddedRows().landmarks().limit(63))
        .allMatch(row -> row.dimension() == row.tokens());
    assertThat(new EmbeddedRows().landmarks())
        .allSatisfy(
            row -> assertThat(row.row()).isEqualTo(new LogitRow(1, new double[row.tokens()])));
  }

  @Test
  void landmarksAreArrangedAsTheirKindSays() {
    assertThat(landmarks(IDENTICAL)).allMatch(EmbeddedRowsTests::isIdentical);
    assertThat(landmarks(COLLINEAR))
        .allMatch(row -> isCollinear(row) && !isAntipodal(row) && !isOrthogonal(row));
    assertThat(landmarks(ORTHOGONAL)).allMatch(row -> embeddings(row)[0][0] == 1);
    assertThat(landmarks(ORTHOGONAL)).allMatch(EmbeddedRowsTests::isOrthogonal);
    assertThat(landmarks(ANTIPODAL)).allMatch(EmbeddedRowsTests::isAntipodal);
    assertThat(landmarks(ANTIPODAL)).anyMatch(row -> !isIdentical(row));
    assertThat(landmarks(CLUSTERED)).allMatch(EmbeddedRowsTests::isClustered);
    assertThat(landmarks(NORMAL)).allMatch(row -> spread(row) > 0.03 && !isCollinear(row));
    assertThat(landmarks(OPPOSED)).allMatch(EmbeddedRowsTests::isOpposed);
  }

  @Test
  void oneTokenIsOpposedToSixteenSelectedOnes() {
    List<EmbeddedRow> last = new EmbeddedRows().landmarks().skip(63).toList();
    assertThat(last).allMatch(EmbeddedRowsTests::isOpposed);
    assertThat(last)
        .extracting(EmbeddedRow::shape)
        .containsExactly(new int[] {17, 1, 16}, new int[] {17, 2, 16});
  }

  @Test
  void theOpposedTokensPointInTheFirstNormalDirection() {
    List<EmbeddedRow> last = new EmbeddedRows().landmarks().skip(63).toList();
    for (int d = 1; d <= 2; d++) {
      double[] direction = new AdversarialDraws(new SplittableRandom(0)).normal(d, 1);
      assertThat(embeddings(last.get(d - 1))[0]).containsExactly(direction);
    }
  }

  @Test
  void drawsEverySizeInOneToFourDimensions() {
    List<EmbeddedRow> drawn = Samples.of(new EmbeddedRows());
    assertAllFrom(1, 32, drawn, EmbeddedRow::tokens);
    assertAllFrom(1, 4, drawn, EmbeddedRow::dimension);
    assertShare(drawn, 0.25, row -> row.dimension() == 1);
    assertShare(drawn, 0.5, row -> row.row().temperature() == 1);
  }

  @Test
  void oneRowInTenSelectsSixteenTokensOrMoreButNotAll() {
    List<EmbeddedRow> drawn = Samples.of(new EmbeddedRows());
    assertShare(drawn, 0.1 + 0.9 * 0.1 / 2, row -> row.tokens() > 16);
    List<EmbeddedRow> many = those(drawn, row -> row.tokens() > 16 && row.selected() >= 16);
    assertShare(
        drawn, 0.1 + 0.9 * 0.1 / 32 * 5.25, row -> row.tokens() > 16 && row.selected() >= 16);
    assertShare(those(many, row -> row.tokens() == 32), 1 / 16.0, row -> row.selected() == 16);
    assertAllFrom(16, 32, many, EmbeddedRow::selected);
    double inverses = IntStream.rangeClosed(17, 32).mapToDouble(n -> 1.0 / n).sum();
    assertShare(many, 0.09 / 32 * inverses / 0.115, row -> row.selected() == row.tokens());
  }

  @Test
  void shortRowsSelectAnyNumber() {
    for (int n = 1; n <= 6; n++) {
      int tokens = n;
      List<EmbeddedRow> rows = those(Samples.of(new EmbeddedRows()), row -> row.tokens() == tokens);
      assertAllFrom(1, n, rows, EmbeddedRow::selected);
      assertShare(rows, 1.0 / n, row -> row.selected() == tokens);
    }
  }

  @Test
  void everyArrangementIsDrawnAsOftenAsAnother() {
    List<EmbeddedRow> rows = telling();
    assertShare(rows, 1 / 7.0, EmbeddedRowsTests::isIdentical);
    assertShare(rows, 1 / 7.0, EmbeddedRowsTests::isOpposed);
    assertShare(rows, 1 / 7.0, EmbeddedRowsTests::isOrthogonal);
    assertShare(rows, 3 / 7.0, EmbeddedRowsTests::isAntipodal);
    assertShare(rows, 4 / 7.0, EmbeddedRowsTests::isCollinear);
    assertShare(rows, 1 / 7.0, EmbeddedRowsTests::isClustered);
  }

  @Test
  void antipodalTokensAreAsOftenOnEitherSide() {
    List<EmbeddedRow> rows =
        those(telling(), row -> isAntipodal(row) && !isIdentical(row) && !isOpposed(row));
    assertShare(rows, 0.5, row -> factors(row)[1] > 0);
  }

  @Test
  void collinearTokensAreOfAnyLengthAndSign() {
    List<EmbeddedRow> rows = those(telling(), row -> isCollinear(row) && !isAntipodal(row));
    assertShare(rows, 0.5, row -> factors(row)[1] > 0);
    assertShare(rows, 0.5, row -> Math.abs(factors(row)[1]) > 1);
    assertThat(rows).allMatch(row -> Arrays.stream(factors(row)).distinct().count() > 8);
  }

  @Test
  void embeddingsAreOfSizesFromAThousandthToAThousand() {
    assertLogUniform(
        1e-3, 1e3, those(telling(), EmbeddedRowsTests::isOrthogonal), row -> embeddings(row)[0][0]);
  }

  @Test
  void clustersAreAThousandTimesNarrowerThanFarFromZero() {
    List<EmbeddedRow> rows = those(telling(), EmbeddedRowsTests::isClustered);
    assertShare(rows, 0.95, row -> spread(row) > 3e-4 && spread(row) < 1e-2);
  }

  @Test
  void otherEmbeddingsAreNormal() {
    List<EmbeddedRow> rows =
        those(telling(), row -> !isCollinear(row) && !isOrthogonal(row) && !isClustered(row));
    assertShare(rows, 0.5, row -> factors(row)[1] > 0);
    assertShare(rows, 0.5, row -> Math.abs(factors(row)[1]) > 1);
    assertShare(rows, 0.5, row -> embeddings(row)[0][0] > embeddings(row)[0][1]);
  }

  private static SelectedRow firstSelected(EmbeddedRow row) {
    return new SelectedRow(
        row.row(), embeddings(row), IntStream.range(0, row.selected()).toArray());
  }

  @Test
  void setsOfTheLandmarksAreTheFirstTokens() {
    List<SelectedRow> expected =
        new EmbeddedRows().landmarks().map(EmbeddedRowsTests::firstSelected).toList();
    assertThat(new SelectedRows().landmarks()).containsExactlyElementsOf(expected);
  }

  @Test
  void aTokenIsInTheSetInHalfOfTheDrawsAndTheSetIsNeverEmpty() {
    List<SelectedRow> drawn = Samples.of(new SelectedRows());
    assertAllFrom(1, 32, drawn, SelectedRow::tokens);
    assertThat(drawn).allMatch(row -> row.selected().length > 0);
    List<SelectedRow> pairs = those(drawn, row -> row.tokens() == 2);
    assertShare(pairs, 0.25, row -> row.selected().length == 2);
    assertShare(pairs, 0.375, row -> row.selected()[0] == 1);
    List<SelectedRow> longer = those(drawn, row -> row.tokens() > 6);
    assertShare(longer, 0.5, row -> row.selected()[0] == 0);
    assertShare(longer, 0.5, row -> row.selected()[row.selected().length - 1] == row.tokens() - 1);
  }
}
