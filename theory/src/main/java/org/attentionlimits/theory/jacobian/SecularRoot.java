package org.attentionlimits.theory.jacobian;

/**
 * The root of the {@link SecularEquation} in double precision, without an error bound.
 *
 * <p>In units of the second largest weight b, so that weights too small for a double do no harm:
 * with {@code w_i = α_i/b} of the other tokens, {@code ε' = Σ w_i} and {@code ρ = λ/b},
 *
 * <pre>h(ρ) = (ρ − aε')/(a − bρ) + Σ w_i²/(w_i − ρ) = 0,  max(1, aε') ≤ ρ ≤ min(a/b, 2aε').</pre>
 *
 * <p>The unknown is ρ where a is at least twice b; otherwise it is {@code τ = a/b − ρ}, for there
 * the differences of the weights matter. Newton's steps, halving where they leave the bracket; O(n)
 * a step.
 */
public final class SecularRoot {

  /** The sums over the other tokens' weights w. */
  @FunctionalInterface
  public interface Poles {
    /**
     * Sets {@code Σ w²/(w − ρ)} and {@code Σ (w/(w − ρ))²}, with {@code w − ρ} computed as {@code
     * offset − (origin − w)}.
     */
    void at(double origin, double offset, double[] sums);
  }

  private static final int MOST_STEPS = 200;

  private final double largest;
  private final double unit;
  private final double rest;
  private final Poles poles;
  private final double[] sums = new double[2];
  private final boolean shifted;
  private final double root;
  private double value;
  private double slope;
  private int steps;

  /**
   * Solves.
   *
   * @param largest a
   * @param unit b; zero if it is too small for a double
   * @param rest ε', the sum of the other weights in units of b, of which the largest is one
   * @param poles sums over the other weights
   */
  public SecularRoot(double largest, double unit, double rest, Poles poles) {
    this.largest = largest;
    this.unit = unit;
    this.rest = rest;
    this.poles = poles;
    this.shifted = largest < 2 * unit;
    double ratio = largest / unit;
    this.root =
        shifted
            ? solve(0, ratio - 1)
            : solve(Math.max(1, largest * rest), Math.min(ratio, 2 * largest * rest));
  }

  private double solve(double from, double to) {
    double low = from;
    double high = to;
    double x = low + (high - low) / 2;
    while (steps < MOST_STEPS && low < x && x < high) {
      steps++;
      evaluate(x);
      if ((value < 0) == shifted) {
        high = x;
      } else {
        low = x;
      }
      double newton = x - value / slope;
      double next = newton > low && newton < high ? newton : low + (high - low) / 2;
      if (Math.abs(next - x) <= Math.ulp(x)) {
        return next;
      }
      x = next;
    }
    return x;
  }

  /** Sets h and its derivative with respect to the unknown. */
  private void evaluate(double unknown) {
    double rho = shifted ? largest / unit - unknown : unknown;
    double gap = shifted ? unknown * unit : largest - unit * unknown;
    double sum = (rho - largest * rest) / gap;
    double derivative = largest * (1 - unit * rest) / (gap * gap);
    poles.at(origin(unknown), offset(unknown), sums);
    sum += sums[0];
    derivative += sums[1];
    value = sum;
    slope = shifted ? -derivative : derivative;
  }

  private double origin(double unknown) {
    return shifted ? largest / unit : unknown;
  }

  private double offset(double unknown) {
    return shifted ? unknown : 0;
  }

  /** How often h was evaluated. */
  int steps() {
    return steps;
  }

  /** ρ = λ/b. */
  public double inUnits() {
    return shifted ? largest / unit - root : root;
  }

  /** The derivative of h next to the root, with respect to the unknown: {@code ±dh/dρ}. */
  double slope() {
    return slope;
  }

  /** {@code w/(w − ρ)}, the component of the eigenvector at a token of weight wb. */
  double component(double w) {
    return w / (offset(root) - (origin(root) - w));
  }

  /** {@code a/(a − λ)}, the component at the token of the largest weight. */
  double largestComponent() {
    return largest / (shifted ? root * unit : largest - unit * root);
  }
}
