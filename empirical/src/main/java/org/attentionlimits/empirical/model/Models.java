package org.attentionlimits.empirical.model;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.io.PlainNumber;

/**
 * Models by name: {@code mini}; a {@link KnownModel}, downloaded where it is not in the cache, as
 * {@code gpt2} or {@code gpt2-medium@REVISION}; {@code random:} and a known model, with random
 * weights of its shape, as {@code random:gpt2} or {@code random:gpt2-xl:SEED}; or a directory.
 */
public final class Models {

  /** Name of the embedded model. */
  public static final String MINI = "mini";

  private static final String RANDOMLY = "random:";

  private static final long SEED = 1;

  private static final Pattern RANDOM = Pattern.compile("random:([^:]*)(?::(.*))?");

  private final Hub hub;
  private final Device device;
  private final Checksum published;
  private final PublishedAttention.Reader reader;

  /**
   * Models.
   *
   * @param device that they run on
   */
  public Models(Hub hub, Device device) {
    this(hub, device, KnownModel.GPT2.checksum(), PublishedAttention::ofGpt2);
  }

  /**
   * Models.
   *
   * @param published the weights of which attention was published
   * @param reader of what was published
   */
  Models(Hub hub, Device device, Checksum published, PublishedAttention.Reader reader) {
    this.hub = hub;
    this.device = device;
    this.published = published;
    this.reader = reader;
  }

  /** The names that {@link #open} knows, for help texts. */
  public static String names() {
    return MINI
        + ", "
        + Arrays.stream(KnownModel.values()).map(KnownModel::id).collect(Collectors.joining(", "))
        + ", random:NAME or a directory";
  }

  /**
   * Opens a model. One with the weights of which attention was published is run on those prompts,
   * and its description tells whether it reproduces what was published.
   *
   * @throws IOException if there is none of that name, or it cannot be had or is malformed
   */
  public Gpt2 open(String name) throws IOException {
    if (name.equals(MINI)) {
      return Gpt2.mini().on(device);
    }
    if (name.startsWith(RANDOMLY)) {
      return random(name).on(device);
    }
    int at = name.indexOf('@');
    Optional<KnownModel> known = KnownModel.named(at < 0 ? name : name.substring(0, at));
    if (known.isPresent()) {
      Optional<String> revision = at < 0 ? Optional.empty() : Optional.of(name.substring(at + 1));
      Hub.Weights weights = hub.weights(known.get(), revision);
      Gpt2 model = Gpt2.of(known.get(), name, weights).on(device);
      return published.equals(weights.checksum()) ? compared(model) : model;
    }
    Path directory =
        directory(name)
            .orElseThrow(() -> new IOException(name + ": no such model, must be " + names()));
    Gpt2 model = Gpt2.open(directory).on(device);
    return isPublished(directory.resolve(Hub.WEIGHTS)) ? compared(model) : model;
  }

  private boolean isPublished(Path file) throws IOException {
    return Files.exists(file)
        && Files.size(file) == published.size()
        && Checksum.ofFile(file, Progress.NONE).equals(published);
  }

  private Gpt2 compared(Gpt2 model) throws IOException {
    try {
      return model.asPublished(PublishedAttention.compare(model, reader.read()));
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static Gpt2 random(String name) {
    Matcher matcher = RANDOM.matcher(name);
    Optional<KnownModel> shape =
        matcher.matches() ? KnownModel.named(matcher.group(1)) : Optional.empty();
    if (shape.isEmpty()) {
      throw badRandom(name);
    }
    return Gpt2.random(name, shape.get().config(), seed(name, matcher.group(2)));
  }

  private static long seed(String name, String given) {
    try {
      return given == null ? SEED : PlainNumber.integer(given, Long.MIN_VALUE, Long.MAX_VALUE);
    } catch (NumberFormatException e) {
      throw badRandom(name);
    }
  }

  private static IllegalArgumentException badRandom(String name) {
    return new IllegalArgumentException(
        "random model must be random:NAME or random:NAME:SEED, NAME a known model and SEED an"
            + " integer from "
            + Long.MIN_VALUE
            + " to "
            + Long.MAX_VALUE
            + ": "
            + name);
  }

  /** The directory that a name stands for, if it is there and no other model has the name. */
  public static Optional<Path> directory(String name) {
    String before = name.replaceFirst("@.*", "");
    if (name.equals(MINI) || name.startsWith(RANDOMLY) || KnownModel.named(before).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(name)).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
