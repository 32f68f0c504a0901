package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Portfolios.attack;
import static org.attentionlimits.theory.search.Portfolios.portfolio;

import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.search.Atlas.Deed;
import org.attentionlimits.theory.search.Atlas.Event;
import org.attentionlimits.theory.search.Atlas.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the budget is spent on, and in which order. */
class PortfolioTests {

  private static IntStream from(int first) {
    return IntStream.iterate(first, i -> i + 1);
  }

  @Test
  void whatIsKnownComesFirstThenLandmarks() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(3, 4), true);
    Attack<Place> attack = attack(atlas.claim(at -> 0.5), 10);
    portfolio(attack).run(atlas, List.of(atlas.place(9), atlas.place(8)));

    assertThat(atlas.places(Deed.SCORED)).containsExactly(9, 8, 3, 4);
  }

  @Test
  void landmarksThatAreAllThereIsGetAllOfTheBudget() {
    Atlas atlas = new Atlas().landmarks(() -> from(0), true);
    atlas.search(at -> 0.5, 30);

    assertThat(atlas.places(Deed.SCORED)).hasSize(30);
    assertThat(atlas.places(Deed.DRAWN)).isEmpty();
  }

  @Test
  void nothingIsDrawnOrVariedWhereLandmarksAreAllThereIs() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(1, 2), true);
    Attack<Place> attack = atlas.search(at -> 0.5, 30);

    assertThat(attack.tries()).isEqualTo(2);
    assertThat(atlas.events())
        .containsExactly(new Event(Deed.SCORED, 1), new Event(Deed.SCORED, 2));
  }

  @Test
  void landmarksGetAFifthOfTheBudgetWhereThereIsMore() {
    Atlas atlas = new Atlas().landmarks(() -> from(1000), false);
    atlas.search(at -> 0.5, 100);

    assertThat(atlas.places(Deed.SCORED).stream().filter(at -> at >= 1000)).hasSize(20);
  }

  @Test
  void allThatIsRememberedIsTriedBeforeAnyLandmark() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(1000, 1001), false).draws(d -> d);
    List<Place> known = IntStream.range(0, 16).mapToObj(atlas::place).toList();
    portfolio(attack(atlas.claim(at -> 0.5), 17)).run(atlas, known);
    portfolio(attack(atlas.claim(at -> 0.5), 3)).run(atlas, known);

    assertThat(atlas.places(Deed.SCORED))
        .startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        .endsWith(0, 1, 2)
        .hasSize(20);
  }

  @Test
  void drawsFillTheFirstTwentiethOfTheBudget() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(1000, 1001), false).draws(d -> d);
    atlas.search(at -> 0, 80);

    assertThat(atlas.events())
        .startsWith(
            new Event(Deed.SCORED, 1000),
            new Event(Deed.SCORED, 1001),
            new Event(Deed.DRAWN, 0),
            new Event(Deed.SCORED, 0),
            new Event(Deed.DRAWN, 1),
            new Event(Deed.SCORED, 1));
    assertThat(atlas.events().get(6).deed()).isNotEqualTo(Deed.DRAWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 300})
  void theBudgetIsSpentToTheLast(int budget) {
    Atlas atlas = new Atlas().draws(d -> d % 5);
    Attack<Place> attack = atlas.search(at -> 0.1 * at, budget);

    assertThat(attack.tries()).isEqualTo(budget);
    assertThat(atlas.places(Deed.SCORED)).hasSize(budget);
  }

  @Test
  void aSpaceWithoutAdmissibleInstancesIsGivenUp() {
    Atlas atlas = new Atlas().draws(d -> -1);
    Attack<Place> attack = atlas.search(at -> 0.5, 10);

    assertThat(attack.tries()).isZero();
    assertThat(atlas.places(Deed.DRAWN)).hasSize(100);
  }
}
