package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.empirical.tensor.RowPart;

/** A source that counts the layers it shows. */
final class LayerCountingSource implements AttentionSource {

  private final AttentionSource source;
  private final Set<Integer> layers = new HashSet<>();

  LayerCountingSource(AttentionSource source) {
    this.source = source;
  }

  int layers() {
    return layers.size();
  }

  @Override
  public void forEachHead(Consumer<HeadAttention> sink) throws IOException {
    source.forEachHead(
        attention -> {
          layers.add(attention.layer());
          sink.accept(attention);
        });
  }

  @Override
  public void forEachRows(Consumer<HeadRows> sink) throws IOException {
    source.forEachRows(
        rows -> {
          layers.add(rows.layer());
          sink.accept(rows);
        });
  }

  @Override
  public Optional<String> lacks(RowPart part) {
    return source.lacks(part);
  }

  @Override
  public Optional<String> withoutHeads() {
    return source.withoutHeads();
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
