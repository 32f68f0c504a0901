package org.attentionlimits.empirical.training;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.empirical.model.Gpt2Layout;
import org.attentionlimits.empirical.tensor.SafetensorsWriter;

/**
 * A new directory for a trained model: {@code config.json}, {@code model.safetensors} and {@code
 * model-card.md}, written beside it and moved into place as a whole.
 */
public final class ModelDirectory {

  private final Path target;

  /**
   * A directory that does not exist yet, or is empty.
   *
   * @throws IOException if it holds something, is a file, or its parent is not there to be written
   */
  public ModelDirectory(Path directory) throws IOException {
    this.target = directory.toAbsolutePath().normalize();
    if (Files.exists(target) && !isEmptyDirectory(target)) {
      throw new IOException(directory + ": must be a new or an empty directory");
    }
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new IOException(directory + ": must be in an existing directory that can be written");
    }
  }

  private static boolean isEmptyDirectory(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      return !entries.iterator().hasNext();
    }
  }

  /** The directory's name, that of the model. */
  public String name() {
    return String.valueOf(target.getFileName());
  }

  /**
   * Writes a model.
   *
   * @param card describes it
   * @param weights every parameter's elements by name, row-major
   */
  public void write(ModelCard card, Map<String, float[]> weights) throws IOException {
    try (Replacement directory = Replacement.ofDirectory(target)) {
      Path partial = directory.partial();
      try {
        Replacement.write(partial.resolve("config.json"), card.config().toJson());
        tensors(card, weights).write(partial.resolve("model.safetensors"));
        Replacement.write(partial.resolve("model-card.md"), card.toMarkdown());
      } catch (IOException e) {
        String inItsPlace = e.getMessage().replace(partial.toString(), target.toString());
        throw new IOException(inItsPlace, e);
      }
      directory.finish();
    }
  }

  private static SafetensorsWriter tensors(ModelCard card, Map<String, float[]> weights) {
    SafetensorsWriter writer = new SafetensorsWriter();
    card.metadata().forEach(writer::metadata);
    Gpt2Layout.shapes(card.config())
        .forEach((name, shape) -> writer.tensor(name, shape, weights.get(name)));
    return writer;
  }
}
