package org.attentionlimits.empirical.tensor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attentionlimits.empirical.io.Replacement;

/**
 * A safetensors file being written, one tensor after the other, beside its target; {@link #finish}
 * moves it into place, so that a reader never sees half a file, and closing it before leaves
 * nothing.
 */
public final class SafetensorsOutput implements AutoCloseable {

  private static final int ALIGNMENT = 8;

  /** A tensor to come. */
  public record Planned(String name, TensorType type, List<Long> shape) {

    long elements() {
      return shape.stream().reduce(1L, Math::multiplyExact);
    }

    long bytes() {
      return Math.multiplyExact(elements(), (long) type.bytes());
    }
  }

  private final Replacement file;
  private final Iterator<Planned> expected;

  /**
   * Begins a file and writes its header.
   *
   * @param tensors in the order in which they will be written
   * @throws IOException if it cannot be written, as anything below, naming the path and the reason
   */
  public SafetensorsOutput(Path path, Map<String, String> metadata, List<Planned> tensors)
      throws IOException {
    this.file = Replacement.ofFile(path);
    this.expected = tensors.iterator();
    try {
      writeHeader(header(metadata, tensors).getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void writeHeader(byte[] header) throws IOException {
    byte[] length = new byte[Long.BYTES];
    littleEndian(length).putLong(header.length);
    file.write(length);
    file.write(header);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(long count) {
    return new byte[Math.toIntExact(count)];
  }

  private static String header(Map<String, String> metadata, List<Planned> tensors) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ObjectNode meta = root.putObject("__metadata__");
    new TreeMap<>(metadata).forEach(meta::put);
    long position = 0;
    for (Planned tensor : tensors) {
      ObjectNode node = root.putObject(tensor.name);
      node.put("dtype", tensor.type.name());
      tensor.shape.forEach(node.putArray("shape")::add);
      long end = position + tensor.bytes();
      node.putArray("data_offsets").add(position).add(end);
      position = end;
    }
    String json = root.toString();
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return json + " ".repeat((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT);
  }

  /** Writes the next tensor, which must be that one, F32. */
  public void write(String name, float[] values) throws IOException {
    requireNext(name, TensorType.F32, values.length);
    byte[] bytes = bytes((long) values.length * Float.BYTES);
    littleEndian(bytes).asFloatBuffer().put(values);
    file.write(bytes);
  }

  /** Writes the next tensor, which must be that one, I64. */
  public void write(String name, long[] values) throws IOException {
    requireNext(name, TensorType.I64, values.length);
    byte[] bytes = bytes((long) values.length * Long.BYTES);
    littleEndian(bytes).asLongBuffer().put(values);
    file.write(bytes);
  }

  private void requireNext(String name, TensorType type, int elements) {
    Planned next = expected.hasNext() ? expected.next() : null;
    if (next == null
        || !next.name.equals(name)
        || next.type != type
        || next.elements() != elements) {
      throw new IllegalStateException(
          "next tensor must be " + next + ": " + name + ", " + elements + " of " + type);
    }
  }

  /** Puts the file into its place; an existing one is replaced. */
  public void finish() throws IOException {
    if (expected.hasNext()) {
      throw new IllegalStateException("tensor is missing: " + expected.next().name);
    }
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
