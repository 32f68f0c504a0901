package org.attentionlimits.empirical.experiment.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.HeadPool;

/**
 * Runs experiments on one source in one pass: the source shows its layers one after another, and
 * each experiment measures a layer's heads on all cores before the next layer is computed. What an
 * experiment takes is thus told apart from what the source takes.
 */
public final class ExperimentRun {

  /** Told of progress, by the thread that runs. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called when an experiment has measured another layer; a step is one head of one experiment.
     */
    void measured(int steps, int all);
  }

  /**
   * A finished experiment and what it took.
   *
   * @param result what came out
   * @param seconds of wall clock, beyond the source's own
   * @param processorSeconds of all threads together
   * @param resumed heads whose numbers were kept from an earlier run
   */
  public record Timed(
      ExperimentResult result, double seconds, double processorSeconds, int resumed) {}

  /**
   * A run.
   *
   * @param experiments in the order given
   * @param sourceSeconds of wall clock that the source took: the forward pass
   * @param digestSeconds of wall clock that the digests of heads took, by which the checkpoint
   *     finds them again
   */
  public record Outcome(List<Timed> experiments, double sourceSeconds, double digestSeconds) {}

  private static final double NANOS = 1e9;

  private final List<Strand<?>> strands;
  private final Checkpoint checkpoint;
  private long digestNanos;

  /**
   * A run.
   *
   * @param experiments each with no {@link Experiment#obstacle}
   * @param checkpoint where numbers of heads are kept
   */
  public ExperimentRun(List<Experiment<?>> experiments, Checkpoint checkpoint) {
    this.strands = experiments.stream().<Strand<?>>map(Strand::new).toList();
    this.checkpoint = checkpoint;
  }

  /**
   * One experiment's measurements and times.
   *
   * @param <M> the type of measurement
   */
  private static final class Strand<M> {
    private final Experiment<M> experiment;
    private final List<Measured<M>> heads = new ArrayList<>();
    private final AtomicLong processorNanos = new AtomicLong();
    private long nanos;
    private final AtomicInteger resumed = new AtomicInteger();

    private Strand(Experiment<M> experiment) {
      this.experiment = experiment;
    }
  }

  /**
   * Runs the experiments.
   *
   * @throws IOException if the source or the checkpoint cannot be read or written
   */
  public Outcome run(AttentionSource source, Listener listener) throws IOException {
    long start = System.nanoTime();
    HeadPool pool = new HeadPool("experiment");
    try (pool) {
      List<HeadAttention> layer = new ArrayList<>();
      int all = source.heads() * strands.size();
      source.forEachHead(
          head -> {
            if (!layer.isEmpty() && layer.get(0).layer() != head.layer()) {
              measure(layer, pool, listener, all);
            }
            layer.add(head);
          });
      measure(layer, pool, listener, all);
      long measured = strands.stream().mapToLong(strand -> strand.nanos).sum();
      double sourceSeconds = (System.nanoTime() - start - measured - digestNanos) / NANOS;
      return new Outcome(
          strands.stream().map(strand -> conclude(strand, source)).toList(),
          sourceSeconds,
          digestNanos / NANOS);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static <M> Timed conclude(Strand<M> strand, AttentionSource source) {
    long start = System.nanoTime();
    ExperimentResult concluded = strand.experiment.conclude(strand.heads);
    ExperimentResult plain = source.isOfPaper() ? concluded.ofPaper() : concluded;
    ExperimentResult result =
        strand
            .experiment
            .embeddings(source)
            .map(words -> plain.with("embeddings", words))
            .orElse(plain);
    long nanos = System.nanoTime() - start;
    return new Timed(
        result,
        (strand.nanos + nanos) / NANOS,
        (strand.processorNanos.get() + nanos) / NANOS,
        strand.resumed.get());
  }

  private void measure(List<HeadAttention> layer, HeadPool pool, Listener listener, int all) {
    long before = System.nanoTime();
    List<String> contents = layer.parallelStream().map(checkpoint::content).toList();
    digestNanos += System.nanoTime() - before;
    for (Strand<?> strand : strands) {
      long start = System.nanoTime();
      measure(strand, layer, contents, pool);
      strand.nanos += System.nanoTime() - start;
      listener.measured(strands.stream().mapToInt(s -> s.heads.size()).sum(), all);
    }
    layer.clear();
  }

  private <M> void measure(
      Strand<M> strand, List<HeadAttention> layer, List<String> contents, HeadPool pool) {
    List<Callable<Measured<M>>> tasks = new ArrayList<>();
    for (int i = 0; i < layer.size(); i++) {
      HeadAttention head = layer.get(i);
      String content = contents.get(i);
      tasks.add(() -> new Measured<>(head.layer(), head.head(), measure(strand, head, content)));
    }
    strand.heads.addAll(pool.all(tasks));
  }

  private <M> M measure(Strand<M> strand, HeadAttention head, String content) {
    Optional<M> kept = checkpoint.find(strand.experiment, content);
    if (kept.isPresent()) {
      strand.resumed.incrementAndGet();
      return kept.get();
    }
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    M measurement = measured(strand.experiment, head);
    strand.processorNanos.addAndGet(
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    checkpoint.keep(strand.experiment, content, measurement);
    return measurement;
  }

  private static <M> M measured(Experiment<M> experiment, HeadAttention head) {
    try {
      return experiment.measure(head);
    } catch (RuntimeException e) {
      String what = "experiment " + experiment.paper().id() + " at " + head;
      throw new IllegalStateException(what + ": " + e, e);
    }
  }
}
