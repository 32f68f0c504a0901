package org.attentionlimits.empirical.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.Line;

/**
 * The JSON header of a safetensors file, validated: non-negative dimensions, sizes that match the
 * shapes where the element type is known, and tensors that tile the data section without gap or
 * overlap.
 *
 * @param tensors by name, in the order of the header
 * @param metadata the free-form {@code __metadata__}
 */
record SafetensorsHeader(Map<String, TensorInfo> tensors, Map<String, String> metadata) {

  private static final String METADATA = "__metadata__";

  private static final Pattern DTYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,15}");

  /** Parses and validates a header whose data section has the given length in bytes. */
  static SafetensorsHeader parse(String source, byte[] json, long dataLength)
      throws TensorFileException {
    JsonNode root = StrictJson.parse(source, "safetensors header is ", json);
    Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        readMetadata(source, field.getValue(), metadata);
      } else {
        tensors.put(field.getKey(), readTensor(source, field.getKey(), field.getValue()));
      }
    }
    checkTiling(source, tensors, dataLength);
    return new SafetensorsHeader(tensors, metadata);
  }

  private static void readMetadata(String source, JsonNode node, Map<String, String> metadata)
      throws TensorFileException {
    if (!node.isObject()) {
      throw new TensorFileException(source, "safetensors __metadata__ is not a JSON object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isTextual()) {
        throw new TensorFileException(
            source, "safetensors __metadata__ entry is not text: " + entry.getKey());
      }
      metadata.put(entry.getKey(), entry.getValue().textValue());
    }
  }

  private static TensorInfo readTensor(String source, String name, JsonNode node)
      throws TensorFileException {
    String dtype = node.path("dtype").asText("missing");
    if (!DTYPE.matcher(dtype).matches()) {
      throw new TensorFileException(
          source, "tensor " + name + ": dtype must be a name such as F32: " + dtype);
    }
    TensorType type = TensorType.named(dtype).orElse(TensorType.OTHER);
    List<Long> shape = longs(source, name, node.path("shape"), "shape");
    List<Long> offsets = longs(source, name, node.path("data_offsets"), "data_offsets");
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw new TensorFileException(
          source, "tensor " + name + ": data_offsets must be [begin, end]: " + offsets);
    }
    TensorInfo info = new TensorInfo(name, type, dtype, shape, offsets.get(0), offsets.get(1));
    checkSize(source, info);
    return info;
  }

  private static List<Long> longs(String source, String tensor, JsonNode node, String field)
      throws TensorFileException {
    if (!node.isArray()) {
      throw new TensorFileException(source, "tensor " + tensor + ": " + field + " is no array");
    }
    List<Long> values = new ArrayList<>(node.size());
    for (JsonNode element : node) {
      if (!element.isIntegralNumber() || !element.canConvertToLong() || element.longValue() < 0) {
        throw new TensorFileException(
            source,
            "tensor " + tensor + ": " + field + " must hold non-negative integers: " + element);
      }
      values.add(element.longValue());
    }
    return List.copyOf(values);
  }

  private static void checkSize(String source, TensorInfo info) throws TensorFileException {
    long expected;
    try {
      expected = Math.multiplyExact(info.elements(), (long) info.type().bytes());
    } catch (ArithmeticException e) {
      throw new TensorFileException(
          source, "tensor " + info.name() + ": shape overflows: " + info.shape(), e);
    }
    if (info.type() != TensorType.OTHER && info.end() - info.begin() != expected) {
      throw new TensorFileException(
          source,
          String.format(
              Locale.ROOT,
              "tensor %s: shape %s of %s needs %s, data_offsets span %d",
              info.name(),
              info.shape(),
              info.type(),
              Line.counted(expected, "byte"),
              info.end() - info.begin()));
    }
  }

  private static void checkTiling(String source, Map<String, TensorInfo> tensors, long dataLength)
      throws TensorFileException {
    List<TensorInfo> ordered = new ArrayList<>(tensors.values());
    ordered.sort(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
    long position = 0;
    for (TensorInfo info : ordered) {
      if (info.begin() != position) {
        throw new TensorFileException(
            source,
            String.format(
                Locale.ROOT,
                "tensor %s: data begins at byte %d, expected %d (gap or overlap)",
                info.name(),
                info.begin(),
                position));
      }
      position = info.end();
    }
    if (position != dataLength) {
      throw new TensorFileException(
          source,
          String.format(
              Locale.ROOT,
              "data section must hold %s as the header says, found %d%s",
              Line.counted(position, "byte"),
              dataLength,
              dataLength < position ? " (truncated)" : ""));
    }
  }
}
