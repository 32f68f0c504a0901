package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.attention.InstanceType;

/**
 * Every arrangement with every weighting, one or two selected tokens, and three shares: an explicit
 * list, since a member of 32 tokens costs as much as thousands of small rows.
 */
final class GrowingRows implements Space<GrowingRow> {

  private static final int MOST_SELECTED = 2;

  @Override
  public InstanceType<GrowingRow> type() {
    return GrowingRow.TYPE;
  }

  @Override
  public Stream<GrowingRow> landmarks() {
    return Arrays.stream(Arrangement.values())
        .flatMap(
            arrangement ->
                Arrays.stream(Weighting.values())
                    .flatMap(weighting -> families(arrangement, weighting)));
  }

  private static Stream<GrowingRow> families(Arrangement arrangement, Weighting weighting) {
    return heights(weighting)
        .boxed()
        .flatMap(
            height ->
                Stream.concat(
                    IntStream.rangeClosed(1, MOST_SELECTED)
                        .mapToObj(n -> GrowingRow.fixed(arrangement, weighting, height, n)),
                    DoubleStream.of(0.25, 0.5, 0.75)
                        .mapToObj(
                            c -> GrowingRow.proportional(arrangement, weighting, height, c))));
  }

  private static DoubleStream heights(Weighting weighting) {
    return weighting == Weighting.UNIFORM ? DoubleStream.of(0) : DoubleStream.of(0.5, 1, 3);
  }

  @Override
  public GrowingRow draw(RandomGenerator random) {
    GrowingRow[] all = landmarks().toArray(GrowingRow[]::new);
    return all[random.nextInt(all.length)];
  }

  @Override
  public boolean isExhaustedByLandmarks() {
    return true;
  }

  @Override
  public GrowingRow drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  static GrowingRow plain(PlainDraws draws) {
    Arrangement arrangement = draws.of(Arrangement.values());
    Weighting weighting = draws.of(Weighting.values());
    double height = draws.oneIn(4) ? 1 : Math.min(4, Math.abs(draws.normal()));
    return draws.oneIn(2)
        ? GrowingRow.fixed(arrangement, weighting, height, draws.upTo(2))
        : GrowingRow.proportional(arrangement, weighting, height, draws.upTo(15) / 16.0);
  }
}
