package org.attentionlimits.empirical.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.attentionlimits.theory.kernel.RowKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Softmax of rows of standard normal logits: PyTorch's on one CPU thread, a batch at a time, with
 * and without the way from Java's arrays and back, beside the kernel. The time is that of one row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class SoftmaxPeerBenchmark {

  private static final int ROWS = 64;

  /** Number n of tokens. */
  @Param({"16", "128", "1024", "16384"})
  public int tokens;

  private final RowKernel kernel = RowKernel.fastest();
  private float[][] singles;
  private double[][] doubles;
  private float[] all;
  private float[] weights;
  private double[] weightsDouble;
  private NDManager manager;
  private NDArray batch;
  private NDArray batchDouble;

  /** Draws the logits. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    all = new float[ROWS * tokens];
    double[] allDouble = new double[all.length];
    singles = new float[ROWS][tokens];
    doubles = new double[ROWS][tokens];
    weights = new float[tokens];
    weightsDouble = new double[tokens];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) random.nextGaussian();
      allDouble[i] = all[i];
      singles[i / tokens][i % tokens] = all[i];
      doubles[i / tokens][i % tokens] = all[i];
    }
    // The engine's library is loaded with the first manager.
    manager = NDManager.newBaseManager(Device.cpu());
    JniUtils.setNumThreads(1);
    batch = manager.create(all, new Shape(ROWS, tokens));
    batchDouble = manager.create(allDouble, new Shape(ROWS, tokens));
  }

  /** Frees the batches. */
  @TearDown
  public void free() {
    manager.close();
  }

  /** PyTorch in single precision, its arrays at hand. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long baseline() {
    try (NDArray result = batch.softmax(-1)) {
      return result.size();
    }
  }

  /** PyTorch in double precision, its arrays at hand. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long baselineDouble() {
    try (NDArray result = batchDouble.softmax(-1)) {
      return result.size();
    }
  }

  /** PyTorch in single precision, from an array of Java to another. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[] baselineWithTransfer() {
    try (NDArray logits = manager.create(all, new Shape(ROWS, tokens));
        NDArray result = logits.softmax(-1)) {
      return result.toFloatArray();
    }
  }

  /** The kernel in single precision. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[] kernel() {
    for (float[] logits : singles) {
      kernel.softmax(logits, 1, weights);
    }
    return weights;
  }

  /** The kernel in double precision. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double[] kernelDouble() {
    for (double[] logits : doubles) {
      kernel.softmax(logits, 1, weightsDouble);
    }
    return weightsDouble;
  }
}
