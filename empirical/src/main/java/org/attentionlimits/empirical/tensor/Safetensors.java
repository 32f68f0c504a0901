package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import org.attentionlimits.empirical.io.BoundedFile;
import org.attentionlimits.empirical.io.Reason;

/**
 * A safetensors file, opened for reading: an 8-byte little-endian header length, a JSON header, and
 * the tensors' bytes. The header is validated as a whole before any tensor is read; a tensor's
 * bytes are read when it is asked for, so that a file may be larger than the heap.
 *
 * <p>Format: <a href="https://github.com/huggingface/safetensors">huggingface/safetensors</a>.
 */
public final class Safetensors implements Tensors {

  private static final int LENGTH_BYTES = 8;

  /** Longest header accepted, the limit of the reference implementation. */
  private static final long MAX_HEADER = 100_000_000;

  /** Longest piece that is read at once; a multiple of every type's bytes. */
  private static final int PIECE = 1 << 20;

  /** Bytes of a file or of memory by position. */
  private interface Bytes {
    /** Reads as much as there is room for, or less; −1 at the end. */
    int read(ByteBuffer room, long position) throws IOException;
  }

  /** Takes a piece of a tensor's bytes, little-endian. */
  private interface Sink {
    void take(ByteBuffer piece);
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
    long length = read(0, LENGTH_BYTES).getLong();
    if (length < 0 || length > size - LENGTH_BYTES || length > MAX_HEADER) {
      byte[] beginning = read(0, (int) Math.min(size, ForeignFile.BEGINNING)).array();
      String problem =
          "safetensors header of "
              + Long.toUnsignedString(length)
              + " bytes does not fit a file of "
              + size;
      throw new TensorFileException(source, ForeignFile.named(beginning).orElse(problem));
    }
    byte[] json = read(LENGTH_BYTES, (int) length).array();
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
    try {
      BoundedFile.requireRegular(path);
    } catch (IOException e) {
      throw new TensorFileException(e);
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new TensorFileException(path.toString(), "no such file", e);
    } catch (AccessDeniedException e) {
      throw new TensorFileException(path.toString(), "cannot be read: permission denied", e);
    } catch (IOException e) {
      throw new TensorFileException(path.toString(), "cannot be read: " + Reason.of(e), e);
    }
    try {
      return new Safetensors(path.toString(), channel.size(), channel::read, channel);
    } catch (TensorFileException | RuntimeException e) {
      channel.close();
      throw e;
    } catch (IOException e) {
      channel.close();
      throw new TensorFileException(path.toString(), "cannot be read: " + Reason.of(e), e);
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
        (room, position) -> {
          int length = Math.min(room.remaining(), content.length - Math.toIntExact(position));
          room.put(content, Math.toIntExact(position), length);
          return length;
        },
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

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (read.hasRemaining()) {
      if (bytes.read(read, position + read.position()) < 0) {
        throw new TensorFileException(source, "was cut off while it was read");
      }
    }
    return read.flip();
  }

  private static void requireRange(TensorInfo info, long first, int count) {
    if (first < 0 || count < 0 || first > info.elements() - count) {
      throw new IllegalArgumentException(
          "range must be within the " + info.elements() + " elements: " + first + " + " + count);
    }
  }

  /** Reads a range of a tensor's elements, piece by piece. */
  private void read(TensorInfo info, long first, int count, Sink sink) throws IOException {
    long position = dataStart + info.begin() + first * info.type().bytes();
    long left = (long) count * info.type().bytes();
    while (left > 0) {
      int length = (int) Math.min(PIECE, left);
      sink.take(piece(position, length));
      position += length;
      left -= length;
    }
  }

  private ByteBuffer piece(long position, int length) throws IOException {
    try {
      return read(position, length);
    } catch (TensorFileException e) {
      throw e;
    } catch (IOException e) {
      throw new TensorFileException(source, "cannot be read: " + Reason.of(e), e);
    }
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
          source, "tensor " + name + ": dtype must be F32, F16 or BF16: " + info.dtype());
    }
    requireRange(info, first, count);
    FloatBuffer values = FloatBuffer.allocate(count);
    if (info.type() == TensorType.F32) {
      read(info, first, count, piece -> values.put(piece.asFloatBuffer()));
    } else {
      read(info, first, count, piece -> widen(piece, info.type(), values));
    }
    return values.array();
  }

  private static void widen(ByteBuffer piece, TensorType type, FloatBuffer values) {
    while (piece.hasRemaining()) {
      short bits = piece.getShort();
      values.put(
          type == TensorType.F16 ? HalfFloats.fromBinary16(bits) : HalfFloats.fromBfloat16(bits));
    }
  }

  /**
   * Some of a floating-point tensor's elements in row-major order, all widened exactly.
   *
   * @param first index of the first element
   * @param count number of elements
   * @throws TensorFileException if the tensor is missing or not floating-point
   */
  public double[] doubles(String name, long first, int count) throws IOException {
    TensorInfo info = info(name);
    if (!info.type().isReal()) {
      throw new TensorFileException(
          source, "tensor " + name + ": dtype must be F64, F32, F16 or BF16: " + info.dtype());
    }
    requireRange(info, first, count);
    DoubleBuffer values = DoubleBuffer.allocate(count);
    read(info, first, count, piece -> widen(piece, info.type(), values));
    return values.array();
  }

  private static void widen(ByteBuffer piece, TensorType type, DoubleBuffer values) {
    while (piece.hasRemaining()) {
      values.put(
          switch (type) {
            case F64 -> piece.getDouble();
            case F32 -> piece.getFloat();
            case F16 -> HalfFloats.fromBinary16(piece.getShort());
            default -> HalfFloats.fromBfloat16(piece.getShort());
          });
    }
  }

  /**
   * An integer tensor's elements in row-major order; of U64 the bits, as a signed number.
   *
   * @throws TensorFileException if the tensor is missing or neither of integers nor BOOL
   */
  public long[] longs(String name) throws IOException {
    TensorInfo info = info(name);
    if (!info.type().isInteger()) {
      throw new TensorFileException(
          source, "tensor " + name + ": dtype must be an integer type or BOOL: " + info.dtype());
    }
    LongBuffer values = LongBuffer.allocate(count(info));
    read(info, 0, values.capacity(), piece -> widen(piece, info.type(), values));
    return values.array();
  }

  private static void widen(ByteBuffer piece, TensorType type, LongBuffer values) {
    while (piece.hasRemaining()) {
      values.put(
          switch (type) {
            case I64, U64 -> piece.getLong();
            case I32 -> piece.getInt();
            case U32 -> Integer.toUnsignedLong(piece.getInt());
            case I16 -> piece.getShort();
            case U16 -> Short.toUnsignedLong(piece.getShort());
            case I8 -> piece.get();
            default -> Byte.toUnsignedLong(piece.get());
          });
    }
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
