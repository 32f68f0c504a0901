package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import org.attentionlimits.empirical.model.Devices;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Hub;
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
      return new Models(new Hub(hub(), cache.directory(), bar), Devices.named(device)).open(model);
    }
  }

  /** The hub, or a mirror that the variable HF_ENDPOINT names. */
  private static URI hub() {
    String mirror = System.getenv().getOrDefault("HF_ENDPOINT", "");
    try {
      return mirror.isEmpty()
          ? Hub.ADDRESS
          : URI.create(mirror.endsWith("/") ? mirror : mirror + "/");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("HF_ENDPOINT must be an address: " + mirror, e);
    }
  }
}
