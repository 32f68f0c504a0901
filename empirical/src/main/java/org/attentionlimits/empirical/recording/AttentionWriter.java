package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.SafetensorsOutput;
import org.attentionlimits.empirical.tensor.SafetensorsOutput.Planned;
import org.attentionlimits.empirical.tensor.TensorType;
import org.attentionlimits.theory.real.Decimals;

/**
 * Writes attention in the layout that {@link RecordedAttention} reads, one head at a time, each in
 * tensors {@code layer.L.head.H.KIND} of its own: {@code logits}, {@code weights}, {@code query},
 * {@code key}, {@code value}, F32, after {@code input_ids}. The same attention gives the same
 * bytes.
 */
public final class AttentionWriter implements AutoCloseable {

  private static final String IDS = "input_ids";

  private static final List<String> PAIRS = List.of("logits", "weights");

  private static final List<String> VECTORS = List.of("query", "key", "value");

  private final SafetensorsOutput out;

  /**
   * Begins a file.
   *
   * @param layers number of layers, at least 1
   * @param heads heads of each layer, at least 1
   * @param dimension d of query, key and value vectors, at least 1
   * @param temperature of every head's softmax
   * @param ids token ids, [L]
   * @param metadata {@code model}, {@code prompt}, {@code source} and others
   * @throws IOException if the file cannot be written
   */
  public AttentionWriter(
      Path path,
      int layers,
      int heads,
      int dimension,
      double temperature,
      long[] ids,
      Map<String, String> metadata)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.put("temperature", Decimals.toString(temperature));
    all.put("causal", "true");
    List<Planned> tensors = new ArrayList<>();
    long length = ids.length;
    tensors.add(new Planned(IDS, TensorType.I64, List.of(length)));
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        planHead(tensors, RecordedArrays.prefix(layer, head), length, dimension);
      }
    }
    this.out = new SafetensorsOutput(path, all, tensors);
    try {
      out.write(IDS, ids);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  private static void planHead(List<Planned> tensors, String prefix, long length, long dimension) {
    for (String kind : PAIRS) {
      tensors.add(new Planned(prefix + kind, TensorType.F32, List.of(length, length)));
    }
    for (String kind : VECTORS) {
      tensors.add(new Planned(prefix + kind, TensorType.F32, List.of(length, dimension)));
    }
  }

  /**
   * Writes a head, with its vectors.
   *
   * @throws IllegalStateException if it is not the next one, by layers and by heads in a layer
   */
  public void write(HeadAttention head) throws IOException {
    String prefix = RecordedArrays.prefix(head.layer(), head.head());
    out.write(prefix + PAIRS.get(0), head.logits());
    out.write(prefix + PAIRS.get(1), head.weights());
    out.write(prefix + VECTORS.get(0), head.query());
    out.write(prefix + VECTORS.get(1), head.key());
    out.write(prefix + VECTORS.get(2), head.value());
  }

  /**
   * Puts the file into its place; an existing one is replaced. A writer closed before has written
   * nothing.
   *
   * @throws IllegalStateException if a head is missing
   */
  public void finish() throws IOException {
    out.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
