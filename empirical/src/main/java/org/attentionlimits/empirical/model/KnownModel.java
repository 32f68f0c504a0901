package org.attentionlimits.empirical.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.download.Checksum;

/** The GPT-2 models that are known by name: their shapes, and where a hub keeps their weights. */
public enum KnownModel {
  /** GPT-2 124M. */
  GPT2(
      "openai-community/gpt2",
      768,
      12,
      12,
      "607a30d783dfa663caf39e06633721c8d4cfcd7e",
      548_105_171,
      "248dfc3911869ec493c76e65bf2fcf7f615828b0254c12b473182f0f81d3a707"),
  /** GPT-2 355M. */
  GPT2_MEDIUM("openai-community/gpt2-medium", 1024, 24, 16),
  /** GPT-2 774M. */
  GPT2_LARGE("openai-community/gpt2-large", 1280, 36, 20),
  /** GPT-2 1.5B. */
  GPT2_XL("openai-community/gpt2-xl", 1600, 48, 25),
  /** DistilGPT-2, 82M. */
  DISTILGPT2("distilbert/distilgpt2", 768, 6, 12);

  private static final int VOCABULARY = 50_257;
  private static final int POSITIONS = 1024;
  private static final double EPSILON = 1e-5;
  private static final String MAIN = "main";

  private final String repository;
  private final int width;
  private final int layers;
  private final int heads;
  private final String revision;
  private final long size;
  private final String sha256;

  KnownModel(String repository, int width, int layers, int heads) {
    this(repository, width, layers, heads, MAIN, -1, "");
  }

  KnownModel(
      String repository,
      int width,
      int layers,
      int heads,
      String revision,
      long size,
      String sha256) {
    this.repository = repository;
    this.width = width;
    this.layers = layers;
    this.heads = heads;
    this.revision = revision;
    this.size = size;
    this.sha256 = sha256;
  }

  /** The model of that name, as {@code gpt2-medium}. */
  public static Optional<KnownModel> named(String name) {
    return Arrays.stream(values()).filter(model -> model.id().equals(name)).findFirst();
  }

  /** Its name, as {@code gpt2-medium}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its repository on the hub. */
  public String repository() {
    return repository;
  }

  /** Its shape. */
  public Gpt2Config config() {
    return new Gpt2Config(VOCABULARY, POSITIONS, width, layers, heads, EPSILON);
  }

  /** The revision that is used where none is asked for. */
  public String revision() {
    return revision;
  }

  /** What the weights of {@link #revision()} must be; unknown where that is a branch. */
  public Checksum checksum() {
    return sha256.isEmpty() ? Checksum.UNKNOWN : Checksum.of(size, sha256);
  }
}
