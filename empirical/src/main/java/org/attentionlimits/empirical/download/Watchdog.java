package org.attentionlimits.empirical.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Closes a stream from which nothing comes, so that its reader does not wait for ever. */
final class Watchdog implements AutoCloseable {

  private static final int CHECKS = 4;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Watchdog::daemon);
  private final ScheduledFuture<?> check;
  private final Duration patience;
  private volatile long last = System.nanoTime();
  private volatile boolean barked;

  Watchdog(InputStream in, Duration patience) {
    this.patience = patience;
    long period = Math.max(1, patience.toMillis() / CHECKS);
    this.check =
        timer.scheduleWithFixedDelay(() -> look(in), period, period, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "download-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  private void look(InputStream in) {
    if (!barked && System.nanoTime() - last > patience.toNanos()) {
      barked = true;
      try {
        in.close();
      } catch (IOException e) {
        // the reader is told by requireCalm
      }
    }
  }

  /** Something came. */
  void reset() {
    last = System.nanoTime();
  }

  /**
   * Returns if the stream was not closed here.
   *
   * @throws IOException if it was
   */
  void requireCalm() throws IOException {
    if (barked) {
      throw new SocketTimeoutException("nothing came for " + patience.toSeconds() + " s");
    }
  }

  @Override
  public void close() {
    check.cancel(false);
    timer.shutdownNow();
  }
}
