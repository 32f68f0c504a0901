package org.attentionlimits.theory.benchmark;

import java.util.concurrent.TimeUnit;
import org.attentionlimits.theory.kernel.RowKernel;
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

/**
 * The kernels of a row on vector instructions and on loops, beside a copy of the arrays, a loop of
 * {@code Math.exp} and power iteration.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {

  /** Number n of tokens. */
  @Param({"16", "128", "1024", "16384"})
  public int tokens;

  private final RowKernel vector = RowKernel.fastest();
  private final RowKernel scalar = RowKernel.scalar();
  private double[] logits;
  private double[] weights;
  private double[] result;
  private float[] logitsSingle;
  private float[] resultSingle;

  /** Draws standard normal logits. */
  @Setup
  public void draw() {
    logits = Rows.logits(tokens);
    weights = new double[tokens];
    result = new double[tokens];
    logitsSingle = new float[tokens];
    resultSingle = new float[tokens];
    for (int i = 0; i < tokens; i++) {
      logitsSingle[i] = (float) logits[i];
    }
    vector.softmax(logits, 1, weights);
  }

  /** The obvious loop, in single precision. */
  @Benchmark
  public float[] baselineSoftmaxSingle() {
    float largest = Float.NEGATIVE_INFINITY;
    for (float logit : logitsSingle) {
      largest = Math.max(largest, logit);
    }
    float sum = 0;
    for (int i = 0; i < tokens; i++) {
      resultSingle[i] = (float) Math.exp(logitsSingle[i] - largest);
      sum += resultSingle[i];
    }
    for (int i = 0; i < tokens; i++) {
      resultSingle[i] /= sum;
    }
    return resultSingle;
  }

  /** The obvious loop. */
  @Benchmark
  public double[] baselineSoftmax() {
    return Rows.softmax(logits, result);
  }

  /** A copy of the arrays that a product with the Jacobian reads and writes. */
  @Benchmark
  public double[] baselineCopy() {
    System.arraycopy(logits, 0, result, 0, tokens);
    return result;
  }

  /** Power iteration with the structured product, until the estimate settles. */
  @Benchmark
  public double baselineSpectralNorm() {
    return Rows.powerIteration(weights);
  }

  /** Softmax in single precision on vector instructions. */
  @Benchmark
  public float[] softmaxSingle() {
    vector.softmax(logitsSingle, 1, resultSingle);
    return resultSingle;
  }

  /** Softmax in single precision on loops. */
  @Benchmark
  public float[] softmaxSingleScalar() {
    scalar.softmax(logitsSingle, 1, resultSingle);
    return resultSingle;
  }

  /** Softmax on vector instructions. */
  @Benchmark
  public double softmax() {
    return vector.softmax(logits, 1, result);
  }

  /** Softmax on loops. */
  @Benchmark
  public double softmaxScalar() {
    return scalar.softmax(logits, 1, result);
  }

  /** Softmax with its entropy on vector instructions. */
  @Benchmark
  public double softmaxWithEntropy() {
    return vector.softmaxWithEntropy(logits, 1, result);
  }

  /** A product with the Jacobian on vector instructions. */
  @Benchmark
  public double[] jacobianProduct() {
    vector.jacobianProduct(weights, 1, logits, result);
    return result;
  }

  /** A product with the Jacobian on loops. */
  @Benchmark
  public double[] jacobianProductScalar() {
    scalar.jacobianProduct(weights, 1, logits, result);
    return result;
  }

  /** The spectral norm on vector instructions. */
  @Benchmark
  public double spectralNorm() {
    return vector.spectralNorm(weights, 1);
  }

  /** The spectral norm on loops. */
  @Benchmark
  public double spectralNormScalar() {
    return scalar.spectralNorm(weights, 1);
  }
}
