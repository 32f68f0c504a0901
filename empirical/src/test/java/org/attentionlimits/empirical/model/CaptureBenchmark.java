package org.attentionlimits.empirical.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** GPT-2 124M with random weights on 1024 tokens: its attention brought to Java, or not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class CaptureBenchmark {

  private static final Gpt2Config CONFIG = KnownModel.GPT2.config();
  private static final long SEED = 1;

  private final Map<String, NDArray> parameters = new HashMap<>();
  private NDManager manager;
  private Gpt2 model;
  private long[] ids;

  /** Makes the weights, for the plain pass as arrays that stay. */
  @Setup
  public void create() {
    manager = NDManager.newBaseManager(Device.cpu());
    ids = LongStream.range(0, CONFIG.positions()).map(i -> (i * 7919 + 13) % 50257).toArray();
    model = Gpt2.random(CONFIG, SEED);
    RandomWeights weights = new RandomWeights(CONFIG, SEED);
    Gpt2Layout.shapes(CONFIG)
        .forEach(
            (name, shape) ->
                parameters.put(
                    name,
                    manager.create(
                        weights.values(name),
                        new Shape(shape.stream().mapToLong(Long::longValue).toArray()))));
  }

  /** Frees the weights. */
  @TearDown
  public void free() throws IOException {
    model.close();
    manager.close();
  }

  /** The forward pass alone, its weights in memory. */
  @Benchmark
  public float baseline() {
    try (NDManager run = manager.newSubManager()) {
      Gpt2Network network = new Gpt2Network(CONFIG, ids.length, run);
      NDArray order = run.create(LongStream.range(0, ids.length).toArray());
      NDArray tokens = run.create(ids, new Shape(1, ids.length));
      NDArray x = network.embed(tokens, order.reshape(1, ids.length), parameters::get);
      x.attach(run);
      for (int layer = 0; layer < CONFIG.layers(); layer++) {
        try (NDManager scope = run.newSubManager()) {
          x.attach(scope);
          x = network.block(layer, x, parameters::get, attention -> {});
          x.attach(run);
        }
      }
      return x.sum().getFloat();
    }
  }

  /** Every head's logits, weights and vectors as Java arrays; weights are made layer by layer. */
  @Benchmark
  public double capture() throws IOException {
    double[] sum = {0};
    new Gpt2Attention(model, "ids", ids).forEachHead(head -> sum[0] += head.weights()[0]);
    return sum[0];
  }
}
