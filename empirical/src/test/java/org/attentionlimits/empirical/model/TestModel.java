package org.attentionlimits.empirical.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.attentionlimits.empirical.tensor.RawSafetensors;

/**
 * A small GPT-2 of random weights large enough that attention is far from flat, with non-trivial
 * biases and gains.
 */
public final class TestModel {

  /** Three layers of two heads of dimension 8. */
  public static final Gpt2Config CONFIG = new Gpt2Config(50, 64, 16, 3, 2, 1e-5);

  private final Gpt2Config config;
  private final Map<String, float[]> parameters = new LinkedHashMap<>();
  private String dtype = "F32";
  private String prefix = "";

  /** A model of some seed. */
  public TestModel(Gpt2Config config, long seed) {
    this.config = config;
    SplittableRandom random = new SplittableRandom(seed);
    Gpt2Layout.shapes(config)
        .forEach(
            (name, shape) -> {
              int elements = (int) shape.stream().mapToLong(n -> n).reduce(1, (a, b) -> a * b);
              double centre = shape.size() == 1 && name.endsWith("weight") ? 1 : 0;
              double deviation = shape.size() == 1 ? 0.3 : 0.4;
              float[] values = new float[elements];
              for (int i = 0; i < elements; i++) {
                values[i] = (float) (centre + deviation * random.nextGaussian());
              }
              parameters.put(name, values);
            });
  }

  /** Stores 16-bit weights, rounding those here to what is stored. */
  TestModel storedAs(String type) {
    dtype = type;
    for (float[] values : parameters.values()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = value(pattern(values[i]));
      }
    }
    return this;
  }

  /** Stores names with a prefix. */
  TestModel prefixed(String with) {
    prefix = with;
    return this;
  }

  /** The parameters, to be read or changed. */
  public Map<String, float[]> parameters() {
    return parameters;
  }

  /** A directory of the model. */
  public Path write(Path directory) {
    RawSafetensors file = new RawSafetensors();
    Gpt2Layout.shapes(config).forEach((name, shape) -> append(file, name, shape.toString()));
    return write(directory, file);
  }

  Path write(Path directory, RawSafetensors file) {
    try {
      Files.writeString(directory.resolve("config.json"), config.toJson());
      Files.write(directory.resolve("model.safetensors"), file.bytes());
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void append(RawSafetensors file, String name, String shape) {
    float[] values = parameters.get(name);
    if (dtype.equals("F32")) {
      file.floats(prefix + name, shape, values);
      return;
    }
    short[] patterns = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      patterns[i] = pattern(values[i]);
    }
    file.halves(prefix + name, dtype, shape, patterns);
  }

  /** A 16-bit pattern near a value of magnitude above 2⁻¹⁴ or zero. */
  private short pattern(float value) {
    int bits = Float.floatToIntBits(value);
    if (dtype.equals("BF16")) {
      return (short) (bits >>> 16);
    }
    int exponent = Math.getExponent(value);
    if (exponent < -14) {
      return 0;
    }
    return (short) (((bits >>> 16) & 0x8000) | ((exponent + 15) << 10) | ((bits >>> 13) & 0x3ff));
  }

  private float value(short pattern) {
    if (dtype.equals("BF16")) {
      return Float.intBitsToFloat(pattern << 16);
    }
    int exponent = (pattern >>> 10) & 31;
    double magnitude = Math.scalb(1024.0 + (pattern & 0x3ff), exponent - 25);
    return (float) (exponent == 0 ? 0 : pattern < 0 ? -magnitude : magnitude);
  }
}
