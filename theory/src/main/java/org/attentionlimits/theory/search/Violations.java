package org.attentionlimits.theory.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.measure.Effort;
import org.attentionlimits.theory.search.measure.Lengths;
import org.attentionlimits.theory.search.measure.Line;
import org.attentionlimits.theory.search.measure.Scored;
import org.attentionlimits.theory.search.measure.Simplicity;

/**
 * The violations that an attack has seen: the simplest, the most blatant, and the most blatant of
 * those that fit on a line. Short ones come before long ones, and those that were computed before
 * those by a sample: the others count where there are none of the former.
 *
 * @param <I> the type of instance
 */
final class Violations<I extends Instance<I>> {

  private static final int KEPT = 8;
  private static final int SHRUNK = 2;

  /**
   * Most tokens of the long violations of which it is asked on the way if they can be certified.
   */
  private static final double LONG_TOKENS = 100_000;

  private final Claim<I> claim;
  private final Some computed = new Some();
  private final Some computedLong = new Some();
  private final Some sampled = new Some();
  private final Some sampledLong = new Some();
  private double longTokens;

  Violations(Claim<I> claim) {
    this.claim = claim;
  }

  /** Keeps a violation of sides that were computed. */
  void add(I instance, double ratio) {
    add(instance, ratio, false);
  }

  /**
   * Keeps a violation.
   *
   * @param bySample whether a side was estimated from a sample
   */
  void add(I instance, double ratio, boolean bySample) {
    boolean isLong = Lengths.isLong(instance);
    Some some = bySample ? (isLong ? sampledLong : sampled) : isLong ? computedLong : computed;
    some.add(new Scored<>(instance, ratio, bySample));
  }

  /** Whether one of all seen can be certified. */
  boolean anyCertified() {
    return all().anyMatch(some -> some.first.isPresent());
  }

  /** The most blatant of those kept that can be certified, else the first that could. */
  Optional<I> mostBlatant() {
    return all().flatMap(some -> some.mostBlatant().stream()).findFirst();
  }

  /** The most blatant of those that fit on a line, which need not be certified. */
  List<Scored<I>> onALine() {
    Stream<Some> some =
        Stream.of(computed, computedLong).anyMatch(s -> s.first.isPresent())
            ? Stream.of(computed, computedLong)
            : Stream.of(sampled, sampledLong);
    return some.flatMap(s -> s.fitting.stream()).sorted(Scored.largestFirst()).toList();
  }

  /** The simplest of all seen. */
  Optional<I> suspect() {
    return all().flatMap(some -> some.simplest.stream().limit(1)).findFirst().map(Scored::instance);
  }

  /**
   * The simplest and the most blatant of those kept that can be certified; if none can, the first
   * of all seen that could.
   */
  List<I> certified() {
    return all()
        .map(Some::certified)
        .filter(certified -> !certified.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Those to be preferred first. */
  private Stream<Some> all() {
    return Stream.of(computed, computedLong, sampled, sampledLong);
  }

  private boolean isCertified(I instance) {
    return Certificate.of(claim, instance).isPresent();
  }

  /** As above, but not of more than some long ones. */
  private boolean isSoonCertified(I instance) {
    if (!Lengths.isLong(instance)) {
      return isCertified(instance);
    }
    double tokens = Effort.inTokens(instance);
    if (computed.first.isPresent() || longTokens + tokens > LONG_TOKENS) {
      return false;
    }
    longTokens += tokens;
    return isCertified(instance);
  }

  /** Whether it takes seconds, not minutes, to certify it. */
  private boolean isAffordable(I instance) {
    return Effort.inTokens(instance) <= LONG_TOKENS / 2;
  }

  private static <S> void keep(
      List<S> list, S newcomer, Comparator<? super S> order, Predicate<? super S> fits) {
    boolean keeps =
        (list.size() < KEPT || order.compare(newcomer, list.get(KEPT - 1)) < 0)
            && fits.test(newcomer);
    if (keeps) {
      list.add(newcomer);
      list.sort(order);
      if (list.size() > KEPT) {
        list.remove(KEPT);
      }
    }
  }

  /** Those whose sides were computed, or those whose were not. */
  private final class Some {
    private final List<Scored<I>> simplest = new ArrayList<>();
    private final List<Scored<I>> largest = new ArrayList<>();
    private final List<Scored<I>> fitting = new ArrayList<>();
    private Optional<I> first = Optional.empty();

    private void add(Scored<I> violation) {
      Comparator<Scored<I>> bySize = (a, b) -> Simplicity.ORDER.compare(a.instance(), b.instance());
      keep(simplest, violation, bySize, s -> true);
      keep(largest, violation, Scored.largestFirst(), s -> true);
      keep(
          fitting,
          violation,
          Scored.largestFirst(),
          s -> Line.holds(s.instance()) && isAffordable(s.instance()));
      first =
          first.or(
              () -> Optional.of(violation.instance()).filter(Violations.this::isSoonCertified));
    }

    private Stream<Scored<I>> certified(List<Scored<I>> list) {
      return list.stream().filter(scored -> isCertified(scored.instance()));
    }

    private Optional<I> mostBlatant() {
      return certified(largest).findFirst().map(Scored::instance).or(() -> first);
    }

    private List<I> certified() {
      List<I> kept =
          Stream.of(simplest, largest)
              .flatMap(list -> certified(list).limit(SHRUNK))
              .map(Scored::instance)
              .distinct()
              .toList();
      return kept.isEmpty() ? first.stream().toList() : kept;
    }
  }
}
