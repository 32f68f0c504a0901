package org.attentionlimits.empirical.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Safetensors files that an index holds together, as Hugging Face's {@code
 * model.safetensors.index.json}: its {@code weight_map} names the file of every tensor. The files
 * lie beside the index, or links lead to where it lies itself; they hold what it says, no more and
 * no less.
 */
public final class ShardedSafetensors implements Tensors {

  private static final int LONGEST_INDEX = 100_000_000;

  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final String source;
  private final Map<String, Safetensors> files = new LinkedHashMap<>();
  private final Map<String, Safetensors> fileOf = new LinkedHashMap<>();
  private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

  private ShardedSafetensors(Path index) {
    this.source = index.toString();
  }

  /**
   * Opens an index and its files.
   *
   * @throws TensorFileException if one of them is missing or malformed, or they do not agree
   */
  public static ShardedSafetensors open(Path index) throws IOException {
    ShardedSafetensors sharded = new ShardedSafetensors(index);
    try {
      sharded.read(index);
      return sharded;
    } catch (IOException | RuntimeException e) {
      sharded.close();
      throw e;
    }
  }

  private TensorFileException problem(String text) {
    return new TensorFileException(source, text);
  }

  private void read(Path index) throws IOException {
    JsonNode map = StrictJson.read(index, LONGEST_INDEX).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw problem("weight_map must name the file of every tensor");
    }
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      add(entry.getKey(), file(index, entry.getValue()));
    }
    for (Safetensors file : files.values()) {
      for (String name : file.tensors().keySet()) {
        if (fileOf.get(name) != file) {
          throw problem(
              "weight_map does not give " + file.source() + " the tensor that it holds: " + name);
        }
      }
    }
  }

  private Safetensors file(Path index, JsonNode name) throws IOException {
    if (!name.isTextual() || !FILE.matcher(name.textValue()).matches()) {
      throw problem("weight_map must name files in the directory of the index: " + name);
    }
    Safetensors file = files.get(name.textValue());
    if (file == null) {
      Path path = index.resolveSibling(name.textValue());
      requireBeside(index, path);
      file = Safetensors.open(path);
      files.put(name.textValue(), file);
    }
    return file;
  }

  /**
   * A link may lead to the directory in which the index was named, or to the one in which the
   * index's own file lies, as in a hub's cache.
   */
  private void requireBeside(Path index, Path file) throws IOException {
    if (Files.isSymbolicLink(file) && Files.exists(file)) {
      Path leadsTo = file.toRealPath().getParent();
      Path named = index.toAbsolutePath().getParent().toRealPath();
      if (!leadsTo.equals(named) && !leadsTo.equals(index.toRealPath().getParent())) {
        throw problem(
            file.getFileName() + " must be in the directory of the index, is a link to " + leadsTo);
      }
    }
  }

  private void add(String name, Safetensors file) throws TensorFileException {
    tensors.put(name, file.info(name));
    fileOf.put(name, file);
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Map<String, TensorInfo> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public float[] floats(String name) throws IOException {
    info(name);
    return fileOf.get(name).floats(name);
  }

  @Override
  public void close() throws IOException {
    for (Safetensors file : files.values()) {
      file.close();
    }
  }
}
