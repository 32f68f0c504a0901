package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attentionlimits.empirical.tensor.SafetensorsOutput.Planned;

/**
 * Writes a safetensors file: collected in memory, written beside the target and moved into place,
 * so that a reader never sees half a file. The same tensors and metadata give the same bytes.
 */
public final class SafetensorsWriter {

  private static final class Entry {
    private final String name;
    private final List<Long> shape;
    private final float[] values;

    private Entry(String name, List<Long> shape, float[] values) {
      this.name = name;
      this.shape = shape;
      this.values = values;
    }
  }

  private final Map<String, String> metadata = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /** Adds an entry to the metadata. */
  public SafetensorsWriter metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /**
   * Adds an F32 tensor.
   *
   * @throws IllegalArgumentException if the number of values is not the product of the dimensions
   */
  public SafetensorsWriter tensor(String name, List<Long> shape, float[] values) {
    long elements = shape.stream().reduce(1L, Math::multiplyExact);
    if (elements != values.length) {
      throw new IllegalArgumentException(
          "tensor "
              + name
              + ": shape "
              + shape
              + " needs "
              + elements
              + " values: "
              + values.length);
    }
    entries.add(new Entry(name, List.copyOf(shape), values.clone()));
    return this;
  }

  /** Writes all that was added; an existing file is replaced. */
  public void write(Path path) throws IOException {
    List<Planned> planned =
        entries.stream().map(e -> new Planned(e.name, TensorType.F32, e.shape)).toList();
    try (SafetensorsOutput out = new SafetensorsOutput(path, metadata, planned)) {
      for (Entry entry : entries) {
        out.write(entry.name, entry.values);
      }
      out.finish();
    }
  }
}
