package org.attentionlimits.theory.benchmark;

import java.util.concurrent.TimeUnit;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
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

/** Softmax of one row, with its error bound, beside a plain loop without. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SoftmaxBenchmark {

  /** Number n of tokens. */
  @Param({"16", "128", "1024"})
  public int tokens;

  private final Softmax softmax = new Softmax(1);
  private double[] logits;

  /** Draws the logits. */
  @Setup
  public void draw() {
    logits = Rows.logits(tokens);
  }

  /** The definition, relative to the largest logit. */
  @Benchmark
  public double[] baseline() {
    return Rows.softmax(logits, new double[tokens]);
  }

  /** Weights with error bounds. */
  @Benchmark
  public Vec weights() {
    return softmax.weights(Arithmetic.BINARY64.inputs(logits));
  }

  /** Logarithms of the weights with error bounds. */
  @Benchmark
  public Vec logWeights() {
    return softmax.logWeights(Arithmetic.BINARY64.inputs(logits));
  }
}
