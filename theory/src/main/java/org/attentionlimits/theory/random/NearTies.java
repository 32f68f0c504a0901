package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.NearTie;

/** Near-ties of a few tokens, with gaps from far below the temperature to far above. */
final class NearTies implements Space<NearTie> {

  private static final double SMALLEST_GAP = 1e-6;
  private static final double LARGEST_GAP = 1e3;

  @Override
  public InstanceType<NearTie> type() {
    return NearTie.TYPE;
  }

  @Override
  public Stream<NearTie> landmarks() {
    return IntStream.of(0, 1, 6)
        .boxed()
        .flatMap(
            further ->
                Stream.of(1e-12, SMALLEST_GAP, 1e-3, 0.5, 1.0, 2.0, LARGEST_GAP)
                    .flatMap(
                        gap -> Stream.of(0.0, 40.0).map(depth -> nearTie(1, gap, depth, further))));
  }

  private static NearTie nearTie(double temperature, double gap, double depth, int further) {
    return new NearTie(temperature, gap, Draws.filled(further, depth));
  }

  @Override
  public NearTie draw(RandomGenerator random) {
    AdversarialDraws draws = new AdversarialDraws(random);
    double temperature = draws.temperature();
    double gap = temperature * draws.logUniform(SMALLEST_GAP, LARGEST_GAP);
    double scale = temperature * draws.logUniform(1e-3, 1e2);
    double[] depths = random.nextBoolean() ? new double[0] : draws.patterned(draws.tokens(), scale);
    return new NearTie(temperature, gap, Arrays.stream(depths).map(Math::abs).toArray());
  }

  @Override
  public NearTie drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  static NearTie plain(PlainDraws draws) {
    double temperature = draws.temperature();
    double gap = temperature * (draws.oneIn(4) ? 1 : draws.decades(-9, 3));
    double[] depths =
        draws.oneIn(2) ? new double[0] : PlainPattern.row(draws, draws.tokens(), draws.scale());
    return new NearTie(
        temperature,
        gap,
        Arrays.stream(PlainPattern.times(depths, temperature)).map(Math::abs).toArray());
  }
}
