package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTests {

  private static final GrowingRow FAMILY =
      GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 1);
  private static final Arithmetic B = Arithmetic.BINARY64;

  private static Evaluation vanishes(IntToDoubleFunction quantity) {
    return Limit.vanishes(FAMILY, B, row -> B.input(quantity.applyAsDouble(row.tokens())));
  }

  private static Evaluation persists(IntToDoubleFunction quantity) {
    return Limit.persists(FAMILY, B, row -> B.input(quantity.applyAsDouble(row.tokens())));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.34, 0.5, 1, 2, 30})
  void powersOfOneOverTheLengthVanish(double power) {
    assertThat(vanishes(n -> Math.pow(n, -power)).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(persists(n -> Math.pow(n, -power)).outcome()).isEqualTo(Outcome.VIOLATED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.33, -0.5, -1})
  void constantsAndWhatGrowsDoNotVanish(double power) {
    assertThat(vanishes(n -> Math.pow(n, -power)).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(persists(n -> Math.pow(n, -power)).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void whatTendsToAnotherValueDoesNotVanish() {
    assertThat(vanishes(n -> 0.25 + 1.0 / n).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(vanishes(n -> 1 - 1.0 / n).outcome()).isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void whatIsTinyThroughoutVanishes() {
    Arithmetic printed = Arithmetic.printed(30);
    assertThat(Limit.vanishes(FAMILY, printed, row -> printed.decimal("1E-6")).outcome())
        .isEqualTo(Outcome.HOLDS);
    assertThat(vanishes(n -> 0.99e-6).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(vanishes(n -> 0).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(vanishes(n -> 1.1e-6).outcome()).isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void anAccidentalZeroAtASmallLengthDecidesNothing() {
    assertThat(vanishes(n -> n == 4 ? 0 : 1.0 / n).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(vanishes(n -> n == 8 ? 0 : 1).outcome()).isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void theRatioIsThatOfTheLastValueToHalfOfTheLargestEarlyOne() {
    assertThat(vanishes(n -> n == 8 ? 8 : n == 32 ? 1 : 2).ratio()).isEqualTo(0.25);
    assertThat(persists(n -> n == 8 ? 8 : n == 32 ? 16 : 2).ratio()).isEqualTo(0.25);
    assertThat(vanishes(n -> n == 16 ? 100 : n == 32 ? 1 : 4).ratio()).isEqualTo(0.5);
  }

  /** A part of the tokens that rounds up to all of four and of eight leaves nothing there. */
  @Test
  void whereTheEarlyValuesAreZeroTheNextIsTheMeasure() {
    assertThat(vanishes(n -> n < 16 ? 0 : n == 16 ? 4 : 10).ratio()).isEqualTo(5);
    assertThat(vanishes(n -> n < 16 ? 0 : n == 16 ? 4 : 2).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(persists(n -> n < 16 ? 0 : n == 16 ? 4 : 1).ratio()).isEqualTo(2);
  }

  @Test
  void ofWhatIsZeroBeforeTheLastLengthNothingIsReadOff() {
    assertThat(vanishes(n -> n == 32 ? 1 : 0).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(persists(n -> n == 32 ? 1 : 0).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void theCurveShowsTheQuantityAtEveryLength() {
    assertThat(vanishes(n -> 2.0 / n).curve())
        .extracting(Evaluation.Point::tokens)
        .containsExactly(4, 8, 16, 32);
    assertThat(persists(n -> 2.0 / n).curve())
        .extracting(Evaluation.Point::value)
        .containsExactly(0.5, 0.25, 0.125, 0.0625);
  }
}
