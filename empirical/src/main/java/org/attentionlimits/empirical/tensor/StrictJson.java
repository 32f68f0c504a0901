package org.attentionlimits.empirical.tensor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.attentionlimits.empirical.io.BoundedFile;
import org.attentionlimits.empirical.io.JsonProblem;

/** Reads JSON objects that name every field once and that nothing follows. */
public final class StrictJson {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /**
   * The object in a file.
   *
   * @param most how many bytes the file may have
   * @throws TensorFileException if it cannot be read, is longer, or holds no such object
   */
  public static JsonNode read(Path file, int most) throws TensorFileException {
    byte[] json;
    try {
      json = BoundedFile.read(file, most);
    } catch (IOException e) {
      throw new TensorFileException(e);
    }
    return parse(file.toString(), "", json);
  }

  /**
   * The object in bytes, UTF-8.
   *
   * @param source the file, as the user named it
   * @param what the part of the file, followed by {@code is}; empty for the whole
   * @throws TensorFileException if it is no such object
   */
  public static JsonNode parse(String source, String what, byte... json)
      throws TensorFileException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new TensorFileException(source, what + "not valid JSON: " + JsonProblem.of(e), e);
    } catch (IOException e) {
      throw new TensorFileException(source, what + "not readable as UTF-8 JSON", e);
    }
    if (root == null || !root.isObject()) {
      throw new TensorFileException(source, what + "not a JSON object");
    }
    return root;
  }
}
