package org.attentionlimits.theory.normalize;

import org.attentionlimits.theory.real.Real;

/**
 * Positive and smooth functions f of the scaled logit x = ℓ/T, independent of n: the F(ℓ) = f(ℓ/T)
 * of normalisers {@code α_i = F(ℓ_i)/Σ_j F(ℓ_j)}.
 */
public enum PositiveFunction {
  /** {@code e^x}: softmax. */
  EXPONENTIAL(0, "e^x") {
    @Override
    public Real value(Real x) {
      return x.exp();
    }

    @Override
    public Real slope(Real x) {
      return x.exp();
    }
  },

  /** {@code 1/(1 + e^{−x})}. */
  LOGISTIC(1, "1/(1 + e^-x)") {
    @Override
    public Real value(Real x) {
      return one(x).dividedBy(x.negated().exp().plus(1));
    }

    @Override
    public Real slope(Real x) {
      Real value = value(x);
      return value.times(value(x.negated()));
    }
  },

  /** {@code ln(1 + e^x)}, written {@code max(x, 0) + ln(1 + e^{−|x|})}. */
  SOFTPLUS(2, "ln(1 + e^x)") {
    @Override
    public Real value(Real x) {
      Real tail = x.abs().negated().exp().log1p();
      return x.max(x.arithmetic().of(0)).plus(tail);
    }

    @Override
    public Real slope(Real x) {
      return LOGISTIC.value(x);
    }
  },

  /** {@code 1 + x²}: neither monotone nor exponential. */
  QUADRATIC(3, "1 + x^2") {
    @Override
    public Real value(Real x) {
      return x.square().plus(1);
    }

    @Override
    public Real slope(Real x) {
      return x.times(2);
    }

    @Override
    public Real least(Real low, Real high) {
      return value(nearestToZero(low, high));
    }

    @Override
    public Real greatest(Real low, Real high) {
      return value(low).max(value(high));
    }
  };

  private final int complexity;
  private final String formula;

  PositiveFunction(int complexity, String formula) {
    this.complexity = complexity;
    this.formula = formula;
  }

  /** {@code f(x)} as text. */
  public String formula() {
    return formula;
  }

  /** Rank among the functions: of two counterexamples the one with the lower is preferred. */
  public int complexity() {
    return complexity;
  }

  /** {@code f(x)}. */
  public abstract Real value(Real x);

  /** {@code f'(x)}. */
  public abstract Real slope(Real x);

  /** {@code min f} over [low, high]; at low, the function being increasing, unless overridden. */
  public Real least(Real low, Real high) {
    return value(low);
  }

  /** {@code max f} over [low, high]; at high, the function being increasing, unless overridden. */
  public Real greatest(Real low, Real high) {
    return value(high);
  }

  private static Real one(Real x) {
    return x.arithmetic().of(1);
  }

  /** The point of [low, high] nearest to zero. */
  private static Real nearestToZero(Real low, Real high) {
    Real zero = low.arithmetic().of(0);
    return low.max(zero.min(high));
  }
}
