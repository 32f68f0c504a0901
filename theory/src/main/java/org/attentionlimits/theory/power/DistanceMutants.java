package org.attentionlimits.theory.power;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Slips in the bounds of Theorem 1 for a fixed set. */
final class DistanceMutants {

  /** What the bound {@code ofDistance·d₁ + factor·d₂} is made of. */
  private record Parts(
      EmbeddedRow row, Arithmetic a, Selection set, Real rest, Real factor, Real d1, Real d2) {

    static Parts of(EmbeddedRow row, Arithmetic a) {
      Selection set = Selection.top(row, a);
      Real rest = set.massOfOthers();
      Real factor = set.mass().times(set.others()).minus(rest);
      return new Parts(row, a, set, rest, factor, set.largestDistance(), set.largestNorm());
    }

    Evaluation atMost(Real diameter, Real norm) {
      return Evaluation.atMost(set.cumulativeDistance(), diameter.plus(norm));
    }

    /** {@code count·A − (1−A)}. */
    Real factor(int count) {
      return set.mass().times(count).minus(rest);
    }

    int[] others() {
      return TopN.others(row.tokens(), row.top());
    }
  }

  /** A slip at the parts of a row. */
  private interface Slip {
    Evaluation at(Parts p);
  }

  private DistanceMutants() {}

  private static Claim.Formula<EmbeddedRow> at(Slip slip) {
    return (row, a) -> slip.at(Parts.of(row, a));
  }

  static List<Mutant<?>> top(Claim<EmbeddedRow> claim) {
    return new Slips<>(claim)
        .add("no-diameter", "d1 dropped", at(p -> p.atMost(p.a.of(0), p.factor.times(p.d2))))
        .add("no-norm", "d2 dropped", at(p -> p.atMost(p.rest.times(p.d1), p.a.of(0))))
        .add(
            "diameter-1",
            "1 % less of d1",
            at(p -> p.atMost(p.rest.times(p.d1).times(p.a.of(0.99)), p.factor.times(p.d2))))
        .add(
            "diameter-0-1",
            "0.1 % less of d1",
            at(p -> p.atMost(p.rest.times(p.d1).times(p.a.of(0.999)), p.factor.times(p.d2))))
        .add(
            "norm-1",
            "1 % less of d2",
            at(p -> p.atMost(p.rest.times(p.d1), p.factor.times(p.d2).times(p.a.of(0.99)))))
        .add(
            "norm-0-1",
            "0.1 % less of d2",
            at(p -> p.atMost(p.rest.times(p.d1), p.factor.times(p.d2).times(p.a.of(0.999)))))
        .add(
            "selected-for-others",
            "N for n-N",
            at(p -> p.atMost(p.rest.times(p.d1), p.factor(p.row.selected()).times(p.d2))))
        .add(
            "one-fewer",
            "n-N-1 for n-N",
            at(p -> p.atMost(p.rest.times(p.d1), p.factor(p.set.others() - 1).times(p.d2))))
        .add(
            "twice-rest",
            "1-A taken off twice",
            at(p -> p.atMost(p.rest.times(p.d1), p.factor.minus(p.rest).times(p.d2))))
        .add(
            "nearest",
            "min for max in d1",
            at(p -> p.atMost(p.rest.times(nearest(p)), p.factor.times(p.d2))))
        .add(
            "shortest",
            "min for max in d2",
            at(p -> p.atMost(p.rest.times(p.d1), p.factor.times(norms(p, p.row.top()).min()))))
        .add(
            "other-norms",
            "d2 over the other tokens",
            at(p -> p.atMost(p.rest.times(p.d1), p.factor.times(norms(p, p.others()).max()))))
        .add(
            "among-selected",
            "d1 among the selected",
            at(p -> p.atMost(p.rest.times(among(p)), p.factor.times(p.d2))))
        .add(
            "squared",
            "root dropped in d1",
            at(p -> p.atMost(p.rest.times(p.d1.square()), p.factor.times(p.d2))))
        .add(
            "max-norm",
            "d1 by the max norm",
            at(p -> p.atMost(p.rest.times(maxNorm(p)), p.factor.times(p.d2))))
        .add("ties", "ties to the higher index", DistanceMutants::ties)
        .add("rank", "as many weights at or above the Nth as N", DistanceMutants::rank)
        .list();
  }

