package org.attentionlimits.theory.search;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.MathIllegalNumberException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.PowellOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.random.MersenneTwister;
import org.attentionlimits.theory.attention.Movable;
import org.attentionlimits.theory.random.Draws;

/**
 * Ways to climb from an instance to a larger score without changing its shape. Every step of each
 * evaluates something, so that a limit of evaluations ends it. BOBYQA is not among them: where the
 * score grows by orders of magnitude, commons-math3's loops without evaluating anything.
 */
enum Climb {
  /** Covariance matrix adaptation: a population that learns the shape of the slope. */
  CMA_ES(40) {
    @Override
    void maximize(MultivariateFunction f, double[] start, double size, int evaluations, long seed) {
      int n = start.length;
      new CMAESOptimizer(MANY, 0, true, 0, 0, new MersenneTwister(seed), false, (i, a, b) -> false)
          .optimize(
              new ObjectiveFunction(f),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              SimpleBounds.unbounded(n),
              new CMAESOptimizer.Sigma(filled(n, size)),
              new CMAESOptimizer.PopulationSize(4 + (int) (3 * StrictMath.log(n))),
              new MaxEval(evaluations));
    }
  },
  /** Nelder and Mead's simplex. */
  SIMPLEX(12) {
    @Override
    void maximize(MultivariateFunction f, double[] start, double size, int evaluations, long seed) {
      new SimplexOptimizer(TOLERANCE, TOLERANCE)
          .optimize(
              new ObjectiveFunction(f),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(start.length, size),
              new MaxEval(evaluations));
    }
  },
  /** Powell's line searches along directions that he makes conjugate. */
  LINES(40) {
    @Override
    void maximize(MultivariateFunction f, double[] start, double size, int evaluations, long seed) {
      new PowellOptimizer(TOLERANCE, TOLERANCE)
          .optimize(
              new ObjectiveFunction(f),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              new MaxEval(evaluations));
    }
  };

  private static final int MANY = 1_000_000;
  private static final double TOLERANCE = 1e-10;

  private final int mostDimensions;

  Climb(int mostDimensions) {
    this.mostDimensions = mostDimensions;
  }

  abstract void maximize(
      MultivariateFunction f, double[] start, double size, int evaluations, long seed);

  /** Whether the method is of use in so many dimensions. */
  boolean suits(int dimensions) {
    return dimensions > 1 && dimensions <= mostDimensions;
  }

  /**
   * Climbs.
   *
   * @param score called for every instance on the way; below zero for one to be avoided
   * @param size of the first steps
   * @param evaluations most calls
   */
  <I extends Movable<I>> void from(
      Coordinates<I> coordinates,
      ToDoubleFunction<I> score,
      double size,
      int evaluations,
      long seed) {
    MultivariateFunction f = point -> coordinates.at(point).map(score::applyAsDouble).orElse(-1.0);
    try {
      maximize(f, coordinates.start(), size, evaluations, seed);
    } catch (MathIllegalStateException | MathIllegalNumberException over) {
      // Evaluations spent, or the model degenerate: what was found is remembered.
    }
  }

  private static double[] filled(int n, double value) {
    return Draws.filled(n, value);
  }
}
