package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.text.Texts;
import org.attentionlimits.empirical.text.TokenIds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What models are run on: a text, or token ids. */
public final class InputOptions {

  private static final String IDS = "--ids";

  @Mixin private TextOptions text;

  @Option(
      names = IDS,
      paramLabel = "FILE",
      description =
          "Token ids instead of a text, decimals between blanks or a JSON list: for a model whose"
              + " vocabulary is not GPT-2's, as one with added tokens.")
  private Path ids;

  private long[] read;

  /**
   * Rejects a text and ids together, a text without a name, and more tokens of it than a model can
   * see.
   *
   * @param models names; what a directory can see is told when it is opened
   */
  public void check(List<String> models) {
    if (ids == null) {
      text.check(models);
      return;
    }
    text.given()
        .ifPresent(
            option -> {
              throw new IllegalArgumentException(IDS + " and " + option + " exclude each other");
            });
  }

  /** Files that are read, by their option. */
  public Map<String, Path> files() {
    return ids == null
        ? text.file().map(file -> Map.of(TextOptions.TEXT, file)).orElse(Map.of())
        : Map.of(IDS, ids);
  }

  public CacheOption cache() {
    return text.cache();
  }

  /** Reads or fetches it, once, so that what is wrong with it is told before models are opened. */
  public void read() throws IOException {
    if (ids == null) {
      text.read();
    } else if (read == null) {
      read = TokenIds.read(ids);
    }
  }

  /**
   * A model on it.
   *
   * @throws IllegalArgumentException if it is not for that model, telling why
   */
  public Gpt2Attention seenBy(Gpt2 model, EmbeddingSpace space) throws IOException {
    if (ids == null) {
      return text.seenBy(model, space);
    }
    read();
    try {
      model.requireIds(read);
    } catch (IllegalArgumentException e) {
      String problem = ids + ": model " + model.name() + ": " + e.getMessage();
      throw new IllegalArgumentException(problem, e);
    }
    String name = "the token ids in " + Texts.read(ids).description();
    return new Gpt2Attention(model, name, space, read);
  }
}