  static List<Mutant<?>> anySet(Claim<SelectedRow> claim) {
    return new Slips<>(claim)
        .add(
            "abs-outside",
            "absolute value of the sum",
            (r, a) -> any(r, a, s -> s.mass().times(s.others()).minus(s.massOfOthers()).abs()))
        .add("mass-only", "A for |A - alpha|", (r, a) -> any(r, a, s -> s.mass().times(s.others())))
        .add("rest-only", "alpha for |A - alpha|", (r, a) -> any(r, a, Selection::massOfOthers))
        .add(
            "deviation-1",
            "1 % less of d2",
            (r, a) -> any(r, a, s -> s.deviationsFromMass().times(a.of(0.99))))
        .add(
            "deviation-0-1",
            "0.1 % less of d2",
            (r, a) -> any(r, a, s -> s.deviationsFromMass().times(a.of(0.999))))
        .list();
  }

  static List<Mutant<?>> all(Claim<EmbeddedRow> claim) {
    Claim<EmbeddedRow> anyCount =
        Claim.about(EmbeddedRow.TYPE)
            .named(claim.id())
            .saying("", claim.statement().words())
            .evaluatedBy(claim::evaluate);
    return new Slips<>(anyCount)
        .add("any-n", "any N for N = n", (r, a) -> zero(r, a, true))
        .add("one-fewer", "N = n-1 for N = n", (r, a) -> zero(r, a, r.selected() == r.tokens() - 1))
        .list();
  }

  private static Evaluation zero(EmbeddedRow row, Arithmetic a, boolean claimed) {
    Real distance = Selection.top(row, a).cumulativeDistance();
    return Evaluation.atMost(claimed ? distance : a.of(0), a.of(0));
  }

  private static Real nearest(Parts p) {
    return distances(p, p.row.top(), p.others()).min();
  }

  private static Real among(Parts p) {
    return distances(p, p.row.top(), p.row.top()).max();
  }

  private static Vec distances(Parts p, int[] some, int[] others) {
    Vec[] x = p.row.embeddings(p.a);
    Real[] distances =
        Arrays.stream(some)
            .boxed()
            .flatMap(i -> Arrays.stream(others).mapToObj(j -> x[i].distance(x[j])))
            .toArray(Real[]::new);
    return p.a.vector(distances.length == 0 ? new Real[] {p.a.of(0)} : distances);
  }

  private static Vec norms(Parts p, int... set) {
    Vec[] x = p.row.embeddings(p.a);
    Real[] norms = Arrays.stream(set).mapToObj(i -> x[i].norm()).toArray(Real[]::new);
    return p.a.vector(norms.length == 0 ? new Real[] {p.a.of(0)} : norms);
  }

  private static Real maxNorm(Parts p) {
    Vec[] x = p.row.embeddings(p.a);
    Real[] largest =
        Arrays.stream(p.row.top())
            .boxed()
            .flatMap(i -> Arrays.stream(p.others()).mapToObj(j -> x[i].minus(x[j]).abs().max()))
            .toArray(Real[]::new);
    return p.a.vector(largest.length == 0 ? new Real[] {p.a.of(0)} : largest).max();
  }

  /** The top-N set is claimed to have the largest sum of indices. */
  private static Evaluation ties(EmbeddedRow row, Arithmetic a) {
    double[] logits = row.row().logits();
    int n = logits.length;
    double[] reversed = IntStream.range(0, n).mapToDouble(i -> logits[n - 1 - i]).toArray();
    int high = Arrays.stream(TopN.of(reversed, row.selected())).map(i -> n - 1 - i).sum();
    return Evaluation.atMost(a.of(high), a.of(Arrays.stream(row.top()).sum()));
  }

  private static Evaluation rank(EmbeddedRow row, Arithmetic a) {
    double[] logits = row.row().logits();
    int[] top = row.top();
    double least = logits[top[top.length - 1]];
    return Evaluation.atMost(
        a.of(Arrays.stream(logits).filter(x -> x >= least).count()), a.of(row.selected()));
  }

  /** Another second factor than {@code Σ|A − α_i|}. */
  private static Evaluation any(SelectedRow row, Arithmetic a, Function<Selection, Real> factor) {
    Selection set = new Selection(row.row().weights(a), row.embeddings(a), row.selected());
    Real diameter = set.massOfOthers().times(set.largestDistance());
    return Evaluation.atMost(
        set.cumulativeDistance(), diameter.plus(factor.apply(set).times(set.largestNorm())));
  }
}
