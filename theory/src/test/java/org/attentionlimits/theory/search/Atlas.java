package org.attentionlimits.theory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.random.Space;

/** Places without numbers, each of a shape of its own, that record what a search does there. */
final class Atlas implements Space<Atlas.Place> {

  /** What a search does at a place. */
  enum Deed {
    DRAWN,
    SCORED,
    LEFT_UPWARDS,
    LEFT_DOWNWARDS,
    CLIMBED
  }

  /** What was done where. */
  record Event(Deed deed, int at) {}

  /** A place by its number. */
  record Place(Atlas atlas, int at) implements Instance<Place> {

    static final InstanceType<Place> TYPE =
        InstanceType.of(Place.class, "a place")
            .madeBy(
                values -> {
                  throw new UnsupportedOperationException("places are made by an atlas");
                });

    @Override
    public InstanceType<Place> type() {
      return TYPE;
    }

    @Override
    public int tokens() {
      return at;
    }

    @Override
    public int[] shape() {
      return new int[] {at};
    }

    @Override
    public double[] numbers() {
      atlas.events.add(new Event(Deed.CLIMBED, at));
      return new double[0];
    }

    @Override
    public Optional<Place> moved(double... numbers) {
      return Optional.of(this);
    }

    @Override
    public Stream<Place> smaller() {
      atlas.events.add(new Event(Deed.LEFT_DOWNWARDS, at));
      return atlas.down.apply(at).mapToObj(atlas::place);
    }

    @Override
    public Stream<Place> larger() {
      atlas.events.add(new Event(Deed.LEFT_UPWARDS, at));
      return atlas.up.apply(at).mapToObj(atlas::place);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place place && place.at == at;
    }

    @Override
    public int hashCode() {
      return at;
    }
  }

  private final List<Event> events = new ArrayList<>();
  private Supplier<IntStream> landmarks = IntStream::empty;
  private boolean exhausted;
  private LongUnaryOperator drawn = draw -> 1;
  private long draws;
  private IntFunction<IntStream> up = at -> IntStream.empty();
  private IntFunction<IntStream> down = at -> IntStream.empty();

  /** With landmarks, and whether they are all there is. */
  Atlas landmarks(Supplier<IntStream> places, boolean all) {
    this.landmarks = places;
    this.exhausted = all;
    return this;
  }

  /** With the places drawn, by the number of the draw from zero. */
  Atlas draws(LongUnaryOperator places) {
    this.drawn = places;
    return this;
  }

  /** With ways from a place to larger and to smaller ones. */
  Atlas ways(IntFunction<IntStream> upwards, IntFunction<IntStream> downwards) {
    this.up = upwards;
    this.down = downwards;
    return this;
  }

  Place place(int at) {
    return new Place(this, at);
  }

  /** The claim that a place's ratio is at most one; places below zero are not admissible. */
  Claim<Place> claim(IntToDoubleFunction ratio) {
    return Claim.about(Place.TYPE)
        .named("places")
        .where("from zero", place -> place.at >= 0)
        .evaluatedBy(
            (place, arithmetic) -> {
              events.add(new Event(Deed.SCORED, place.at));
              return Evaluation.atMost(
                  arithmetic.input(ratio.applyAsDouble(place.at)), arithmetic.of(1));
            });
  }

  /** An attack on such a claim whose budget was spent here. */
  Attack<Place> search(IntToDoubleFunction ratio, long budget) {
    Attack<Place> attack = Portfolios.attack(claim(ratio), budget);
    Portfolios.portfolio(attack).run(this, List.of());
    return attack;
  }

  List<Event> events() {
    return events;
  }

  /** What was done before the last that the budget was spent on. */
  List<Event> beforeTheEnd() {
    int last = events.size() - 1;
    while (events.get(last).deed() != Deed.SCORED) {
      last--;
    }
    return events.subList(0, last);
  }

  /** Where something was done, in this order. */
  List<Integer> places(Deed deed) {
    return events.stream().filter(e -> e.deed == deed).map(Event::at).toList();
  }

  @Override
  public InstanceType<Place> type() {
    return Place.TYPE;
  }

  @Override
  public Stream<Place> landmarks() {
    return landmarks.get().mapToObj(this::place);
  }

  @Override
  public Place draw(RandomGenerator random) {
    int at = (int) drawn.applyAsLong(draws++);
    events.add(new Event(Deed.DRAWN, at));
    return place(at);
  }

  @Override
  public boolean isExhaustedByLandmarks() {
    return exhausted;
  }
}
