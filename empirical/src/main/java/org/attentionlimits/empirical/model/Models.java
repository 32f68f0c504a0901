package org.attentionlimits.empirical.model;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.io.PlainNumber;
import org.attentionlimits.empirical.tensor.TensorFileException;

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
   * Opens a model. One of the shape of which attention was published is run on those prompts, and
   * its description tells whether it reproduces what was published, if it does or if it has the
   * same weights.
   *
   * @throws IOException if there is none of that name, it cannot be had or is malformed, or its
   *     {@code attn.c_proj.weight} must be transposed to reproduce what was published
   */
  public Gpt2 open(String name) throws IOException {
    requireName(name);
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
      return compared(model, published.equals(weights.checksum()));
    }
    Path directory =
        directory(name)
            .orElseThrow(() -> new IOException(name + ": no such model, must be " + names()));
    Gpt2 model = Gpt2.open(directory).on(device);
    return compared(model, isPublished(directory.resolve(Hub.WEIGHTS)));
  }

  private boolean isPublished(Path file) throws IOException {
    return Files.exists(file)
        && Files.size(file) == published.size()
        && Checksum.ofFile(file, Progress.NONE).equals(published);
  }

  private Gpt2 compared(Gpt2 model, boolean same) throws IOException {
    try {
      List<PublishedAttention> all = reader.read();
      boolean comparable = all.stream().allMatch(one -> one.fits(model.config()));
      return comparable ? compared(model, same, all) : model;
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * A model, which tells that it reproduces what was published; that it does not it tells only if
   * its weights are those of which it was published, since others of that shape need not.
   *
   * @throws TensorFileException if only the transposed square matrices would reproduce it
   */
  private static Gpt2 compared(Gpt2 model, boolean same, List<PublishedAttention> all)
      throws IOException {
    double largest = PublishedAttention.largestDifference(model, all);
    String told = PublishedAttention.told(largest, all);
    if (same) {
      return model.asPublished(told);
    }
    if (largest <= PublishedAttention.TOLERANCE) {
      return model.noting(told);
    }
    Gpt2 transposed = model.withTransposedOutputs();
    if (PublishedAttention.largestDifference(transposed, all) <= PublishedAttention.TOLERANCE) {
      throw new TensorFileException(model.source(), PublishedAttention.AS_LINEAR);
    }
    return model;
  }

  /**
   * Rejects a name that no model can have, whatever directories there are.
   *
   * @throws IllegalArgumentException of an empty name, or of {@code random:} without a known model
   *     or with a seed that is none
   */
  public static void requireName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("must name a model: \"\"");
    }
    if (name.startsWith(RANDOMLY)) {
      shape(name);
      seed(name);
    }
  }

  /** How many tokens a model can see, if its name alone tells; empty for a directory. */
  public static OptionalInt positions(String name) throws IOException {
    if (name.equals(MINI)) {
      return OptionalInt.of(Gpt2Files.miniConfig().positions());
    }
    Optional<KnownModel> known =
        name.startsWith(RANDOMLY) ? Optional.of(shape(name)) : KnownModel.named(before(name));
    return known.stream().mapToInt(model -> model.config().positions()).findFirst();
  }

  private static Gpt2 random(String name) {
    return Gpt2.random(name, shape(name).config(), seed(name));
  }

  /** The known model whose shape a random one has. */
  private static KnownModel shape(String name) {
    return KnownModel.named(parts(name).group(1)).orElseThrow(() -> badRandom(name));
  }

  private static Matcher parts(String name) {
    Matcher matcher = RANDOM.matcher(name);
    if (!matcher.matches()) {
      throw badRandom(name);
    }
    return matcher;
  }

  private static long seed(String name) {
    String given = parts(name).group(2);
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

  /** A name without its revision. */
  private static String before(String name) {
    return name.replaceFirst("@.*", "");
  }

  /** The directory that a name stands for, if it is there and no other model has the name. */
  public static Optional<Path> directory(String name) {
    if (name.equals(MINI)
        || name.startsWith(RANDOMLY)
        || KnownModel.named(before(name)).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(name)).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
