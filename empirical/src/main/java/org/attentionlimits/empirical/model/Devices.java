package org.attentionlimits.empirical.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The devices that models run on. */
public final class Devices {

  private static final Pattern NAME = Pattern.compile("cpu|auto|gpu(?::(?:0|[1-9]\\d{0,2}))?");

  private static final int PATIENCE_SECONDS = 20;

  private Devices() {}

  /**
   * A device by name: {@code cpu}; {@code gpu}, the first; {@code gpu:K}, from 0; or {@code auto},
   * the first GPU where one can be used, else the CPU.
   *
   * @throws IllegalArgumentException if it is none of these, or this machine has no such device
   *     that the engine can use, telling why
   */
  public static Device named(String name) {
    requireName(name);
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    if (name.equals("auto")) {
      return problem(0).isEmpty() ? Device.gpu(0) : Device.cpu();
    }
    int index = name.equals("gpu") ? 0 : Integer.parseInt(name.substring("gpu:".length()));
    problem(index)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("device " + name + ": " + problem);
            });
    return Device.gpu(index);
  }

  /**
   * One line that tells why {@code auto} is the CPU; empty for another name, or where it is a GPU.
   */
  public static Optional<String> fallback(String name) {
    return name.equals("auto")
        ? problem(0).map(problem -> "device auto: " + problem + "; models run on the CPU")
        : Optional.empty();
  }

  /**
   * Rejects a name that no machine's device has.
   *
   * @throws IllegalArgumentException if so
   */
  public static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("device must be cpu, gpu, gpu:K or auto: " + name);
    }
  }

  /** Why a GPU cannot be used; empty if it can. */
  static Optional<String> problem(int index) {
    Engine engine = Engine.getInstance();
    int count = engine.getGpuCount();
    if (count == 0) {
      return Optional.of("this machine has no CUDA GPU, or no CUDA runtime (libcudart) is found");
    }
    if (!engine.hasCapability(StandardCapabilities.CUDA)) {
      return Optional.of(
          "the PyTorch library in use is that for CPUs; PYTORCH_LIBRARY_PATH names another, which"
              + " must be PyTorch "
              + engine.getVersion()
              + " with CUDA");
    }
    return index < count
        ? Optional.empty()
        : Optional.of("this machine has " + count + ", numbered from 0");
  }

  /**
   * One line: engine, its version, device, driver and precision, as {@code PyTorch 2.7.1, cpu,
   * float32}.
   *
   * @throws EngineException if there is no engine
   */
  public static String description(Device device) {
    Engine engine = Engine.getInstance();
    String text = engine.getEngineName() + " " + engine.getVersion() + ", " + name(device);
    return (device.isGpu() ? text + driver(device.getDeviceId()) : text) + ", float32";
  }

  /** A device's name, as {@code cpu} or {@code gpu:0}. */
  public static String name(Device device) {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }

  /** Name and driver of a GPU, as its vendor's tool tells them. */
  private static String driver(int index) {
    List<String> command =
        List.of(
            "nvidia-smi",
            "--id=" + index,
            "--query-gpu=name,driver_version",
            "--format=csv,noheader");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return ", driver unknown";
      }
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 && answer.lines().count() == 1
          ? " (" + answer.replace(", ", ", driver ") + ")"
          : ", driver unknown";
    } catch (IOException e) {
      return ", driver unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ", driver unknown";
    }
  }
}
