package org.attentionlimits.theory.profile;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;

/**
 * Profiles of a recipe: known extremes and random ones.
 *
 * @param <I> the type of instance
 */
public final class Profiles<I extends Instance<I>> {

  /** Fewest tokens of those drawn. */
  private static final int FEWEST = 33;

  private static final int MOST_GROUPS = 3;
  private static final double[] HEIGHTS = {1, 40};
  private static final double HALF_OF_IT = 0.5;
  private static final double CLOSE = 1e-4;
  private static final Body[] BODIES = Body.values();

  private final Recipe<I> recipe;

  /** The profiles of a recipe. */
  public Profiles(Recipe<I> recipe) {
    this.recipe = recipe;
  }

  /** Rows of one, two and three levels, spikes, ladders and power laws, at several lengths. */
  public Stream<Profile<I>> landmarks() {
    return IntStream.of(64, Profile.MOST_TOKENS / 16, Profile.MOST_TOKENS / 4, Profile.MOST_TOKENS)
        .boxed()
        .flatMap(this::landmarks);
  }

  private Stream<Profile<I>> landmarks(int n) {
    Stream<Profile<I>> smooth =
        Stream.of(
            profile(Body.LEVEL, 0, n),
            profile(Body.CURVE, 1, n),
            profile(Body.POWER_LAW, 1, n),
            profile(Body.LADDER, 1, n));
    Stream<Profile<I>> levels =
        DoubleStream.concat(Arrays.stream(HEIGHTS), DoubleStream.of(half(n), half(n) / 2))
            .boxed()
            .flatMap(
                height ->
                    Stream.of(
                        profile(Body.LEVEL, height, 1, n - 1),
                        profile(Body.LEVEL, -height, 1, n - 1),
                        profile(Body.LEVEL, height, n / 2, n - n / 2),
                        profile(Body.LEVEL, height, n - 1, 1)));
    return Stream.concat(smooth, levels);
  }

  /** How far above all others the first token has hardly less than half of the weight. */
  private static double half(int n) {
    return StrictMath.log(n - 1.0) * (1 - CLOSE);
  }

  /** All columns alike, marks after the first token. */
  private Profile<I> profile(Body body, double height, int... counts) {
    int groups = counts.length - 1;
    double[] numbers = new double[Profile.numbersOf(recipe, groups)];
    int start = recipe.reals() + recipe.positives();
    Arrays.fill(numbers, 0, start, 1);
    for (int c = 0; c < recipe.columns(); c++) {
      int from = start + c * (groups + Profile.OF_A_BODY);
      Arrays.fill(numbers, from, from + groups, height);
      numbers[from + groups] = c == 0 ? 0 : 1;
      numbers[from + groups + 1] = height;
      numbers[from + groups + 2] = 1;
    }
    Body[] bodies = new Body[recipe.columns()];
    Arrays.fill(bodies, body);
    int[] marks = new int[2 * recipe.marks()];
    for (int m = 0; m < recipe.marks(); m++) {
      marks[2 * m + 1] = m + 1;
    }
    return new Profile<>(recipe, counts, bodies, marks, numbers);
  }

  /** A random profile of a random length, of logarithm uniform. */
  public Profile<I> draw(SplittableRandom random) {
    int[] counts = counts(random);
    int groups = counts.length - 1;
    Body[] bodies = new Body[recipe.columns()];
    double[] numbers = new double[Profile.numbersOf(recipe, groups)];
    int start = recipe.reals() + recipe.positives();
    double temperature = random.nextBoolean() ? 1 : logUniform(random, 1e-3, 1e3);
    for (int i = 0; i < start; i++) {
      boolean real = i < recipe.reals();
      numbers[i] =
          real ? random.nextGaussian() : random.nextBoolean() ? 1 : logUniform(random, 1e-3, 1e3);
    }
    if (recipe.positives() > 0) {
      numbers[recipe.reals()] = temperature;
    }
    for (int c = 0; c < bodies.length; c++) {
      bodies[c] = random.nextBoolean() ? Body.LEVEL : BODIES[random.nextInt(BODIES.length)];
      double unit = (c == 0 ? temperature : 1) * logUniform(random, 1e-2, 1e2);
      boolean rival = c == 0 && random.nextInt(3) == 0;
      fill(
          random,
          numbers,
          start + c * (groups + Profile.OF_A_BODY),
          groups,
          rival ? rival(random, temperature, counts) : unit);
    }
    return new Profile<>(recipe, counts, bodies, marks(random, counts), numbers);
  }

  /** A height at which a few tokens have as much weight as all others, or near it. */
  private static double rival(SplittableRandom random, double temperature, int... counts) {
    double n = Arrays.stream(counts).sum();
    double near = random.nextBoolean() ? 1 : random.nextDouble(HALF_OF_IT, 1);
    return temperature * near * StrictMath.log(n / counts[0]);
  }

  private static void fill(
      SplittableRandom random, double[] numbers, int from, int groups, double unit) {
    for (int g = 0; g < groups; g++) {
      numbers[from + g] = unit * (random.nextBoolean() ? 1 : random.nextGaussian());
    }
    numbers[from + groups] = random.nextBoolean() ? 0 : unit * random.nextGaussian();
    numbers[from + groups + 1] = unit * random.nextGaussian();
    numbers[from + groups + 2] = random.nextBoolean() ? 1 : logUniform(random, 0.1, 10);
  }

  private int[] counts(SplittableRandom random) {
    int n = (int) logUniform(random, FEWEST, recipe.mostTokens() + 1.0);
    int[] counts = new int[1 + random.nextInt(MOST_GROUPS + 1)];
    int rest = n;
    for (int g = 0; g < counts.length - 1; g++) {
      int most = rest - (counts.length - 1 - g);
      counts[g] = random.nextBoolean() ? 1 : (int) logUniform(random, 1, most);
      rest -= counts[g];
    }
    counts[counts.length - 1] = rest;
    return counts;
  }

  /** Mostly where a group begins or one beside it, sometimes anywhere. */
  private int[] marks(SplittableRandom random, int... counts) {
    int[] marks = new int[2 * recipe.marks()];
    for (int m = 0; m < recipe.marks(); m++) {
      marks[2 * m] = random.nextInt(counts.length + 1);
      int sign = random.nextBoolean() ? 1 : -1;
      marks[2 * m + 1] =
          switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> sign;
            default -> sign * (int) logUniform(random, 1, Arrays.stream(counts).sum());
          };
    }
    return marks;
  }

  private static double logUniform(SplittableRandom random, double from, double to) {
    return from < to
        ? StrictMath.exp(random.nextDouble(StrictMath.log(from), StrictMath.log(to)))
        : from;
  }
}
