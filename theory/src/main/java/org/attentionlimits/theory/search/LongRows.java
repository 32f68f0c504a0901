package org.attentionlimits.theory.search;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.profile.Profile;
import org.attentionlimits.theory.profile.Profiles;
import org.attentionlimits.theory.profile.Recipe;
import org.attentionlimits.theory.search.measure.Effort;
import org.attentionlimits.theory.search.measure.Scored;

/**
 * The part of a search that is for long rows: it draws and climbs on {@link Profile profiles},
 * whose few numbers make a row of thousands of tokens. It is paid in tokens, since such a row costs
 * as much as hundreds of short ones.
 *
 * @param <I> the type of instance
 */
final class LongRows<I extends Instance<I>> {

  /** Tokens of long rows for each try of the budget, and where no short row is admissible. */
  private static final int TOKENS_OF_A_TRY = 25;

  private static final int TOKENS_OF_A_TRY_ALONE = 200;

  /** A sampled side takes as long as this many tokens. */
  private static final int TOKENS_OF_A_SAMPLE = 20_000;

  /** A row that is built and not evaluated takes a fraction of the time. */
  private static final int CHEAPER_IF_MISSED = 8;

  private static final int TOKENS_OF_A_CLIMB = 100_000;
  private static final int LEAST_OF_A_CLIMB = 24;
  private static final int DRAWS_OF_A_RESTART = 8;
  private static final double SHARE_OF_RESTARTS = 0.3;
  private static final double SHARE_OF_LENGTHS = 0.5;

  private final Attack<I> attack;
  private final SplittableRandom random;
  private final List<Profiles<I>> profiles;
  private final Elites<Profile<I>> elites = new Elites<>();
  private final Ascent<Profile<I>> ascent;
  private double spent;

  LongRows(Attack<I> attack, List<Recipe<I>> recipes, SplittableRandom random) {
    this.attack = attack;
    this.random = random;
    this.profiles = recipes.stream().map(Profiles::new).toList();
    this.ascent = new Ascent<>(this::score, () -> {}, () -> attack.isOver(1), random);
  }

  /** Whether it has had less than its share of what the attack has spent. */
  boolean isDue() {
    int tokens = attack.hasShort() ? TOKENS_OF_A_TRY : TOKENS_OF_A_TRY_ALONE;
    return !profiles.isEmpty() && spent < tokens * attack.progress() && !attack.isOver(1);
  }

  /** Tries the known extremes, as far as a share of the budget goes. */
  void landmarks(double share) {
    double most = TOKENS_OF_A_TRY * share * attack.budget();
    profiles.stream()
        .flatMap(Profiles::landmarks)
        .takeWhile(p -> spent < most && !attack.isOver(1))
        .forEach(this::score);
  }

  /** A climb from one of the best, or from the best of a few new ones. */
  void round() {
    boolean again = elites.all().isEmpty() || random.nextDouble() < SHARE_OF_RESTARTS;
    Optional<Scored<Profile<I>>> start = again ? restart() : Optional.of(elites.pick(random));
    start.ifPresent(this::climb);
  }

  private Optional<Scored<Profile<I>>> restart() {
    return Scored.start(
        IntStream.range(0, DRAWS_OF_A_RESTART)
            .takeWhile(i -> !attack.isOver(1))
            .mapToObj(i -> score(profiles.get(random.nextInt(profiles.size())).draw(random))));
  }

  private void climb(Scored<Profile<I>> start) {
    if (random.nextDouble() < SHARE_OF_LENGTHS) {
      changeSizes(start);
    } else {
      changeNumbers(start);
    }
  }

  private void changeNumbers(Scored<Profile<I>> start) {
    int most = Math.max(LEAST_OF_A_CLIMB, TOKENS_OF_A_CLIMB / start.instance().tokens());
    ascent.from(start, coordinates -> (int) Math.min(most, attack.left()));
  }

  /**
   * Makes one size after another larger or smaller, in steps that double for as long as the ratio
   * does not fall and halve where it does or where nothing is admissible: so it comes to the edge
   * of a domain.
   */
  private void changeSizes(Scored<Profile<I>> start) {
    Scored<Profile<I>> at = start;
    int first = random.nextInt(start.instance().integers());
    for (int k = 0; k < start.instance().integers(); k++) {
      int i = (first + k) % start.instance().integers();
      int sign = random.nextInt(3) > 0 ? 1 : -1;
      at = along(along(at, i, sign), i, -sign);
    }
  }

  private Scored<Profile<I>> along(Scored<Profile<I>> start, int i, int sign) {
    Scored<Profile<I>> at = start;
    int step = 1;
    boolean growing = true;
    while (step > 0 && step < Profile.MOST_TOKENS && !attack.isOver(1)) {
      Scored<Profile<I>> next = stepped(at.instance(), i, sign * step);
      boolean better = next.ratio() >= at.ratio();
      at = better ? next : at;
      growing = growing && better;
      step = growing ? 2 * step : step / 2;
    }
    return at;
  }

  private Scored<Profile<I>> stepped(Profile<I> profile, int i, int step) {
    return profile
        .withInteger(i, profile.integer(i) + step)
        .map(this::score)
        .orElseGet(() -> new Scored<>(profile, -1));
  }

  private Scored<Profile<I>> score(Profile<I> profile) {
    Optional<I> made = profile.make();
    long before = attack.tries();
    Scored<I> scored = made.map(attack::score).orElse(new Scored<>(null, -1));
    double tokens = made.map(Effort::inTokens).orElse(0.0);
    spent += attack.tries() > before ? tokens : (double) profile.tokens() / CHEAPER_IF_MISSED;
    spent += scored.sampled() ? TOKENS_OF_A_SAMPLE : 0;
    Scored<Profile<I>> result = new Scored<>(profile, scored.ratio(), scored.sampled());
    if (result.ratio() >= 0) {
      elites.offer(result);
    }
    return result;
  }
}
