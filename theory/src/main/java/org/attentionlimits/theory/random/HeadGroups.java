package org.attentionlimits.theory.random;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.InstanceType;

/** One to ten heads of any separability, often near zero, near one, or the 0.8 of the paper. */
final class HeadGroups implements Space<HeadGroup> {

  private static final int MOST_HEADS = 10;
  private static final double SMALLEST = 1e-12;
  private static final double EIGHTY_PERCENT = 0.8;

  @Override
  public InstanceType<HeadGroup> type() {
    return HeadGroup.TYPE;
  }

  @Override
  public Stream<HeadGroup> landmarks() {
    return IntStream.rangeClosed(1, MOST_HEADS)
        .boxed()
        .flatMap(
            heads ->
                Stream.of(0.0, SMALLEST, 0.5, EIGHTY_PERCENT, 0.99, 1.0)
                    .map(p -> new HeadGroup(p, heads)));
  }

  @Override
  public HeadGroup draw(RandomGenerator random) {
    double small = new AdversarialDraws(random).logUniform(SMALLEST, 1);
    double p =
        switch (random.nextInt(4)) {
          case 0 -> small;
          case 1 -> 1 - small;
          case 2 -> Math.min(1, EIGHTY_PERCENT * (1 + (random.nextDouble() - 0.5) * small));
          default -> random.nextDouble();
        };
    return new HeadGroup(p, 1 + random.nextInt(random.nextBoolean() ? 4 : MOST_HEADS));
  }

  @Override
  public HeadGroup drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  static HeadGroup plain(PlainDraws draws) {
    double small = draws.decades(-12, 0);
    double p = draws.oneIn(2) ? small : 1 - small;
    if (draws.oneIn(2)) {
      p = draws.oneIn(2) ? draws.beside(0.8) : (draws.upTo(11) - 1) / 10.0;
    }
    return new HeadGroup(p, draws.upTo(draws.oneIn(2) ? 4 : MOST_HEADS));
  }
}
