package org.attentionlimits.theory.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;

/**
 * The violations that an attack has seen: the simplest and the most blatant.
 *
 * @param <I> the type of instance
 */
final class Violations<I extends Instance<I>> {

  private static final int KEPT = 8;
  private static final int SHRUNK = 2;

  private final Claim<I> claim;
  private final List<Scored<I>> simplest = new ArrayList<>();
  private final List<Scored<I>> largest = new ArrayList<>();
  private Optional<I> firstCertified = Optional.empty();

  Violations(Claim<I> claim) {
    this.claim = claim;
  }

  void add(I instance, double ratio) {
    Scored<I> violation = new Scored<>(instance, ratio);
    keep(simplest, violation, (a, b) -> Simplicity.ORDER.compare(a.instance(), b.instance()));
    keep(largest, violation, Comparator.comparingDouble((Scored<I> s) -> s.ratio()).reversed());
    firstCertified = firstCertified.or(() -> Optional.of(instance).filter(this::isCertified));
  }

  private static <S> void keep(List<S> list, S newcomer, Comparator<? super S> order) {
    if (list.size() < KEPT || order.compare(newcomer, list.get(KEPT - 1)) < 0) {
      list.add(newcomer);
      list.sort(order);
      if (list.size() > KEPT) {
        list.remove(KEPT);
      }
    }
  }

  /** Whether one of all seen can be certified. */
  boolean anyCertified() {
    return firstCertified.isPresent();
  }

  /** The most blatant of those kept that can be certified, else the first that could. */
  Optional<I> mostBlatant() {
    return largest.stream()
        .map(Scored::instance)
        .filter(this::isCertified)
        .findFirst()
        .or(() -> firstCertified);
  }

  /** The simplest of all seen. */
  Optional<I> suspect() {
    return simplest.stream().findFirst().map(Scored::instance);
  }

  /**
   * The simplest and the most blatant of those kept that can be certified; if none can, the first
   * of all seen that could.
   */
  List<I> certified() {
    List<I> kept =
        Stream.of(simplest, largest)
            .flatMap(
                list -> list.stream().map(Scored::instance).filter(this::isCertified).limit(SHRUNK))
            .distinct()
            .toList();
    return kept.isEmpty() ? firstCertified.stream().toList() : kept;
  }

  private boolean isCertified(I instance) {
    return Certificate.of(claim, instance).isPresent();
  }
}
