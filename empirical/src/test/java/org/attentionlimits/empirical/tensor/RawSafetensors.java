package org.attentionlimits.empirical.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes of safetensors files, well-formed or not. */
public final class RawSafetensors {

  private final StringBuilder header = new StringBuilder();
  private byte[] data = {};

  /** A file of a header and as many zero bytes of data. */
  public static byte[] of(String header, int dataLength) {
    return withLength(header.getBytes(StandardCharsets.UTF_8).length, header, dataLength);
  }

  /** The same with any header length written. */
  public static byte[] withLength(long length, String header, int dataLength) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length + dataLength)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(json)
        .array();
  }

  /** Appends a tensor. */
  public RawSafetensors tensor(String name, String dtype, String shape, byte[] bytes) {
    header
        .append(header.isEmpty() ? "" : ",")
        .append(
            String.format(
                "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
                name, dtype, shape, data.length, data.length + bytes.length));
    data = ByteBuffer.allocate(data.length + bytes.length).put(data).put(bytes).array();
    return this;
  }

  /** Appends an F32 tensor. */
  public RawSafetensors floats(String name, String shape, float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(name, "F32", shape, bytes.array());
  }

  /** Appends an I64 tensor. */
  public RawSafetensors longs(String name, String shape, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return tensor(name, "I64", shape, bytes.array());
  }

  /** Appends a tensor of 16-bit patterns. */
  public RawSafetensors halves(String name, String dtype, String shape, short... patterns) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * patterns.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(patterns);
    return tensor(name, dtype, shape, bytes.array());
  }

  /** Adds metadata; call it once. */
  public RawSafetensors metadata(String json) {
    header.append(header.isEmpty() ? "" : ",").append("\"__metadata__\":").append(json);
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    byte[] file = of("{" + header + "}", data.length);
    System.arraycopy(data, 0, file, file.length - data.length, data.length);
    return file;
  }
}
