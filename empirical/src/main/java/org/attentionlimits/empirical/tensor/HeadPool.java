package org.attentionlimits.empirical.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Threads that share the work on heads. Results are taken in the order in which the work was given,
 * and so are failures: whoever gives work is stopped by the first that failed, as soon as it is its
 * turn, and no more than a few heads later.
 */
public final class HeadPool implements AutoCloseable {

  private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final ExecutorService threads;

  /**
   * A pool.
   *
   * @param name of its threads
   */
  public HeadPool(String name) {
    this.threads =
        Executors.newFixedThreadPool(
            WORKERS,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The results of tasks, in their order.
   *
   * @throws RuntimeException what the first of them that failed has thrown
   */
  public <T> List<T> all(List<Callable<T>> tasks) {
    List<Future<T>> futures = new ArrayList<>();
    tasks.forEach(task -> futures.add(threads.submit(task)));
    return futures.stream().map(HeadPool::await).toList();
  }

  /** Gives results to a sink, one after another in the order of their tasks. */
  public <T> InOrder<T> inOrder(Consumer<T> sink) {
    return new InOrder<>(sink);
  }

  /**
   * Tasks that are given one after another. Whoever gives one waits where more are unfinished than
   * there are threads.
   *
   * @param <T> the type of result
   */
  public final class InOrder<T> {
    private final Queue<Future<T>> unfinished = new ArrayDeque<>();
    private final Consumer<T> sink;

    private InOrder(Consumer<T> sink) {
      this.sink = sink;
    }

    /**
     * Another task.
     *
     * @throws RuntimeException what an earlier one that failed has thrown
     */
    public void add(Callable<T> task) {
      while (!unfinished.isEmpty() && (unfinished.size() > WORKERS || unfinished.peek().isDone())) {
        sink.accept(await(unfinished.remove()));
      }
      unfinished.add(threads.submit(task));
    }

    /**
     * Waits for all.
     *
     * @throws RuntimeException what one that failed has thrown
     */
    public void finish() {
      while (!unfinished.isEmpty()) {
        sink.accept(await(unfinished.remove()));
      }
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a head", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("a head could not be measured: " + e.getCause(), e);
    }
  }

  /** Ends all tasks and waits for those that have begun: none writes once its run is over. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        // a task goes on
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
