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
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

/** The spaces of rows of logits, alone, with functions, and with steps. */
class LogitRowsTests {

  private static List<LogitRow> twoLevels() {
    List<LogitRow> rows = new ArrayList<>();
    for (int n : new int[] {1, 2, 3, 4, 8}) {
      for (int up = 0; up <= n; up++) {
        for (double height : new double[] {1, 40}) {
          double[] logits = new double[n];
          Arrays.fill(logits, 0, up, height);
          rows.add(new LogitRow(1, logits));
        }
      }
    }
    return rows;
  }

  @Test
  void everyNumberOfTokensOfAShortRowIsUpByOneAndByForty() {
    assertThat(new LogitRows().landmarks())
        .hasSize(2 * (2 + 3 + 4 + 5 + 9))
        .containsExactlyElementsOf(twoLevels())
        .contains(
            new LogitRow(1, 0),
            new LogitRow(1, 40, 0),
            new LogitRow(1, 1, 1, 0),
            new LogitRow(1, 40, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void drawsRowsOfEverySizeAtEveryTemperature() {
    List<LogitRow> rows = Samples.of(new LogitRows());
    assertAllFrom(1, 32, rows, LogitRow::tokens);
    assertShare(rows, 0.5, row -> row.temperature() == 1);
    assertLogUniform(1e-3, 1e3, those(rows, row -> row.temperature() != 1), LogitRow::temperature);
  }

  @Test
  void logitsAreOfTheSizeOfTheTemperatureUpToAThousandTimesMoreOrLess() {
    List<LogitRow> ladders =
        those(Samples.of(new LogitRows()), row -> Samples.isLadder(row.logits()));
    assertLogUniform(1e-3, 1e3, ladders, row -> row.logits()[1] * row.tokens() / row.temperature());
  }

  @Test
  void aGivenNumberOfTokensIsKept() {
    AdversarialDraws draws = new AdversarialDraws(new SplittableRandom(1));
    assertThat(LogitRows.draw(draws, 11).tokens()).isEqualTo(11);
  }

  @Test
  void everyFunctionStandsBesideEveryLandmark() {
    List<FunctionRow> expected = new ArrayList<>();
    for (LogitRow row : twoLevels()) {
      for (PositiveFunction function : PositiveFunction.values()) {
        expected.add(new FunctionRow(function, row));
      }
    }
    assertThat(new FunctionRows().landmarks()).containsExactlyElementsOf(expected);
  }

  @Test
  void everyFunctionIsDrawnAsOftenAsAnotherWithRowsOfEverySize() {
    List<FunctionRow> rows = Samples.of(new FunctionRows());
    for (PositiveFunction function : PositiveFunction.values()) {
      assertShare(rows, 0.25, row -> row.function() == function);
    }
    assertAllFrom(1, 32, rows, FunctionRow::tokens);
    assertShare(rows, 0.5, row -> row.row().temperature() == 1);
  }

  @Test
  void stepsFromTheLandmarksSetTheFirstTokenAgainstTheLast() {
    List<PerturbedRow> expected = new ArrayList<>();
    for (LogitRow row : twoLevels()) {
      double[] direction = new double[row.tokens()];
      direction[row.tokens() - 1] = -1;
      direction[0] = 1;
      for (double step : new double[] {1e-6, 1, 1e3}) {
        expected.add(new PerturbedRow(row, direction, step));
      }
    }
    assertThat(new PerturbedRows().landmarks())
        .containsExactlyElementsOf(expected)
        .contains(new PerturbedRow(new LogitRow(1, 40), new double[] {1}, 1))
        .contains(new PerturbedRow(new LogitRow(1, 1, 0, 0), new double[] {1, 0, -1}, 1e3));
  }

  @Test
  void stepsAreFromAMillionthToAThousandTemperatures() {
    List<PerturbedRow> rows = Samples.of(new PerturbedRows());
    assertAllFrom(1, 32, rows, PerturbedRow::tokens);
    assertShare(rows, 0.5, row -> row.row().temperature() == 1);
    assertLogUniform(1e-6, 1e3, rows, row -> row.step() / row.row().temperature());
  }

  @Test
  void directionsAreNormal() {
    List<PerturbedRow> rows = Samples.of(new PerturbedRows());
    Samples.assertNormal(1, rows.stream().map(row -> row.numbers()[row.tokens() + 1]).toList());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(
                        Arrays.copyOfRange(row.numbers(), row.tokens() + 1, 2 * row.tokens() + 1))
                    .doesNotHaveDuplicates());
  }
}
