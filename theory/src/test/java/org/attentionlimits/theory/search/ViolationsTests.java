package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Tried.row;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.search.measure.Line;
import org.attentionlimits.theory.search.measure.Scored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows have one logit each: the smaller the simpler, and certified if it is even. */
class ViolationsTests {

  private final Tried even = Tried.ratio(row -> Tried.first(row) % 2 == 0 ? 2 : 1);
  private final Violations<LogitRow> violations = new Violations<>(even.claim());

  private void add(int logit, double ratio) {
    violations.add(row(logit), ratio);
  }

  @Test
  void thereAreNoneAtFirst() {
    assertThat(violations.anyCertified()).isFalse();
    assertThat(violations.mostBlatant()).isEmpty();
    assertThat(violations.suspect()).isEmpty();
    assertThat(violations.certified()).isEmpty();
  }

  @Test
  void whatCannotBeCertifiedIsASuspectOnly() {
    add(11, 2);

    assertThat(violations.anyCertified()).isFalse();
    assertThat(violations.mostBlatant()).isEmpty();
    assertThat(violations.suspect()).contains(row(11));
    assertThat(violations.certified()).isEmpty();
  }

  @Test
  void theSimplestIsTheSuspect() {
    IntStream.of(15, 13, 11, 17).forEach(logit -> add(logit, 2));

    assertThat(violations.suspect()).contains(row(11));
  }

  @Test
  void theMostBlatantIsTheOneOfTheLargestRatioThatCanBeCertified() {
    add(12, 1.5);
    add(14, 3);
    add(16, 2);
    add(17, 4);

    assertThat(violations.anyCertified()).isTrue();
    assertThat(violations.mostBlatant()).contains(row(14));
  }

  @Test
  void theTwoSimplestAndTheTwoMostBlatantAreHandedOn() {
    IntStream.of(20, 11, 12, 14, 19, 16, 18).forEach(logit -> add(logit, logit));

    assertThat(violations.certified()).containsExactly(row(12), row(14), row(20), row(18));
  }

  @Test
  void aViolationIsHandedOnOnce() {
    add(12, 2);
    add(14, 3);

    assertThat(violations.certified()).containsExactly(row(12), row(14));
  }

  @Test
  void theFirstThatCouldBeCertifiedIsNotForgotten() {
    add(80, 1.5);
    add(90, 1.25);
    IntStream.range(0, 8).forEach(i -> add(11 + 2 * i, 2));

    assertThat(violations.mostBlatant()).contains(row(80));
    assertThat(violations.certified()).containsExactly(row(80));
  }

  @ParameterizedTest
  @CsvSource({"7, 92", "8, 90"})
  void eightAreKept(int others, int mostBlatant) {
    add(90, 1.5);
    add(92, 2);
    IntStream.range(0, others).forEach(i -> add(11 + 2 * i, 3));

    assertThat(violations.mostBlatant()).contains(row(mostBlatant));
  }

  @Test
  void nothingMoreIsCertifiedOnTheWayOnceSomethingIs() {
    IntStream.of(11, 12, 14, 16).forEach(logit -> add(logit, 2));

    assertThat(even.precise()).containsExactly(row(11), row(12));
  }

  @Test
  void whatWasComputedComesBeforeWhatWasSampled() {
    violations.add(row(10), 9, true);
    assertThat(violations.certified()).containsExactly(row(10));

    add(80, 2);
    assertThat(violations.certified()).containsExactly(row(80));
    assertThat(violations.mostBlatant()).contains(row(80));
    assertThat(violations.onALine()).extracting(Scored::instance).containsExactly(row(80));
  }

  @Test
  void onALineNumbersAreNeitherTinyNorHuge() {
    add(2000, 9);
    add(20, 3);
    violations.add(new LogitRow(1e-4, 2), 8);
    add(30, 4);

    assertThat(violations.onALine()).extracting(Scored::instance).containsExactly(row(30), row(20));
  }

  @Test
  void onALineNoDimensionIsHuge() {
    assertThat(Line.holds(new SphericalRow(row(1), 1, 6, 1, 0, 1))).isTrue();
    assertThat(Line.holds(new SphericalRow(row(1), 1, 585_967, 1, 0, 1))).isFalse();
  }
}
