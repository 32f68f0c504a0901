package org.attentionlimits.theory.power;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;

/**
 * Constants a little too small on parts of the domain from which the usual extremes are excluded,
 * so that the few violations have to be searched for. The best constants are the largest ratios
 * that ten million evaluations reached, or are known.
 */
final class NeedleMutants {

  private NeedleMutants() {}

  /** Largest ratios seen of {@code lemma-2-sharp}, by function; the second and last are roots. */
  private static final Map<PositiveFunction, Double> LEMMA_2_SHARP =
      Map.of(
          PositiveFunction.EXPONENTIAL, 0.656854,
          PositiveFunction.LOGISTIC, 0.82085,
          PositiveFunction.SOFTPLUS, 0.8,
          PositiveFunction.QUADRATIC, 0.774596);

  static List<Mutant<?>> claims() {
    return Stream.of(0.01, 0.001)
        .flatMap(share -> Stream.of(norms(share), steps(share), functions(share), rows(share)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant<?>> norms(double share) {
    Claim<LogitRow> norm = PowerSuite.named("corollary-3-temperature", LogitRow.TYPE);
    Claim<LogitRow> sharp = PowerSuite.named("corollary-3-sharp", LogitRow.TYPE);
    return List.of(
        Tightened.on(
            norm, "sure", "a largest weight of 0.6 or more", r -> largest(r) >= 0.6, 1.92, share),
        Tightened.on(
            norm,
            "even",
            "three tokens or more, of weight 0.1 or more",
            r -> r.tokens() >= 3 && least(r) >= 0.1,
            1.8,
            share),
        Tightened.on(
            norm,
            "four",
            "four tokens or more, of weight 0.15 or more",
            r -> r.tokens() >= 4 && least(r) >= 0.15,
            1.4,
            share),
        Tightened.on(
            sharp,
            "even",
            "three tokens or more, of weight 0.1 or more",
            r -> r.tokens() >= 3 && least(r) >= 0.1,
            1,
            share));
  }

  private static List<Mutant<?>> steps(double share) {
    Claim<PerturbedRow> step = PowerSuite.named("finite-difference", PerturbedRow.TYPE);
    return List.of(
        Tightened.on(
            step,
            "long",
            "steps from T to 2T",
            r -> r.step() >= r.row().temperature() && r.step() <= 2 * r.row().temperature(),
            2 * Math.sqrt(2) * StrictMath.tanh(Math.sqrt(2) / 4),
            share),
        Tightened.on(
            step,
            "sure",
            "steps of T or more from a largest weight of 0.9 or more",
            r -> r.step() >= r.row().temperature() && largest(r.row()) >= 0.9,
            1,
            share));
  }

  private static List<Mutant<?>> functions(double share) {
    Claim<FunctionRow> norm = PowerSuite.named("lemma-2-sharp", FunctionRow.TYPE);
    return Arrays.stream(PositiveFunction.values())
        .<Mutant<?>>map(
            function ->
                Tightened.on(
                    norm,
                    function.name().toLowerCase(Locale.ROOT),
                    "F " + function,
                    r -> r.function() == function,
                    LEMMA_2_SHARP.get(function),
                    share))
        .toList();
  }

  private static List<Mutant<?>> rows(double share) {
    Claim<QueryKeys> weights = PowerSuite.named("corollary-1-sharp", QueryKeys.TYPE);
    return List.of(
        Tightened.on(
            weights,
            "uneven",
            "three keys or more of different norms, logits apart by T or more",
            NeedleMutants::isUneven,
            1,
            share),
        level("theorem-1-fixed", 0.968, share),
        level("theorem-1-random", 1, share),
        level("theorem-1-random-upper", 1, share));
  }

  /** On rows of logits less than T apart and collinear embeddings that keep their distance. */
  private static Mutant<EmbeddedRow> level(String id, double constant, double share) {
    return Tightened.on(
        PowerSuite.named(id, EmbeddedRow.TYPE),
        "level",
        "two tokens or more selected and two or more not, logits less than T apart, and numbers"
            + " for embeddings that are not closer than a tenth of the largest",
        r ->
            r.dimension() == 1
                && r.selected() >= 2
                && r.tokens() >= r.selected() + 2
                && spread(r.row().logits()) < r.row().temperature()
                && isApart(r),
        constant,
        share);
  }

  private static double largest(LogitRow row) {
    return row.weights(Arithmetic.BINARY64).max().value();
  }

  private static double least(LogitRow row) {
    return row.weights(Arithmetic.BINARY64).min().value();
  }

  private static double spread(double... values) {
    return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
  }

  private static boolean isUneven(QueryKeys row) {
    double[] norms = row.keyNorms(Arithmetic.BINARY64).values();
    double[] logits = row.logits(Arithmetic.BINARY64).values();
    double largest = Arrays.stream(norms).max().orElseThrow();
    double least = Arrays.stream(norms).min().orElseThrow();
    return norms.length >= 3 && largest >= 2 * least && spread(logits) >= row.temperature();
  }

  /** Whether no two of the embeddings' first numbers are closer than a tenth of the largest. */
  private static boolean isApart(EmbeddedRow row) {
    double[] x =
        Arrays.stream(row.embeddings(Arithmetic.BINARY64))
            .mapToDouble(v -> v.values()[0])
            .sorted()
            .toArray();
    double least = Math.max(Math.abs(x[0]), Math.abs(x[x.length - 1])) / 10;
    return least > 0 && IntStream.range(1, x.length).allMatch(i -> x[i] - x[i - 1] >= least);
  }
}
