package org.attentionlimits.reports.cli.option;

import org.attentionlimits.empirical.download.Progress;

/** Shows downloads and checks of files, one bar for each. */
public final class DownloadBar implements Progress, AutoCloseable {

  private String task = "";
  private Bar bar;

  @Override
  public void at(String newTask, long done, long total) {
    if (!newTask.equals(task)) {
      close();
      task = newTask;
      bar = new Bar(newTask, total);
    }
    bar.stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    bar = null;
    task = "";
  }
}
