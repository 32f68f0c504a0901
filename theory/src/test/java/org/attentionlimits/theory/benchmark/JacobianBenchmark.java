package org.attentionlimits.theory.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Spectral norm of softmax's Jacobian by its structure, beside ways that ignore it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JacobianBenchmark {

  /** The full matrix of more tokens takes seconds. */
  private static final int MOST_DENSE_TOKENS = 128;

  /** Number n of tokens. */
  @Param({"16", "128", "1024"})
  public int tokens;

  private double[] weights;
  private SoftmaxJacobian jacobian;

  /** Draws the weights. */
  @Setup
  public void draw() {
    double[] logits = Rows.logits(tokens);
    weights = new Softmax(1).weights(logits);
    jacobian = new SoftmaxJacobian(new Softmax(1).weights(Arithmetic.BINARY64.inputs(logits)), 1);
  }

  /** Power iteration with the structured product, until the estimate settles. */
  @Benchmark
  public double baseline() {
    return Rows.powerIteration(weights);
  }

  /** All eigenvalues of the full matrix; power iteration again where there are too many tokens. */
  @Benchmark
  public double baselineDense() {
    if (tokens > MOST_DENSE_TOKENS) {
      return baseline();
    }
    double[][] matrix = new double[tokens][tokens];
    for (int i = 0; i < tokens; i++) {
      for (int j = 0; j < tokens; j++) {
        matrix[i][j] = (i == j ? weights[i] : 0) - weights[i] * weights[j];
      }
    }
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(matrix)).getRealEigenvalues();
    return Arrays.stream(eigenvalues).max().orElseThrow();
  }

  /** The norm with its error bound. */
  @Benchmark
  public Real spectralNorm() {
    return jacobian.spectralNorm();
  }

  /** The eigenvector of the norm. */
  @Benchmark
  public double[] topEigenvector() {
    return jacobian.topEigenvector();
  }
}
