package org.attentionlimits.theory.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.attentionlimits.theory.attention.LogitRow;
import org.junit.jupiter.api.Test;

class ProfileTests {

  private static final Recipe<LogitRow> ROWS =
      new Recipe<>(
          Profile.MOST_TOKENS, 1, 0, 1, 0, (c, r, t, m) -> Optional.of(new LogitRow(t[0], c[0])));

  /** One token at the first number, and a ladder of three from the second down by the third. */
  private static Profile<LogitRow> ladder(double... columns) {
    return new Profile<>(
        ROWS,
        new int[] {1, 3},
        new Body[] {Body.LADDER},
        new int[0],
        new double[] {2, columns[0], columns[1], columns[2], 1});
  }

  @Test
  void makesARowOfGroupsAndABody() {
    assertThat(ladder(7, 5, 1).make()).contains(new LogitRow(2, 7, 5, 4, 3));
  }

  @Test
  void makesNoneOfNumbersThatOverflow() {
    assertThat(ladder(7, 1, Double.MAX_VALUE).make()).isEmpty();
  }

  @Test
  void groupsHaveTokensAndTheRowHasAtMost4096() {
    Profile<LogitRow> profile = ladder(7, 5, 1);

    assertThat(profile.withInteger(0, 0)).isEmpty();
    assertThat(profile.withInteger(0, 2).orElseThrow().make())
        .contains(new LogitRow(2, 7, 7, 5, 4, 3));
    assertThat(profile.withInteger(1, 4095)).isPresent();
    assertThat(profile.withInteger(1, 4096)).isEmpty();
    assertThat(profile.withInteger(1, Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void numbersAreMovedWithinTheirKinds() {
    Profile<LogitRow> profile = ladder(7, 5, 1);

    assertThat(profile.moved(1, -2, -3, -1, 1).flatMap(Profile::make))
        .contains(new LogitRow(1, -2, -3, -2, -1));
    assertThat(profile.moved(0, -2, -3, -1, 1)).isEmpty();
    assertThat(profile.moved(1, -2, -3, -1, -1)).isEmpty();
    assertThat(profile.moved(1, -2, -3, Double.NaN, 1)).isEmpty();
    assertThat(profile.moved(1, -2, -3, -1)).isEmpty();
  }

  @Test
  void aMakerThatFailsIsNotSilenced() {
    Recipe<LogitRow> broken =
        new Recipe<>(
            Profile.MOST_TOKENS, 1, 0, 1, 0, (c, r, t, m) -> Optional.of(new LogitRow(-1, c[0])));
    Profile<LogitRow> profile =
        new Profile<>(
            broken, new int[] {3}, new Body[] {Body.LEVEL}, new int[0], new double[] {1, 0, 1, 1});

    assertThatIllegalArgumentException()
        .isThrownBy(profile::make)
        .withMessage("temperature must be positive and finite: -1.0");
  }
}
