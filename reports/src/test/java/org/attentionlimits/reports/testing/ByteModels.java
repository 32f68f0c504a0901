package org.attentionlimits.reports.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.model.Gpt2Layout;
import org.attentionlimits.empirical.tensor.SafetensorsWriter;

/** Small byte-level models, and recordings, as files. */
public final class ByteModels {

  /** Two layers of two heads of dimension 8, 32 positions. */
  private static final Gpt2Config CONFIG = new Gpt2Config(256, 32, 16, 2, 2, 1e-5);

  private static final float SIXTH = 1f / 6;

  private ByteModels() {}

  /** Writes a model of random weights, large enough that its attention is far from flat. */
  public static Path model(Path directory) throws IOException {
    return model(directory, CONFIG);
  }

  public static Path model(Path directory, Gpt2Config config) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    SafetensorsWriter writer = new SafetensorsWriter();
    Gpt2Layout.shapes(config)
        .forEach(
            (name, shape) -> {
              int size = (int) shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
              float[] values = new float[size];
              for (int i = 0; i < size; i++) {
                values[i] = (float) (0.5 * random.nextGaussian());
              }
              writer.tensor(name, shape, values);
            });
    writer.write(directory.resolve("model.safetensors"));
    Files.writeString(directory.resolve("config.json"), config.toJson());
    return directory;
  }

  /** Writes a recording of one head on three tokens, all logits zero. */
  public static Path recording(Path file) throws IOException {
    String header =
        """
        {"input_ids":{"dtype":"I64","shape":[3],"data_offsets":[0,24]},\
        "logits":{"dtype":"F32","shape":[1,1,3,3],"data_offsets":[24,60]},\
        "weights":{"dtype":"F32","shape":[1,1,3,3],"data_offsets":[60,96]}}""";
    ByteBuffer data = ByteBuffer.allocate(96).order(ByteOrder.LITTLE_ENDIAN);
    data.putLong(1).putLong(2).putLong(3);
    data.position(data.position() + 36);
    data.put(floats(1, 0, 0, 0.5f, 0.5f, 0, 2 * SIXTH, 2 * SIXTH, 2 * SIXTH));
    return tensors(file, header, data.array());
  }

  /**
   * Writes a recording of one head on three tokens.
   *
   * @param model its name, with JSON's escapes
   * @param rows 9 weights
   */
  public static Path weights(Path file, String model, float... rows) throws IOException {
    String header =
        "{\"__metadata__\":{\"model\":\""
            + model
            + "\"},\"weights\":{\"dtype\":\"F32\",\"shape\":[1,1,3,3],\"data_offsets\":[0,36]}}";
    return tensors(file, header, floats(rows));
  }

  /** Writes a tensor file. */
  public static Path tensors(Path file, String header, byte... data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(data);
    return Files.write(file, bytes.array());
  }

  /** Numbers as F32. */
  public static byte[] floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
