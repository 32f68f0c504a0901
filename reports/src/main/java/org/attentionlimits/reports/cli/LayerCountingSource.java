package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.tensor.HeadAttention;

/** A source that counts the layers it shows. */
final class LayerCountingSource implements AttentionSource {

  private final AttentionSource source;
  private int layers;

  LayerCountingSource(AttentionSource source) {
    this.source = source;
  }

  int layers() {
    return layers;
  }

  @Override
  public void forEachHead(Consumer<HeadAttention> sink) throws IOException {
    source.forEachHead(
        attention -> {
          layers = Math.max(layers, attention.layer() + 1);
          sink.accept(attention);
        });
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public int heads() {
    return source.heads();
  }

  @Override
  public int length() {
    return source.length();
  }

  @Override
  public boolean hasVectors() {
    return source.hasVectors();
  }

  @Override
  public Optional<EmbeddingSpace> embeddings() {
    return source.embeddings();
  }
}
