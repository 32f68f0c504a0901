package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.text.Texts;
import org.attentionlimits.empirical.text.Tokenizer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A text, how much of it, and where it is kept if it is fetched. */
public final class TextOptions {

  private static final String WAR_AND_PEACE = "war-and-peace";

  static final String TEXT = "--text";

  private static final String TOKENS = "--tokens";

  private static final int STANDARD = 1024;

  @Option(
      names = TEXT,
      paramLabel = "FILE|war-and-peace",
      description =
          "The text; war-and-peace is fetched from Project Gutenberg. Default: an embedded one.")
  private String text;

  @Option(
      names = TOKENS,
      paramLabel = "N",
      converter = Whole.Positive.class,
      description = "How many tokens of the text. Default: " + STANDARD + ".")
  private Integer given;

  @Mixin private CacheOption cache;

  private Text read;

  /**
   * Rejects a text without a name, and more tokens than a model can see.
   *
   * @param models names; what a directory can see is told when it is opened
   */
  public void check(List<String> models) {
    if ("".equals(text)) {
      throw new IllegalArgumentException(TEXT + " must name a file: \"\"");
    }
    for (String model : models) {
      positions(model).ifPresent(positions -> requireSeen(positions, model));
    }
  }

  private static OptionalInt positions(String model) {
    try {
      return Models.positions(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireSeen(int positions, String model) {
    if (tokens() > positions) {
      throw new IllegalArgumentException(
          TOKENS
              + " must be at most the "
              + positions
              + " positions of model "
              + model
              + ": "
              + tokens());
    }
  }

  private int tokens() {
    return given == null ? STANDARD : given;
  }

  /** The first of its options that was given, if one was. */
  Optional<String> given() {
    return text != null ? Optional.of(TEXT) : Optional.ofNullable(given).map(count -> TOKENS);
  }

  /** The file that was named, if one was. */
  public Optional<Path> file() {
    return Optional.ofNullable(text).filter(name -> !name.equals(WAR_AND_PEACE)).map(Path::of);
  }

  public CacheOption cache() {
    return cache;
  }

  /** Token ids of the text. */
  public long[] ids(Tokenizer tokenizer) throws IOException {
    return tokenizer.encode(read(), tokens());
  }

  /** The text, read or fetched when it is first asked for. */
  public Text read() throws IOException {
    if (read == null) {
      read = open();
    }
    return read;
  }

  private Text open() throws IOException {
    if (text == null) {
      return Texts.winterRoad();
    }
    if (!text.equals(WAR_AND_PEACE)) {
      return Texts.read(Path.of(text));
    }
    try (DownloadBar bar = new DownloadBar()) {
      return Texts.warAndPeace(cache.directory(), bar);
    }
  }

  /** A model on the text. */
  public Gpt2Attention seenBy(Gpt2 model, EmbeddingSpace space) throws IOException {
    Text source = read();
    requireSeen(model.config().positions(), model.name());
    String name = text == null ? source.name() : source.description();
    Gpt2Attention attention = new Gpt2Attention(model, name, space, ids(tokenizer(model)));
    return source.isWarAndPeace() ? attention.onWarAndPeace() : attention;
  }

  private static Tokenizer tokenizer(Gpt2 model) {
    try {
      return Tokenizer.ofVocabulary(model.config().vocabulary());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "model " + model.name() + ": " + e.getMessage() + "; --ids takes a file of token ids", e);
    }
  }
}
