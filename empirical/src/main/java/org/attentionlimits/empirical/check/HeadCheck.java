package org.attentionlimits.empirical.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.VisibleRow.Part;
import org.attentionlimits.theory.claim.Claim;

/** Evaluates claims on every row of one head. */
final class HeadCheck {

  private final List<Claim<?>> claims;
  private final List<Integer> selections;
  private final List<RowCounter> counters;

  HeadCheck(List<Claim<?>> claims, List<Integer> selections) {
    this.claims = claims;
    this.selections = selections;
    this.counters = claims.stream().map(claim -> new RowCounter()).toList();
  }

  /** The counts of every claim, in the claims' order. */
  List<RowCounter> check(HeadAttention attention) {
    List<InstanceType<?>> types =
        claims.stream()
            .filter(HeadCheck::isAboutRows)
            .<InstanceType<?>>map(Claim::type)
            .distinct()
            .filter(type -> attention.hasVectors() || !needsVectors(type))
            .toList();
    for (int query = 0; query < attention.length(); query++) {
      for (InstanceType<?> type : types) {
        check(type, attention, query);
      }
    }
    return counters;
  }

  private void check(InstanceType<?> type, HeadAttention attention, int query) {
    if (!needs(type).contains(Part.SELECTION)) {
      evaluate(type, new RowOfHead(attention, query, 0), OptionalInt.empty());
      return;
    }
    for (int selected : selections) {
      if (selected <= query) {
        evaluate(type, new RowOfHead(attention, query, selected), OptionalInt.of(selected));
      } else {
        leaveOut(type);
      }
    }
  }

  private static boolean needsVectors(InstanceType<?> type) {
    return needs(type).stream().anyMatch(part -> part != Part.SELECTION);
  }

  private static List<Part> needs(InstanceType<?> type) {
    return type.needs().orElse(List.of());
  }

  /** Whether a claim is about the rows as they are: it takes nothing beside them. */
  private static boolean isAboutRows(Claim<?> claim) {
    return claim.type().needs().isPresent() && claim.statement().needs().isEmpty();
  }

  private void leaveOut(InstanceType<?> type) {
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).type() == type && isAboutRows(claims.get(i))) {
        counters.get(i).leaveOut();
      }
    }
  }

  private void evaluate(InstanceType<?> type, RowOfHead row, OptionalInt selected) {
    Instance<?> instance = type.on(row);
    RowPlace place = new RowPlace(row.head().layer(), row.head().head(), row.query(), selected);
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).type() == type && isAboutRows(claims.get(i))) {
        evaluate(claims.get(i), instance, place, counters.get(i));
      }
    }
  }

  private static <I extends Instance<I>> void evaluate(
      Claim<I> claim, Instance<?> instance, RowPlace place, RowCounter counter) {
    try {
      Optional<I> admitted = claim.admitted(instance);
      if (admitted.isPresent()) {
        counter.add(claim.evaluate(admitted.get()), admitted.get(), place);
      } else {
        counter.leaveOut();
      }
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "claim " + claim + " cannot be evaluated at " + place + ": " + e.getMessage(), e);
    }
  }
}
