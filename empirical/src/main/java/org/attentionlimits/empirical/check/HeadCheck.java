package org.attentionlimits.empirical.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.normalize.PositiveFunction;

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
    for (int query = 0; query < attention.length(); query++) {
      checkLogits(attention.row(query), place(attention, query, OptionalInt.empty()));
      if (attention.hasVectors()) {
        checkVectors(attention, query);
      }
    }
    return counters;
  }

  /** Softmax is the normaliser of the exponential function. */
  private void checkLogits(LogitRow row, RowPlace place) {
    if (isNeeded(LogitRow.class)) {
      evaluate(row, place);
    }
    if (isNeeded(FunctionRow.class)) {
      evaluate(new FunctionRow(PositiveFunction.EXPONENTIAL, row), place);
    }
  }

  private void checkVectors(HeadAttention attention, int query) {
    if (isNeeded(QueryKeys.class)) {
      evaluate(attention.queryKeys(query), place(attention, query, OptionalInt.empty()));
    }
    if (isNeeded(EmbeddedRow.class)) {
      for (int selected : selections) {
        if (selected <= query) {
          evaluate(
              attention.embedded(query, selected),
              place(attention, query, OptionalInt.of(selected)));
        } else {
          leaveOut(EmbeddedRow.class);
        }
      }
    }
  }

  private static RowPlace place(HeadAttention attention, int query, OptionalInt selected) {
    return new RowPlace(attention.layer(), attention.head(), query, selected);
  }

  private boolean isNeeded(Class<?> type) {
    return claims.stream().anyMatch(claim -> claim.type() == type && isAboutRows(claim));
  }

  /** Whether a claim is about the rows as they are: it takes nothing beside them. */
  private static boolean isAboutRows(Claim<?> claim) {
    return claim.statement().needs().isEmpty();
  }

  private void leaveOut(Class<?> type) {
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).type() == type && isAboutRows(claims.get(i))) {
        counters.get(i).leaveOut();
      }
    }
  }

  private void evaluate(Instance<?> instance, RowPlace place) {
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).type().isInstance(instance) && isAboutRows(claims.get(i))) {
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
