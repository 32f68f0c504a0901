package org.attentionlimits.theory.geometry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.SphericalRow;
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
 * single vector decides, and that of one inner product where two vectors are added. Else it is
 * sampled; the interval allows for rounding.
 */
public final class Separability {

  private final SphericalRow row;
  private final Arithmetic arithmetic;
  private final Vec selected;
  private final Vec others;
  private final Real ball;
  private final CosineLaw law;

  /** The law of a row's counts. */
  public Separability(SphericalRow row, Arithmetic arithmetic) {
    this.row = row;
    this.arithmetic = arithmetic;
    this.selected = row.selectedWeights(arithmetic);
    this.others = row.otherWeights(arithmetic);
    this.ball = arithmetic.input(row.ball()).dividedBy(arithmetic.input(row.radius()));
    this.law = new CosineLaw(row.dimension(), arithmetic);
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
    if (open.length == 0) {
      return Estimate.exact(sum.dividedBy(known.size()));
    }
    Estimate rest = side(sample().within(open), within);
    Real total = sum.plus(rest.value().times(open.length));
    return new Estimate(total.dividedBy(known.size()), rest.doubt());
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
        IntStream.range(0, selected.size())
            .filter(i -> !isBeyond(Moments.without(selected, i)))
            .toArray();
    if (possible.length == 0 || isWithin(with(others.min()))) {
      return Estimate.exact(arithmetic.of(0));
    }
    if (selected.size() == 1) {
      return Estimate.exact(allBeyondOfOne());
    }
    Estimate some = sample().withinAlone(possible);
    Real sum = some.value().times(possible.length);
    return new Estimate(sum.dividedBy(selected.size()), some.doubt());
  }

  /**
   * {@code P(‖s − y_i‖ ≤ r)}, or that of the opposite, of some of the selected tokens, numbered
   * from the largest weight on.
   */
  public List<Estimate> chances(boolean within, int... tokens) {
    List<Optional<Real>> known = known(within);
    int[] open = IntStream.of(tokens).filter(i -> known.get(i).isEmpty()).toArray();
    List<Estimate> sampled = open.length == 0 ? List.of() : sample().withinEach(open);
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

  private static Estimate side(Estimate chance, boolean within) {
    return within ? chance : chance.complement();
  }

  private SeparabilitySample sample() {
    return new SeparabilitySample(row, selected, others, ball);
  }

  /** The selected weights and one more. */
  private Vec with(Real other) {
    int count = selected.size();
    return arithmetic.vector(
        IntStream.rangeClosed(0, count)
            .mapToObj(i -> i < count ? selected.get(i) : other)
            .toArray(Real[]::new));
  }

  /** The chance of every selected token, if it need not be sampled. */
  private List<Optional<Real>> known(boolean within) {
    return IntStream.range(0, selected.size())
        .mapToObj(i -> known(Moments.without(selected, i), within))
        .toList();
  }

  /** {@code P(‖Σ_j a_j x_j‖ ≤ r/M)}, or that of the opposite, if it need not be sampled. */
  private Optional<Real> known(Vec a, boolean within) {
    if (a.size() == 0 || isWithin(a)) {
      return Optional.of(arithmetic.of(within ? 1 : 0));
    }
    if (isBeyond(a)) {
      return Optional.of(arithmetic.of(within ? 0 : 1));
    }
    return switch (a.size()) {
      case 1 -> Optional.of(arithmetic.of(0).hull(arithmetic.of(1)));
      case 2 ->
          Optional.of(
              within ? law.within(a.get(0), a.get(1), ball) : law.beyond(a.get(0), a.get(1), ball));
      default -> Optional.empty();
    };
  }

  /** Whether {@code Σ_j a_j ≤ r/M}. */
  private boolean isWithin(Vec a) {
    return a.sum().certainlyAtMost(ball);
  }

  /** Whether {@code 2 max_j a_j − Σ_j a_j > r/M}. */
  private boolean isBeyond(Vec a) {
    return a.size() > 0 && a.max().times(2).minus(a.sum()).certainlyAbove(ball);
  }

  /**
   * For N = 1: given x₁, the tokens that are not selected are independent, and by symmetry each is
   * outside with a chance that does not depend on x₁.
   */
  private Real allBeyondOfOne() {
    Real product = arithmetic.of(1);
    for (int j = 0; j < others.size(); j++) {
      product = product.times(known(with(others.get(j)), false).orElseThrow());
    }
    return product;
  }
}
