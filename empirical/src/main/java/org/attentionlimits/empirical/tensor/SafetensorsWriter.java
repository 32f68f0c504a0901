package org.attentionlimits.empirical.tensor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes a safetensors file: collected in memory, written beside the target and moved into place,
 * so that a reader never sees half a file. The same tensors and metadata give the same bytes.
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;

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
    Path target = path.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path partial = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW))) {
        writeTo(out);
      }
      Files.move(
          partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private void writeTo(OutputStream out) throws IOException {
    byte[] header = header().getBytes(StandardCharsets.UTF_8);
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array());
    out.write(header);
    for (Entry entry : entries) {
      ByteBuffer bytes =
          ByteBuffer.allocate(entry.values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(entry.values);
      out.write(bytes.array());
    }
  }

  private String header() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ObjectNode meta = root.putObject("__metadata__");
    metadata.forEach(meta::put);
    long position = 0;
    for (Entry entry : entries) {
      ObjectNode node = root.putObject(entry.name);
      node.put("dtype", TensorType.F32.name());
      entry.shape.forEach(node.putArray("shape")::add);
      long end = position + (long) entry.values.length * Float.BYTES;
      node.putArray("data_offsets").add(position).add(end);
      position = end;
    }
    String json = root.toString();
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return json + " ".repeat((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT);
  }
}
