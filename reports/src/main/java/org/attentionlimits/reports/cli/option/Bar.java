package org.attentionlimits.reports.cli.option;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.attentionlimits.empirical.io.Line;

/** A progress bar on a terminal, nothing elsewhere. */
public final class Bar implements AutoCloseable {

  private static final int UPDATE_MILLIS = 250;

  private final Optional<ProgressBar> bar;

  /**
   * A bar that is full after a number of steps. {@code Main} asks for the console that is null
   * where there is no terminal, on every JDK.
   */
  @SuppressWarnings("SystemConsoleNull")
  public Bar(String task, long steps) {
    this.bar =
        System.console() == null
            ? Optional.empty()
            : Optional.of(
                new ProgressBarBuilder()
                    .setTaskName(Line.of(task))
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .clearDisplayOnFinish()
                    .build());
  }

  public void stepTo(long step) {
    bar.ifPresent(b -> b.stepTo(step));
  }

  public void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
