package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import org.attentionlimits.empirical.model.Devices;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Models;
import picocli.CommandLine.Option;

/** Where models run. */
public final class DeviceOption {

  @Option(
      names = "--device",
      paramLabel = "cpu|gpu|gpu:K|auto",
      defaultValue = "cpu",
      description = "Where models run.")
  private String device;

  /** Rejects what names no device of any machine. */
  public void check() {
    Devices.requireName(device);
  }

  /** Tells, in one line, why models run on the CPU where a GPU was to be used if there is one. */
  public void tellFallback(PrintWriter out) {
    Devices.fallback(device).ifPresent(out::println);
    out.flush();
  }

  /** Opens a model by its name, to run there. */
  public Gpt2 open(String model, CacheOption cache) throws IOException {
    try (DownloadBar bar = new DownloadBar()) {
      return new Models(cache.hub(System.getenv(), bar), Devices.named(device)).open(model);
    }
  }
}
