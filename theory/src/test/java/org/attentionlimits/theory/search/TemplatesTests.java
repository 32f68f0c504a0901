package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.search.space.Space;
import org.junit.jupiter.api.Test;

class TemplatesTests {

  /** A shape with the name of what it was made from; its steps add or take one. */
  private static final class Named implements Instance<Named> {
    private final String name;
    private final int[] shape;
    private final boolean sidestep;

    private Named(String name, boolean sidestep, int... shape) {
      this.name = name;
      this.shape = shape.clone();
      this.sidestep = sidestep;
    }

    @Override
    public int tokens() {
      return shape[0];
    }

    @Override
    public int[] shape() {
      return shape.clone();
    }

    @Override
    public double[] numbers() {
      return new double[0];
    }

    @Override
    public Named withNumbers(double... numbers) {
      return this;
    }

    @Override
    public Stream<Named> smaller() {
      return moved(-1);
    }

    @Override
    public Stream<Named> larger() {
      return moved(1);
    }

    /** Every part of the shape moved, or if only sidesteps are taken, one part after the other. */
    private Stream<Named> moved(int by) {
      if (sidestep) {
        return shape[0] == 1 && shape[1] == 0
            ? Stream.of(new Named(name, true, 0, 1))
            : Stream.of(new Named(name, true, 0, 0));
      }
      return IntStream.range(0, shape.length)
          .mapToObj(
              i -> {
                int[] moved = shape.clone();
                moved[i] += by;
                return new Named(name, false, moved);
              });
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("name", name);
    }
  }

  /** What was asked of a space. */
  private static final class Listed<I extends Instance<I>> implements Space<I> {
    private final List<I> landmarks;
    private final I drawn;
    private final List<I> draws = new ArrayList<>();
    private int asked;

    private Listed(I drawn, List<I> landmarks) {
      this.drawn = drawn;
      this.landmarks = landmarks;
    }

    @Override
    public Stream<I> landmarks() {
      asked++;
      return landmarks.stream();
    }

    @Override
    public I draw(SplittableRandom random) {
      draws.add(drawn);
      return drawn;
    }

    @Override
    public boolean isExhaustedByLandmarks() {
      return drawn == null;
    }
  }

  private static Named named(String name, int... shape) {
    return new Named(name, false, shape);
  }

  private static String nearest(List<Integer> shape, Named... landmarks) {
    return new Templates<>(new Listed<>(null, List.of(landmarks)))
        .of(shape)
        .map(found -> found.name)
        .orElse("none");
  }

  @Test
  void anInstanceOfTheSpaceIsTakenAsItIs() {
    LogitRow landmark = new LogitRow(2, 1, 2, 3);
    LogitRow drawn = new LogitRow(5, 1, 2);
    Templates<LogitRow> templates = new Templates<>(new Listed<>(drawn, List.of(landmark)));
    assertThat(templates.of(List.of(3))).containsSame(landmark);
    assertThat(templates.of(List.of(2))).containsSame(drawn);
  }

  @Test
  void landmarksComeBeforeDrawsAndTheFirstIsKept() {
    Templates<Named> templates =
        new Templates<>(
            new Listed<>(named("drawn", 3), List.of(named("first", 3), named("second", 3))));
    assertThat(templates.of(List.of(3)).orElseThrow().name).isEqualTo("first");
  }

  @Test
  void twoThousandAreDrawnOnceUnlessTheLandmarksAreAll() {
    Listed<Named> drawn = new Listed<>(named("drawn", 3), List.of(named("first", 3)));
    Templates<Named> templates = new Templates<>(drawn);
    templates.of(List.of(3));
    templates.of(List.of(4));
    assertThat(drawn.draws).hasSize(2000);
    assertThat(drawn.asked).isEqualTo(1);

    Listed<Named> listed = new Listed<>(null, List.of(named("first", 3)));
    new Templates<>(listed).of(List.of(3));
    assertThat(listed.draws).isEmpty();
  }

