package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.search.Atlas.Deed;
import org.attentionlimits.theory.search.Atlas.Place;
import org.attentionlimits.theory.search.measure.Scored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdversarySettingsTests {

  private static Atlas endless() {
    return new Atlas().landmarks(() -> IntStream.iterate(0, i -> i + 1), true);
  }

  @Test
  void spendsItsBudgetAndNamesItsSeed() {
    Atlas atlas = endless();
    Finding<Place> finding = new Adversary(5, 12).attack(atlas.claim(at -> 0.5), atlas);

    assertThat(finding.tries()).isEqualTo(12);
    assertThat(finding.seed()).isEqualTo(5);
    assertThat(finding.verdict()).isEqualTo(Verdict.SURVIVED);
    assertThat(finding.cutShort()).isFalse();
  }

  @Test
  void usuallyMakesTwentyThousandTries() {
    Atlas atlas = endless();
    Finding<Place> finding = Adversary.usual().attack(atlas.claim(at -> 0.5), atlas);

    assertThat(finding.tries()).isEqualTo(20_000);
    assertThat(finding.seed()).isEqualTo(20260101);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -3})
  void rejectsABudgetOfNothing(long budget) {
    assertThatThrownBy(() -> new Adversary(1, budget))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("budget must be positive: " + budget);
  }

  @Test
  void makesASingleTry() {
    Atlas atlas = endless();
    assertThat(new Adversary(1, 1).attack(atlas.claim(at -> 0.5), atlas).tries()).isEqualTo(1);
  }

  @Test
  void endsAtTheFirstViolationIfAsked() {
    Atlas atlas = endless();
    Claim<Place> claim = atlas.claim(at -> at < 3 ? 0.5 : 2);

    assertThat(new Adversary(1, 10).untilRefuted().attack(claim, atlas).tries()).isEqualTo(4);
    assertThat(new Adversary(1, 10).attack(claim, atlas).tries()).isEqualTo(10);
  }

  @Test
  void lastsBeyondItsBudgetIfAsked() {
    Atlas atlas = endless();
    Claim<Place> claim = atlas.claim(at -> at < 300 ? 0.5 : 2);
    Adversary lasting = new Adversary(1, 10).lasting(Duration.ofHours(1));

    assertThat(lasting.untilRefuted().attack(claim, atlas).tries()).isEqualTo(301);
    assertThat(
            new Adversary(1, 10)
                .untilRefuted()
                .lasting(Duration.ofHours(1))
                .attack(claim, atlas)
                .tries())
        .isEqualTo(301);
    assertThat(lasting.untilRefuted().within(Duration.ofHours(2)).attack(claim, atlas).tries())
        .isEqualTo(301);
    assertThat(lasting.untilRefuted().resuming(Memory.none()).attack(claim, atlas).tries())
        .isEqualTo(301);
  }

  @Test
  void timesMayBeAsLongAsThereAreAny() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    Atlas atlas = endless();
    Claim<Place> claim = atlas.claim(at -> at < 30 ? 0.5 : 2);
    Adversary adversary = new Adversary(1, 10).untilRefuted();

    assertThat(adversary.within(longest).attack(claim, atlas).tries()).isEqualTo(10);
    assertThat(adversary.lasting(longest).attack(claim, atlas).tries()).isEqualTo(31);
    assertThat(adversary.within(longest).lasting(Duration.ofNanos(1)).attack(claim, atlas).tries())
        .isGreaterThanOrEqualTo(10);
  }

  private static void assertThatTheTimeIsUp(Adversary adversary) {
    Atlas atlas = endless();
    Claim<Place> claim = atlas.claim(at -> 0.5);

    assertThat(adversary.attack(claim, atlas).reason())
        .contains("no admissible instance was found among 0 drawn within the limit of time");
  }

  @Test
  void triesNothingWithoutTime() {
    Adversary hurried = new Adversary(1, 10).within(Duration.ofHours(-2));

    assertThatTheTimeIsUp(hurried);
    assertThatTheTimeIsUp(hurried.lasting(Duration.ofHours(1)));
    assertThatTheTimeIsUp(hurried.untilRefuted());
    assertThatTheTimeIsUp(hurried.resuming(Memory.none()));
  }

  @Test
  void theTimeThatItLastsIsAddedToItsLimit() {
    Atlas atlas = endless();
    Claim<Place> claim = atlas.claim(at -> at < 30 ? 0.5 : 2);
    Finding<Place> finding =
        new Adversary(1, 10)
            .within(Duration.ofHours(-1))
            .lasting(Duration.ofHours(2))
            .untilRefuted()
            .attack(claim, atlas);

    assertThat(finding.tries()).isEqualTo(31);
  }

  /** Remembers the places that one search found. */
  private static final class Remembering implements Memory {
    private List<Scored<?>> best = List.of();

    @Override
    @SuppressWarnings("unchecked")
    public <I extends Instance<I>> List<I> recall(Claim<I> claim) {
      return best.stream().map(scored -> (I) scored.instance()).toList();
    }

    @Override
    public <I extends Instance<I>> void keep(Claim<I> claim, List<Scored<I>> found) {
      best = found.stream().sorted(Scored.<I>largestFirst()).<Scored<?>>map(s -> s).toList();
    }
  }

  @Test
  void whatRemembersNothingKeepsNothing() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(4, 5), true);
    Claim<Place> claim = atlas.claim(at -> 0.1 * at);
    Memory memory = Memory.none();
    new Adversary(1, 10).resuming(memory).attack(claim, atlas);

    assertThat(memory.recall(claim)).isEmpty();
  }

  @Test
  void beginsWithWhatItRemembersAndAddsToIt() {
    Remembering memory = new Remembering();
    Atlas first = new Atlas().landmarks(() -> IntStream.of(4, 5), true);
    new Adversary(1, 10).resuming(memory).attack(first.claim(at -> 0.1 * at), first);
    assertThat(memory.best).hasSize(2);

    for (Adversary resuming :
        List.of(
            new Adversary(1, 10).resuming(memory),
            new Adversary(1, 10).resuming(memory).within(Duration.ofHours(1)),
            new Adversary(1, 10).resuming(memory).untilRefuted(),
            new Adversary(1, 3).resuming(memory).lasting(Duration.ZERO))) {
      Atlas second = new Atlas().landmarks(() -> IntStream.of(5, 4), true);
      resuming.attack(second.claim(at -> 0.1 * at), second);
      assertThat(second.places(Deed.SCORED)).startsWith(5, 4);
    }
  }

  /** The first instances drawn from a space. */
  private static List<LogitRow> drawn(long seed, String name) {
    Tried tried = Tried.ratio(row -> 0.5);
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named(name)
            .evaluatedBy((row, arithmetic) -> tried.claim().evaluate(row, arithmetic));
    SomeRows rows = new SomeRows();
    new Adversary(seed, 40).attack(claim, rows);
    return tried.fast();
  }

  /** Rows drawn without landmarks. */
  private static final class SomeRows implements Space<LogitRow> {

    @Override
    public InstanceType<LogitRow> type() {
      return LogitRow.TYPE;
    }

    @Override
    public Stream<LogitRow> landmarks() {
      return Stream.empty();
    }

    @Override
    public LogitRow draw(RandomGenerator random) {
      return new LogitRow(1, random.nextDouble());
    }
  }

  @Test
  void theSeedAndTheNameOfTheClaimDecideWhatIsTried() {
    assertThat(drawn(1, "a")).hasSizeGreaterThanOrEqualTo(40).isEqualTo(drawn(1, "a"));
    assertThat(drawn(1, "a")).isNotEqualTo(drawn(2, "a")).isNotEqualTo(drawn(1, "b"));
    assertThat(drawn(2, "a")).as("the sum of the seed and the hash").isEqualTo(drawn(1, "b"));
  }

  @Test
  void attacksClaimsAboutBuiltInTypesInTheirOrder() {
    List<Claim<?>> claims =
        List.of(Tried.ratio(row -> 0.25).claim(), Tried.ratio(row -> 0.5).claim());

    assertThat(new Adversary(1, 5).attack(claims))
        .map(Finding::largestRatio)
        .containsExactly(0.25, 0.5);
  }
}
