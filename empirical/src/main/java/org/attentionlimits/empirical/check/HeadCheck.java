package org.attentionlimits.empirical.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attentionlimits.empirical.tensor.HeadRow;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.VisibleRow.Part;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.normalize.UnknownLogitsException;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;

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
  List<RowCounter> check(HeadRows rows) {
    List<InstanceType<?>> types =
        claims.stream()
            .filter(HeadCheck::isAboutRows)
            .<InstanceType<?>>map(Claim::type)
            .distinct()
            .toList();
    for (int query = 0; query < rows.queries(); query++) {
      Optional<HeadRow> row = rows.seenBy(query);
      if (row.isPresent()) {
        RowPlace place = new RowPlace(rows.layer(), rows.head(), query, OptionalInt.empty());
        check(types, row.get(), place);
      }
    }
    return counters;
  }

  /** What several claims need of a row is computed once. */
  private void check(List<InstanceType<?>> types, HeadRow row, RowPlace place) {
    try (Memo memo = new Memo()) {
      LogitRow logits = row.weighted().keptIn(memo);
      types.forEach(type -> check(type, row, logits, place));
    }
  }

  /** A row that lacks a part is not counted: the source tells so. */
  private void check(InstanceType<?> type, HeadRow row, LogitRow logits, RowPlace place) {
    List<Part> needs = type.needs().orElse(List.of());
    if (!row.has(RowOfHead.part(needs))) {
      return;
    }
    if (!needs.contains(Part.SELECTION)) {
      evaluate(type, new RowOfHead(row, logits, 0), place);
      return;
    }
    for (int selected : selections) {
      if (selected < row.tokens()) {
        evaluate(type, new RowOfHead(row, logits, selected), place.selecting(selected));
      } else {
        leaveOut(type, row.tokens());
      }
    }
  }

  /** Whether a claim is about the rows as they are: it takes nothing beside them. */
  private static boolean isAboutRows(Claim<?> claim) {
    return claim.type().needs().isPresent() && claim.statement().needs().isEmpty();
  }

  private void leaveOut(InstanceType<?> type, int tokens) {
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).type() == type && isAboutRows(claims.get(i))) {
        counters.get(i).leaveOut(tokens);
      }
    }
  }

  private void evaluate(InstanceType<?> type, RowOfHead row, RowPlace place) {
    Instance<?> instance = type.on(row);
    for (int i = 0; i < claims.size(); i++) {
      Claim<?> claim = claims.get(i);
      boolean isKnown = row.isExact() || !claim.changesWithShift();
      if (claim.type() == type && isAboutRows(claim) && isKnown) {
        evaluate(claim, instance, row.isExact(), place, counters.get(i));
      }
    }
  }

  /** Of bounds more digits would tell no more. */
  private static <I extends Instance<I>> void evaluate(
      Claim<I> claim, Instance<?> instance, boolean isExact, RowPlace place, RowCounter counter) {
    try {
      Optional<I> admitted = claim.admitted(instance);
      if (admitted.isPresent()) {
        I row = admitted.get();
        counter.add(
            isExact ? claim.evaluate(row) : claim.evaluate(row, Arithmetic.BINARY64), row, place);
      } else {
        counter.leaveOut(instance.tokens());
      }
    } catch (UnknownLogitsException e) {
      counter.leaveUnknown();
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "claim " + claim + " cannot be evaluated at " + place + ": " + e.getMessage(), e);
    }
  }
}
