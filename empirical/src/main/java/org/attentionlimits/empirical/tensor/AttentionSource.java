package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.attentionlimits.empirical.io.Line;

/** Somewhere that attention heads come from: a model run on a text, or a recording. */
public interface AttentionSource {

  /** Short name, as {@code mini}. */
  String name();

  /** One line: which model, on which text, how many layers, heads and tokens. */
  String description();

  /** Number of heads of all layers together. */
  int heads();

  /**
   * Layers and heads, for people, as {@code 4 layers of 4 heads}; heads alone unless it can tell.
   */
  default String layersOfHeads() {
    return Line.counted(heads(), "head");
  }

  /** The number L of tokens. */
  int length();

  /** The token ids, [L]; empty if they are not known. */
  default Optional<long[]> ids() {
    return Optional.empty();
  }

  /**
   * Whether this is what the paper measured: the published weights of GPT-2 124M, by their SHA-256,
   * on the first 1024 tokens of <em>War and Peace</em>, Project Gutenberg's book 2600. No unless a
   * source can tell.
   */
  default boolean isOfPaper() {
    return false;
  }

  /** The published recordings that it is one of, as {@code real GPT-2}; empty for others. */
  default Optional<String> collection() {
    return Optional.empty();
  }

  /** Whether heads come with query, key and value vectors. */
  boolean hasVectors();

  /** What the embeddings x of heads are; empty where there are none, nor vectors. */
  default Optional<EmbeddingSpace> embeddings() {
    return hasVectors() ? Optional.of(EmbeddingSpace.VALUES) : Optional.empty();
  }

  /** Whether heads come with the token embeddings of the text. */
  default boolean hasTokens() {
    return false;
  }

  /** Number of rows of all heads together. */
  default long rows() {
    return (long) heads() * length();
  }

  /** Number of attention weights of all rows together. */
  default long weights() {
    long length = length();
    return heads() * (length * (length + 1) / 2);
  }

  /** What the rows lack for claims that need that part of them; empty if they do not lack it. */
  default Optional<String> lacks(RowPart part) {
    return switch (part) {
      case WEIGHTS, LOGITS -> Optional.empty();
      case EMBEDDINGS -> hasVectors() ? Optional.empty() : Optional.of("value vectors");
      case QUERY_KEYS -> hasVectors() ? Optional.empty() : Optional.of("query and key vectors");
    };
  }

  /**
   * Why {@link #forEachHead} has no heads to show, which are causal, square and with logits; empty
   * if it has.
   */
  default Optional<String> withoutHeads() {
    return Optional.empty();
  }

  /**
   * Shows the rows of every head, in the order of {@link #forEachHead}, which shows them too.
   *
   * @throws IOException if the source cannot be read, or holds numbers that are not finite
   */
  default void forEachRows(Consumer<HeadRows> sink) throws IOException {
    forEachHead(sink::accept);
  }

  /**
   * Shows every head, in the order of layers and of heads within a layer, one at a time. A sink
   * that keeps a head keeps its memory.
   *
   * @throws IOException if the source cannot be read, holds numbers that are not finite, or is
   *     {@link #withoutHeads}
   */
  void forEachHead(Consumer<HeadAttention> sink) throws IOException;
}
