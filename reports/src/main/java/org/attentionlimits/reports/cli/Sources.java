package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attentionlimits.empirical.model.Devices;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.KnownModel;
import org.attentionlimits.empirical.recording.PublishedRecordings;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.cli.option.ModelOptions;

/** The models and recordings of a run, open and checked. */
final class Sources implements AutoCloseable {

  /** Something to be closed. */
  interface Resource {
    /** Closes it. */
    void close() throws IOException;
  }

  private final ModelOptions options;
  private final List<Gpt2> models = new ArrayList<>();
  private final List<AttentionSource> sources = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();

  private Sources(ModelOptions options) {
    this.options = options;
  }

  /**
   * Opens models and recordings. A recording of one of the models, by the name that it tells, is
   * compared with what that model computes here on the same tokens.
   *
   * @param models names
   * @param published whether recordings that others published are to be among them
   * @param recordings files
   * @throws IOException if a file cannot be had or is malformed
   * @throws IllegalArgumentException if the text is too short, or longer than a model can see, or
   *     two have the same name
   */
  static Sources open(
      List<String> models, boolean published, List<Path> recordings, ModelOptions options)
      throws IOException {
    Sources opened = new Sources(options);
    try {
      if (!models.isEmpty()) {
        options.read();
      }
      for (String model : models) {
        opened.addModel(model);
      }
      for (Path recording : recordings) {
        opened.addRecording(recording);
      }
      if (published) {
        PublishedRecordings.open().forEach(opened::add);
      }
      opened.requireDistinctNames();
      return opened;
    } catch (IOException | RuntimeException e) {
      try {
        opened.close();
      } catch (IOException | RuntimeException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  private void addModel(String name) throws IOException {
    Gpt2 model = options.model(name);
    resources.add(model::close);
    models.add(model);
    sources.addAll(options.attention(model));
  }

  private void add(RecordedAttention recorded) {
    resources.add(recorded::close);
    sources.add(recorded);
  }

  private void addRecording(Path file) throws IOException {
    RecordedAttention recorded = RecordedAttention.open(file);
    add(recorded);
    for (Gpt2 model : models) {
      if (recorded.withoutHeads().isEmpty()
          && recorded.ids().isPresent()
          && isOf(recorded, model)) {
        Gpt2Attention here = new Gpt2Attention(model, "the same tokens", recorded.ids().get());
        recorded.compareWith(model.name() + " on " + Devices.name(model.device()) + " here", here);
      }
    }
  }

  private static boolean isOf(RecordedAttention recorded, Gpt2 model) {
    String repository = KnownModel.named(model.name()).map(KnownModel::repository).orElse("");
    return recorded
        .model()
        .filter(name -> Set.of(model.name(), repository).contains(name))
        .isPresent();
  }

  private void requireDistinctNames() {
    Set<String> names = new HashSet<>();
    for (AttentionSource source : sources) {
      if (!names.add(source.name())) {
        throw new IllegalArgumentException(
            "models and recordings must have different names: " + source.name());
      }
    }
  }

  List<AttentionSource> all() {
    return List.copyOf(sources);
  }

  /** The engine that runs the models, and where; empty if there is no model. */
  Optional<String> engine() {
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(Devices.description(models.get(0).device()));
  }

  @Override
  public void close() throws IOException {
    closeAll(resources);
  }

  /** Closes all, whichever fail: the first failure is thrown, with the others suppressed. */
  static void closeAll(List<? extends Resource> resources) throws IOException {
    Exception failure = null;
    for (Resource resource : resources) {
      try {
        resource.close();
      } catch (IOException | RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
  }
}
