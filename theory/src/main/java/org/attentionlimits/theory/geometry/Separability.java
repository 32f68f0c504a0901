package org.attentionlimits.theory.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * How many of the selected tokens lie within a ball around the context vector, where embeddings are
 * independent and uniform on a sphere of radius M: {@code s = Σ_{i∈I} y_i}, {@code y_i = α_i x_i},
 * and {@code ‖s − y_i‖ = ‖Σ_{j∈I, j≠i} α_j x_j‖}, compared with r.
 *
 * <p>A probability is computed where it can be: it is 0 or 1 where the triangle inequality or a
 * single vector decides, and that of one inner product where two vectors are added in up to 4096
 * dimensions. Else it is sampled; the interval allows for rounding. {@link #enclosedShare()} and
 * {@link #enclosedSeparatedShare()} never sample: Cantelli's inequality bounds what is not
 * computed.
 */
public final class Separability {

  /** Most dimensions in which the law of an inner product is summed, in O(d). */
  private static final int MOST_SUMMED = 4096;

  /** Most tokens of a row that is sampled, which takes 4000 steps for each. */
  private static final int MOST_SAMPLED = 32;

  private final SphericalRow row;
  private final Arithmetic arithmetic;
  private final Vec selected;
  private final Vec others;
  private final List<Moments> moments;
  private final Real ball;
  private final CosineLaw law;

  /** The law of a row's counts. */
  public Separability(SphericalRow row, Arithmetic arithmetic) {
    this.row = row;
    this.arithmetic = arithmetic;
    SphericalRow.Weights weights = row.weights(arithmetic);
    this.selected = weights.selected();
    this.others = weights.others();
    this.moments = Moments.of(row, selected);
    this.ball = arithmetic.input(row.ball()).dividedBy(arithmetic.input(row.radius()));
    this.law = new CosineLaw(row.dimension(), arithmetic);
  }

  /**
   * A bound of the chance that some two of the row's n embeddings are closer than δ, by the union
   * over pairs: {@code C(n, 2) exp(−d c²/2)}, {@code c = 1 − δ²/(2M²) > 0}; at most one. Zero where
   * δ is zero or there is one token.
   */
  public static Real closePairs(SphericalRow row, Arithmetic arithmetic) {
    long tokens = row.tokens();
    if (row.separation() == 0 || tokens == 1) {
      return arithmetic.of(0);
    }
    Real one = arithmetic.of(1);
    Real separation = arithmetic.input(row.separation());
    Real square = separation.dividedBy(arithmetic.input(row.radius())).square();
    Real cosine = one.minus(square.dividedBy(arithmetic.of(2)));
    if (!cosine.certainlyAbove(arithmetic.of(0))) {
      return one;
    }
    Real exponent = cosine.square().times(arithmetic.ratio(-row.dimension(), 2));
    return exponent.exp().times(arithmetic.of(tokens * (tokens - 1) / 2)).min(one);
  }

  /**
   * A chance under the law of independent embeddings, widened to hold that under the same law given
   * that all distances are at least δ: for any event, the two differ by no more than the chance of
   * a closer pair.
   */
  public Real underEitherLaw(Real chance) {
    if (row.separation() == 0) {
      return chance;
    }
    Real closer = closePairs(row, arithmetic);
    Real widened = chance.minus(closer).hull(chance.plus(closer));
    return widened.max(arithmetic.of(0)).min(arithmetic.of(1));
  }

  /** The moments of the selected tokens' distances, largest weight first, [N]. */
  public List<Moments> moments() {
    return Collections.unmodifiableList(moments);
  }

  /** The radius of the ball in units of M, {@code r/M}. */
  public Real ball() {
    return ball;
  }

  /** {@code E[N_s]/N}, N_s the number of selected tokens with {@code ‖s − y_i‖ ≤ r}. */
  public Estimate shareWithin() {
    return share(true);
  }

  /** {@code 1 − E[N_s]/N}. */
  public Estimate shareBeyond() {
    return share(false);
  }

  private Estimate share(boolean within) {
    List<Optional<Real>> known = known(within);
    Real sum = arithmetic.of(0);
    for (Optional<Real> chance : known) {
      sum = chance.map(sum::plus).orElse(sum);
    }
    int[] open = IntStream.range(0, known.size()).filter(i -> known.get(i).isEmpty()).toArray();
    Real count = arithmetic.of(known.size());
    if (open.length == 0) {
      return Estimate.exact(sum.dividedBy(count));
    }
    if (row.tokens() > MOST_SAMPLED) {
      return side(Estimate.exact(enclosedShare()), within);
    }
    Estimate rest = side(sample().within(open), within);
    Real total = sum.plus(rest.value().times(arithmetic.of(open.length)));
    return new Estimate(total.dividedBy(count), rest.doubt());
  }

  /** {@link #shareWithin()} without a sample. */
  public Real enclosedShare() {
    List<Optional<Real>> known = known(true);
    Real sum = arithmetic.of(0);
    Real chance = sum;
    for (int i = 0; i < known.size(); i++) {
      chance = isLikeTheLast(i) ? chance : enclosed(known.get(i), moments.get(i));
      sum = sum.plus(chance);
    }
    return sum.dividedBy(arithmetic.of(known.size()));
  }

  private Real enclosed(Optional<Real> known, Moments sum) {
    return known.isPresent() ? known.get() : sum.within(ball);
  }

  /**
   * {@code E[N_s]/N} where N_s is zero unless every token that is not selected lies outside the
   * ball, {@code ‖s − y_j‖ > r}.
   */
  public Estimate separatedShare() {
    if (others.size() == 0 || isBeyond(with(others.max()))) {
      return shareWithin();
    }
    int[] possible =
        IntStream.range(0, selected.size()).filter(i -> !isBeyond(without(i))).toArray();
    if (possible.length == 0 || isWithin(with(others.min()))) {
      return Estimate.exact(arithmetic.of(0));
    }
    if (selected.size() == 1) {
      return Estimate.exact(allBeyondOfOne());
    }
    if (row.tokens() > MOST_SAMPLED) {
      return Estimate.exact(enclosedSeparatedShare());
    }
    Estimate some = sample().withinAlone(possible);
    Real sum = some.value().times(arithmetic.of(possible.length));
    return new Estimate(sum.dividedBy(arithmetic.of(selected.size())), some.doubt());
  }

  /**
   * {@link #separatedShare()} without a sample: at most the share without separation, at most the
   * chance that any other token is outside, and at least that share less the chances that another
   * token is inside. For N = 1 it is computed, as there.
   */
  public Real enclosedSeparatedShare() {
    if (selected.size() == 1) {
      return allBeyondOfOne();
    }
    Real share = enclosedShare();
    Real inside = arithmetic.of(0);
    Real least = arithmetic.of(1);
    for (Real chance : ofOthers(this::insideOfOther)) {
      inside = inside.plus(chance);
      least = least.min(arithmetic.of(1).minus(chance));
    }
    return share.minus(inside).max(arithmetic.of(0)).hull(share.min(least));
  }

  /** A quantity of each token that is not selected, of its weight; once for each logit. */
  private List<Real> ofOthers(UnaryOperator<Real> quantity) {
    Map<Double, Real> byLogit = new HashMap<>();
    double[] logits = row.row().logits();
    int[] tokens = TopN.others(row.tokens(), row.row().top(row.selected()));
    return IntStream.range(0, tokens.length)
        .mapToObj(
            j -> byLogit.computeIfAbsent(logits[tokens[j]], logit -> quantity.apply(others.get(j))))
        .toList();
  }

  /** {@code P(‖s − y_j‖ ≤ r)} of a token that is not selected. */
  private Real insideOfOther(Real weight) {
    Length length = with(weight);
    return enclosed(known(length, true), length.moments());
  }

  /**
   * {@code P(‖s − y_i‖ ≤ r)}, or that of the opposite, of some of the selected tokens, numbered
   * from the largest weight on.
   */
  public List<Estimate> chances(boolean within, int... tokens) {
    List<Optional<Real>> known = known(within);
    int[] open = IntStream.of(tokens).filter(i -> known.get(i).isEmpty()).toArray();
    List<Estimate> sampled = open.length == 0 ? List.of() : withinEach(open);
    int[] place = new int[known.size()];
    for (int k = 0; k < open.length; k++) {
      place[open[k]] = k;
    }
    return IntStream.of(tokens)
        .mapToObj(
            i ->
                known
                    .get(i)
                    .map(Estimate::exact)
                    .orElseGet(() -> side(sampled.get(place[i]), within)))
        .toList();
  }

  /** Of more tokens than are sampled, nothing is known. */
  private List<Estimate> withinEach(int... tokens) {
    Real unknown = arithmetic.of(0).hull(arithmetic.of(1));
    return row.tokens() > MOST_SAMPLED
        ? Collections.nCopies(tokens.length, Estimate.exact(unknown))
        : sample().withinEach(tokens);
  }

  private static Estimate side(Estimate chance, boolean within) {
    return within ? chance : chance.complement();
  }

  private SeparabilitySample sample() {
    return new SeparabilitySample(row, selected, others, ball);
  }

  /**
   * A sum of vectors whose length is asked for.
   *
   * @param moments of the length
   * @param largest weight
   * @param weights of the vectors, in any order
   */
  private record Length(Moments moments, Real largest, Supplier<Vec> weights) {}

  /** {@code ‖s − y_i‖}. */
  private Length without(int i) {
    Real largest = selected.get(i == 0 && selected.size() > 1 ? 1 : 0);
    return new Length(moments.get(i), largest, () -> Moments.without(selected, i));
  }

  /** {@code ‖s − y_j‖} of a token that is not selected, given its weight. */
  private Length with(Real other) {
    return new Length(
        Moments.with(selected, other, row.dimension()),
        selected.get(0).max(other),
        () -> arithmetic.vector(selected.get(0), other));
  }

  /** Whether the token before has the same logit. */
  private boolean isLikeTheLast(int i) {
    return i > 0 && moments.get(i) == moments.get(i - 1);
  }

  /** The chance of every selected token, if it need not be sampled. */
  private List<Optional<Real>> known(boolean within) {
    List<Optional<Real>> known = new ArrayList<>();
    for (int i = 0; i < selected.size(); i++) {
      known.add(isLikeTheLast(i) ? known.get(i - 1) : known(without(i), within));
    }
    return known;
  }

  /** {@code P(‖Σ_j a_j x_j‖ ≤ r/M)}, or that of the opposite, if it need not be sampled. */
  private Optional<Real> known(Length length, boolean within) {
    if (isWithin(length)) {
      return Optional.of(arithmetic.of(within ? 1 : 0));
    }
    if (isBeyond(length)) {
      return Optional.of(arithmetic.of(within ? 0 : 1));
    }
    return switch (length.moments().count()) {
      case 1 -> Optional.of(arithmetic.of(0).hull(arithmetic.of(1)));
      case 2 ->
          row.dimension() <= MOST_SUMMED
              ? Optional.of(ofTwo(length.weights().get(), within))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Real ofTwo(Vec a, boolean within) {
    return within ? law.within(a.get(0), a.get(1), ball) : law.beyond(a.get(0), a.get(1), ball);
  }

  /** Whether {@code Σ_j a_j ≤ r/M}. */
  private boolean isWithin(Length length) {
    return length.moments().longest().certainlyAtMost(ball);
  }

  /** Whether {@code 2 max_j a_j − Σ_j a_j > r/M}. */
  private boolean isBeyond(Length length) {
    Moments sum = length.moments();
    Real twice = length.largest().times(arithmetic.of(2));
    return sum.count() > 0 && twice.minus(sum.longest()).certainlyAbove(ball);
  }

  /**
   * For N = 1: given x₁, the tokens that are not selected are independent, and by symmetry each is
   * outside with a chance that does not depend on x₁.
   */
  private Real allBeyondOfOne() {
    Real product = arithmetic.of(1);
    for (Real chance : ofOthers(this::outsideOfOther)) {
      product = product.times(chance);
    }
    return product;
  }

  private Real outsideOfOther(Real weight) {
    Length length = with(weight);
    return known(length, false)
        .orElseGet(() -> arithmetic.of(1).minus(length.moments().within(ball)));
  }
}
