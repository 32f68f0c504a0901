package org.attentionlimits.theory.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Claims by which a search is held to long rows: of each of five laws two that are true, and two
 * that only rows of more than some number of tokens break. The numbers are drawn.
 */
public final class LongControl {

  private static final int FEWEST = 33;
  private static final int MOST = 4000;
  private static final int MOST_OF_A_TOP = 8;
  private static final double HALF = 0.5;

  /** What is at most a bound at every row of n tokens, the bound growing with n. */
  private enum Law {
    /** {@code 1/max_i α_i ≤ n}. */
    LARGEST {
      @Override
      Evaluation at(LogitRow row, Arithmetic arithmetic, long n, int top) {
        Real one = arithmetic.of(1);
        return Evaluation.atMost(one.dividedBy(row.weights(arithmetic).max()), arithmetic.of(n));
      }
    },
    /** {@code H(α) ≤ ln n}. */
    ENTROPY {
      @Override
      Evaluation at(LogitRow row, Arithmetic arithmetic, long n, int top) {
        Real entropy = row.weights(arithmetic).dot(row.logWeights(arithmetic)).negated();
        return Evaluation.atMost(entropy, arithmetic.of(n).log());
      }
    },
    /** {@code 1/‖α‖₂² ≤ n}. */
    SQUARES {
      @Override
      Evaluation at(LogitRow row, Arithmetic arithmetic, long n, int top) {
        Vec weights = row.weights(arithmetic);
        Real one = arithmetic.of(1);
        return Evaluation.atMost(one.dividedBy(weights.dot(weights)), arithmetic.of(n));
      }
    },
    /** The sum of the k largest weights is at least {@code k/n}. */
    TOP {
      @Override
      Evaluation at(LogitRow row, Arithmetic arithmetic, long n, int top) {
        Real sum = row.weights(arithmetic).select(row.top(top)).sum();
        return Evaluation.atMost(arithmetic.ratio(top, n), sum);
      }
    },
    /** {@code α_1 ≤ (n − 1)α_2} of the two largest weights, where no weight is above a half. */
    RATIO {
      @Override
      Evaluation at(LogitRow row, Arithmetic arithmetic, long n, int top) {
        Vec two = row.weights(arithmetic).select(row.top(2));
        return Evaluation.atMost(two.get(0), two.get(1).times(arithmetic.of(n - 1)));
      }

      @Override
      boolean speaksOf(LogitRow row) {
        return row.tokens() > 1 && row.weights(Arithmetic.BINARY64).max().value() <= HALF;
      }
    };

    abstract Evaluation at(LogitRow row, Arithmetic arithmetic, long n, int top);

    boolean speaksOf(LogitRow row) {
      return true;
    }
  }

  private LongControl() {}

  /** Ten false claims, which hold at all rows of up to a number of tokens. */
  public static List<Claim<LogitRow>> broken(SplittableRandom random) {
    List<Claim<LogitRow>> claims = new ArrayList<>();
    for (Law law : Law.values()) {
      for (boolean far : List.of(false, true)) {
        int threshold = logUniform(random, FEWEST, MOST);
        int top = 1 + random.nextInt(MOST_OF_A_TOP);
        int from = far ? logUniform(random, FEWEST, threshold) : 1;
        claims.add(claim(law, "broken-" + far, threshold, top, row -> row.tokens() >= from));
      }
    }
    return claims;
  }

  /** Ten true claims, about rows of no more tokens than a number and no fewer than another. */
  public static List<Claim<LogitRow>> kept(SplittableRandom random) {
    List<Claim<LogitRow>> claims = new ArrayList<>();
    for (Law law : Law.values()) {
      for (boolean far : List.of(false, true)) {
        int most = logUniform(random, FEWEST, MOST);
        int top = 1 + random.nextInt(MOST_OF_A_TOP);
        int from = far ? logUniform(random, FEWEST, most) : MOST_OF_A_TOP;
        claims.add(
            claim(law, "kept-" + far, most, top, r -> r.tokens() >= from && r.tokens() <= most));
      }
    }
    return claims;
  }

  private static Claim<LogitRow> claim(
      Law law, String name, int tokens, int top, Predicate<LogitRow> domain) {
    return Claim.about(LogitRow.TYPE)
        .named("long-" + law.name().toLowerCase(Locale.ROOT) + "-" + name)
        .saying("", "bound of " + law + " for " + tokens + " tokens, k = " + top)
        .where("", row -> row.tokens() >= top && domain.test(row) && law.speaksOf(row))
        .evaluatedBy((row, arithmetic) -> law.at(row, arithmetic, tokens, top));
  }

  private static int logUniform(SplittableRandom random, int from, int to) {
    return from >= to
        ? from
        : (int) StrictMath.exp(random.nextDouble(StrictMath.log(from), StrictMath.log(to + 1.0)));
  }
}