  @Test
  void otherSizesAreReachedByMakingARowLargerOrSmaller() {
    Templates<LogitRow> templates =
        new Templates<>(new Listed<>(null, List.of(new LogitRow(2, 0, 1, 2))));
    assertThat(templates.of(List.of(5)).orElseThrow().logits()).hasSize(5).contains(0, 1, 2);
    assertThat(templates.of(List.of(1)).orElseThrow().tokens()).isEqualTo(1);
    assertThat(templates.of(List.of(5)).orElseThrow().temperature()).isEqualTo(2);
  }

  @Test
  void aShapeOfAnotherKindIsNotReached() {
    assertThat(nearest(List.of(3, 1), named("flat", 3))).isEqualTo("none");
    assertThat(nearest(List.of(3))).isEqualTo("none");
  }

  @Test
  void aWalkStartsFromTheNearestShape() {
    Named[] landmarks = {named("low", 0, 0), named("middle", 5, 6), named("high", 10, 0)};
    assertThat(nearest(List.of(1, 1), landmarks)).isEqualTo("low");
    assertThat(nearest(List.of(9, 0), landmarks)).isEqualTo("high");
    assertThat(nearest(List.of(7, 8), landmarks)).isEqualTo("middle");
    assertThat(nearest(List.of(6, 3), landmarks)).isEqualTo("middle");
  }

  @Test
  void aShapeOfTheSameLengthIsNearerThanAnyOther() {
    Named[] landmarks = {named("shorter", 40), named("same", 0, 0), named("longer", 40, 40, 0)};
    assertThat(nearest(List.of(40, 40), landmarks)).isEqualTo("same");
  }

  private static Templates<LogitRow> fromOneToken() {
    return new Templates<>(new Listed<>(null, List.of(new LogitRow(1, 0))));
  }

  @Test
  void allWalksTogetherMakeTwoMillionNumbersAndWhatTheyPassedIsKnown() {
    assertThat(fromOneToken().of(List.of(1997))).isPresent();

    Templates<LogitRow> templates = fromOneToken();
    assertThat(templates.of(List.of(1998))).isEmpty();
    assertThat(templates.of(List.of(1998))).isEmpty();
    assertThat(templates.of(List.of(1997))).isPresent();
  }

  /** Each step on the way makes a long row with every token twice before the one wanted. */
  @Test
  void rowsThatAreNotOnTheWayCount() {
    assertThat(fromOneAndFromAThousand().of(List.of(1000, 2, 1))).isEmpty();
    assertThat(fromOneAndFromAThousand().of(List.of(1, 1000, 1))).isPresent();
  }

  private static Templates<EmbeddedRow> fromOneAndFromAThousand() {
    return new Templates<>(
        new Listed<>(
            null,
            Stream.of(1, 1000)
                .map(n -> new LogitRow(1, new double[n]))
                .map(row -> new EmbeddedRow(row, new double[row.tokens()][1], 1))
                .toList()));
  }

  @Test
  void landmarksMayBeEndless() {
    Space<LogitRow> endless =
        new Space<>() {
          @Override
          public Stream<LogitRow> landmarks() {
            return Stream.iterate(1, n -> n + 1).map(n -> new LogitRow(n, 0));
          }

          @Override
          public LogitRow draw(SplittableRandom random) {
            return new LogitRow(1, 0);
          }
        };
    assertThat(new Templates<>(endless).of(List.of(1))).contains(new LogitRow(1, 0));
  }

  @Test
  void aWalkEndsWhereNoStepLeadsNearer() {
    Named start = new Named("sidestep", true, 1, 0);
    assertThat(nearest(List.of(0, 0), start)).isEqualTo("none");
    assertThat(nearest(List.of(0, 0), new Named("beside", true, 0, 1))).isEqualTo("beside");
  }
}
