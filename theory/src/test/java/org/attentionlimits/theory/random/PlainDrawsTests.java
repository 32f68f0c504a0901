package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.random.Scripted.draw;

import org.junit.jupiter.api.Test;

class PlainDrawsTests {

  @Test
  void oneInSeveralIsTheFirstOfThem() {
    assertThat(Scripted.<Boolean>draw(draws -> draws.oneIn(3), 0)).isTrue();
    assertThat(Scripted.<Boolean>draw(draws -> draws.oneIn(3), 2)).isFalse();
  }

  @Test
  void countsBeginAtOne() {
    assertThat(Scripted.<Integer>draw(draws -> draws.upTo(4), 0)).isEqualTo(1);
    assertThat(Scripted.<Integer>draw(draws -> draws.upTo(4), 3)).isEqualTo(4);
  }

  @Test
  void signsAreOnesAndChoicesAreByPlace() {
    assertThat(draw(PlainDraws::sign, 1)).isEqualTo(1);
    assertThat(draw(PlainDraws::sign, 0)).isEqualTo(-1);
    assertThat(Scripted.<String>draw(draws -> draws.of(new String[] {"a", "b"}), 1)).isEqualTo("b");
  }

  @Test
  void tokensAreFewInTwoOfThreeDraws() {
    assertThat(draw(PlainDraws::tokens, 1, 3)).isEqualTo(4);
    assertThat(draw(PlainDraws::tokens, 0, 1, 7)).isEqualTo(8);
    assertThat(draw(PlainDraws::tokens, 0, 0, 31)).isEqualTo(32);
  }

  @Test
  void temperaturesAreOneOrEightOrOfTwelveDecades() {
    assertThat(draw(PlainDraws::temperature, 0)).isEqualTo(1);
    assertThat(draw(PlainDraws::temperature, 1, 0)).isEqualTo(8);
    assertThat(draw(PlainDraws::temperature, 1, 1, 0)).isEqualTo(1e-6);
    assertThat(draw(PlainDraws::temperature, 1, 1, 1)).isEqualTo(1e6);
  }

  @Test
  void scalesAreMostlyWithinTwoDecadesOfOne() {
    assertThat(draw(PlainDraws::scale, 1, 0)).isEqualTo(0.01);
    assertThat(draw(PlainDraws::scale, 1, 1)).isEqualTo(100);
    assertThat(draw(PlainDraws::scale, 0, 0)).isEqualTo(1e-12);
    assertThat(draw(PlainDraws::scale, 0, 1)).isEqualTo(1e4);
  }

  @Test
  void decadesAreLogUniform() {
    assertThat(Scripted.<Double>draw(draws -> draws.decades(-1, 3), 0.25)).isEqualTo(1);
    assertThat(Scripted.<Double>draw(draws -> draws.decades(-1, 3), 0.5)).isEqualTo(10);
  }

  @Test
  void specialNumbersAreNowAndThenTheLargest() {
    assertThat(draw(PlainDraws::special, 0, 2)).isEqualTo(Double.MAX_VALUE);
    assertThat(draw(PlainDraws::special, 1, 12)).isEqualTo(700);
    assertThat(draw(PlainDraws::special, 19, 5)).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void besideIsUpToFourUlpsUpOrDown() {
    assertThat(Scripted.<Double>draw(draws -> draws.beside(1), 1, 2))
        .isEqualTo(1 + 2 * Math.ulp(1.0));
    assertThat(Scripted.<Double>draw(draws -> draws.beside(1), 0, 4))
        .isEqualTo(1 - 2 * Math.ulp(1.0));
    assertThat(Scripted.<Double>draw(draws -> draws.beside(1), 0, 0)).isEqualTo(1);
  }
}
