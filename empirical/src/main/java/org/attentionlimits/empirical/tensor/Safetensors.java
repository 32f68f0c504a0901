package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;

/**
 * A safetensors file, opened for reading: an 8-byte little-endian header length, a JSON header, and
 * the tensors' bytes. The header is validated as a whole before any tensor is read; a tensor's
 * bytes are memory-mapped when it is asked for, so that a file may be larger than the heap.
 *
 * <p>Format: <a href="https://github.com/huggingface/safetensors">huggingface/safetensors</a>.
 */
public final class Safetensors implements Tensors {

  private static final int LENGTH_BYTES = 8;

  /** Longest header accepted, the limit of the reference implementation. */
  private static final long MAX_HEADER = 100_000_000;

  /** Bytes of a file or of memory by position. */
  private interface Bytes {
    ByteBuffer slice(long position, long length) throws IOException;
  }

  private final String source;
  private final SafetensorsHeader header;
  private final long dataStart;
  private final Bytes bytes;
  private final AutoCloseable resource;

  private Safetensors(String source, long size, Bytes bytes, AutoCloseable resource)
      throws IOException {
    this.source = source;
    this.bytes = bytes;
    this.resource = resource;
    if (size < LENGTH_BYTES) {
      throw new TensorFileException(
          source, "too short for safetensors: needs at least 8 bytes, has " + size);
    }
    long length = bytes.slice(0, LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > size - LENGTH_BYTES || length > MAX_HEADER) {
      throw new TensorFileException(
          source,
          "safetensors header of "
              + Long.toUnsignedString(length)
              + " bytes does not fit a file of "
              + size);
    }
    byte[] json = new byte[(int) length];
    bytes.slice(LENGTH_BYTES, length).get(json);
    this.dataStart = LENGTH_BYTES + length;
    this.header = SafetensorsHeader.parse(source, json, size - dataStart);
  }

  /**
   * Opens a file.
   *
   * @throws TensorFileException if it is not a valid safetensors file
   * @throws IOException if it cannot be read
   */
  public static Safetensors open(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new TensorFileException(path.toString(), "not a regular file");
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new TensorFileException(path.toString(), "no such file", e);
    } catch (AccessDeniedException e) {
      throw new TensorFileException(path.toString(), "cannot be read: permission denied", e);
    } catch (IOException e) {
      throw new TensorFileException(path.toString(), "cannot be read: " + e.getMessage(), e);
    }
    try {
      return new Safetensors(
          path.toString(),
          channel.size(),
          (position, length) -> channel.map(FileChannel.MapMode.READ_ONLY, position, length),
          channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      if (e instanceof TensorFileException || e instanceof RuntimeException) {
        throw e;
      }
      throw new TensorFileException(path.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a file's bytes held in memory, such as an embedded resource.
   *
   * @param source what to call it in messages
   * @throws TensorFileException if it is not a valid safetensors file
   */
  public static Safetensors of(String source, byte[] content) throws IOException {
    return new Safetensors(
        source,
        content.length,
        (position, length) ->
            ByteBuffer.wrap(content, Math.toIntExact(position), Math.toIntExact(length)).slice(),
        () -> {});
  }

  @Override
  public String source() {
    return source;
  }

  /** The tensors by name, in the order of the header. */
  @Override
  public Map<String, TensorInfo> tensors() {
    return Collections.unmodifiableMap(header.tensors());
  }

  /** The free-form metadata. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  /** Bytes of a range of a tensor's elements, little-endian, read-only where the file is mapped. */
  private ByteBuffer buffer(TensorInfo info, long first, int count) throws IOException {
    if (first < 0 || count < 0 || first > info.elements() - count) {
      throw new IllegalArgumentException(
          "range must be within the " + info.elements() + " elements: " + first + " + " + count);
    }
    long width = info.type().bytes();
    long length = count * width;
    if (length > Integer.MAX_VALUE) {
      throw new TensorFileException(
          source, "tensor " + info.name() + ": more than 2 GiB at once: " + length + " bytes");
    }
    return bytes
        .slice(dataStart + info.begin() + first * width, length)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public float[] floats(String name) throws IOException {
    return floats(name, 0, count(info(name)));
  }

  /**
   * Some of a floating-point tensor's elements in row-major order, F16 and BF16 widened exactly.
   *
   * @param first index of the first element
   * @param count number of elements
   * @throws TensorFileException if the tensor is missing or not floating-point
   */
  public float[] floats(String name, long first, int count) throws IOException {
    TensorInfo info = info(name);
    if (!info.type().isFloat()) {
      throw new TensorFileException(
          source, "tensor " + name + ": dtype must be F32, F16 or BF16: " + info.type());
    }
    ByteBuffer data = buffer(info, first, count);
    float[] values = new float[count];
    if (info.type() == TensorType.F32) {
      data.asFloatBuffer().get(values);
    } else {
      widen(data, info.type(), values);
    }
    return values;
  }

  private static void widen(ByteBuffer data, TensorType type, float[] values) {
    for (int i = 0; i < values.length; i++) {
      short bits = data.getShort(2 * i);
      values[i] =
          type == TensorType.F16 ? HalfFloats.fromBinary16(bits) : HalfFloats.fromBfloat16(bits);
    }
  }

  /**
   * An integer tensor's elements in row-major order.
   *
   * @throws TensorFileException if the tensor is missing or not I64
   */
  public long[] longs(String name) throws IOException {
    TensorInfo info = info(name);
    if (info.type() != TensorType.I64) {
      throw new TensorFileException(
          source, "tensor " + name + ": dtype must be I64: " + info.type());
    }
    long[] values = new long[count(info)];
    buffer(info, 0, values.length).asLongBuffer().get(values);
    return values;
  }

  private int count(TensorInfo info) throws TensorFileException {
    if (info.elements() > Integer.MAX_VALUE - 8) {
      throw new TensorFileException(
          source, "tensor " + info.name() + ": too many elements at once: " + info.elements());
    }
    return (int) info.elements();
  }

  @Override
  public void close() throws IOException {
    try {
      resource.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
