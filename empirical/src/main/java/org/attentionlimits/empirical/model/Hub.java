package org.attentionlimits.empirical.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.DownloadException;
import org.attentionlimits.empirical.download.Downloader;
import org.attentionlimits.empirical.download.Downloader.Downloaded;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.io.JsonProblem;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.empirical.tensor.StrictJson;
import org.attentionlimits.empirical.tensor.TensorFileException;

/**
 * Weights from the Hugging Face hub, kept in a cache. What a file must be is known beforehand for
 * {@link KnownModel}s with a checksum; of others the hub's word is taken at the first download and,
 * once what came has been held against it, written to {@code origin.json} beside the file, which
 * every later use must meet. A file is checked as a whole each time before it is used.
 */
public final class Hub {

  /** The hub's address. */
  public static final URI ADDRESS = URI.create("https://huggingface.co/");

  static final String WEIGHTS = "model.safetensors";
  static final String ORIGIN = "origin.json";

  private static final int LONGEST_ORIGIN = 100_000;

  private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

  private static final String PROXY =
      "a proxy is set with -Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT";

  private final URI address;
  private final Path cache;
  private final Downloader downloader;
  private final Progress progress;

  /**
   * A hub.
   *
   * @param address ends with a slash
   * @param cache directory for downloads
   */
  public Hub(URI address, Path cache, Progress progress) {
    this(address, cache, new Downloader(progress), progress);
  }

  Hub(URI address, Path cache, Downloader downloader, Progress progress) {
    this.address = address;
    this.cache = cache;
    this.downloader = downloader;
    this.progress = progress;
  }

  /**
   * A file and where it is from.
   *
   * @param file on this machine, checked
   * @param origin one line: repository, revision, checksum
   * @param checksum of the file
   */
  public record Weights(Path file, String origin, Checksum checksum) {}

  /** What the weights of a revision are. */
  private record Pin(String revision, Checksum checksum) {}

  /**
   * The weights of a model, from the cache or else downloaded.
   *
   * @param revision a branch, tag or commit; the model's own if empty
   * @throws DownloadException if they are not in the cache and cannot be had, with advice
   * @throws TensorFileException if what is in the cache is not what it must be
   * @throws IllegalArgumentException if the revision is malformed
   */
  public Weights weights(KnownModel model, Optional<String> revision) throws IOException {
    String asked = revision.orElse(model.revision());
    if (!REVISION.matcher(asked).matches()) {
      throw new IllegalArgumentException(
          "revision must be a branch, tag or commit of " + model.repository() + ": " + asked);
    }
    Path directory =
        cache.resolve("models").resolve(model.repository().replace("/", "--")).resolve(asked);
    Path file = directory.resolve(WEIGHTS);
    Path origin = directory.resolve(ORIGIN);
    Optional<Pin> known = known(model, asked, file, origin);
    Pin pin = known.isPresent() ? known.get() : ask(model, asked);
    if (Files.exists(file)) {
      requireIntact(file, pin.checksum);
    } else {
      download(model, pin, file, known.isPresent() ? Optional.empty() : Optional.of(origin));
    }
    return new Weights(
        file,
        model.repository()
            + " at "
            + pin.revision
            + ", sha256 "
            + pin.checksum.sha256().orElseThrow(),
        pin.checksum);
  }

  /** What the weights must be, as far as that is known before the hub is asked. */
  private static Optional<Pin> known(KnownModel model, String asked, Path file, Path origin)
      throws IOException {
    if (asked.equals(model.revision()) && model.checksum().sha256().isPresent()) {
      return Optional.of(new Pin(asked, model.checksum()));
    }
    if (Files.exists(origin)) {
      return Optional.of(read(origin));
    }
    if (Files.exists(file)) {
      throw new TensorFileException(
          file.toString(),
          "there is no "
              + ORIGIN
              + " beside it that tells what it must be; delete it to have it downloaded again");
    }
    return Optional.empty();
  }

  /** The hub's word. */
  private Pin ask(KnownModel model, String asked) throws IOException {
    URI uri = uri(model, asked);
    Downloaded told;
    try {
      told = downloader.probe(uri);
    } catch (DownloadException e) {
      throw e.advising(advice());
    }
    if (told.checksum().sha256().isEmpty() || told.checksum().size() < 0) {
      throw new IOException(uri + ": the hub tells no SHA-256 and size of it; " + advice());
    }
    return new Pin(told.commit().orElse(asked), told.checksum());
  }

  private URI uri(KnownModel model, String revision) {
    return address.resolve(model.repository() + "/resolve/" + revision + "/" + WEIGHTS);
  }

  private static void write(KnownModel model, Pin pin, Path origin) throws IOException {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("repository", model.repository());
    root.put("revision", pin.revision);
    root.put("file", WEIGHTS);
    root.put("size", pin.checksum.size());
    root.put("sha256", pin.checksum.sha256().orElseThrow());
    Replacement.write(origin, root.toPrettyString() + "\n");
  }

  private static Pin read(Path origin) throws IOException {
    try {
      JsonNode root = StrictJson.read(origin, LONGEST_ORIGIN);
      String revision = root.path("revision").asText("");
      if (!REVISION.matcher(revision).matches()) {
        throw new TensorFileException(
            origin.toString(), "revision must be a branch, tag or commit: " + revision);
      }
      JsonNode size = root.path("size");
      if (!size.isIntegralNumber() || !size.canConvertToLong() || size.longValue() < 0) {
        throw new TensorFileException(
            origin.toString(), "size must be an integer of at least 0: " + JsonProblem.found(size));
      }
      return new Pin(revision, Checksum.of(size.longValue(), root.path("sha256").asText()));
    } catch (TensorFileException e) {
      throw e.advising(anew(origin));
    } catch (IllegalArgumentException e) {
      throw new TensorFileException(origin.toString(), e.getMessage() + "; " + anew(origin), e);
    }
  }

  private static String anew(Path origin) {
    return "delete " + origin + " to take the hub's word anew";
  }

  private void requireIntact(Path file, Checksum expected) throws IOException {
    Optional<String> problem = expected.problem(Checksum.ofFile(file, progress));
    if (problem.isPresent()) {
      throw new TensorFileException(
          file.toString(), problem.get() + "; delete it to have it downloaded again");
    }
  }

  /**
   * Downloads weights.
   *
   * @param origin where the hub's word is kept, once it has been held against the file that came;
   *     empty if it is known already
   */
  private void download(KnownModel model, Pin pin, Path file, Optional<Path> origin)
      throws IOException {
    URI uri = uri(model, pin.revision);
    try {
      downloader.fetch(
          uri,
          file,
          pin.checksum,
          found -> {
            if (origin.isPresent()) {
              write(model, pin, origin.get());
            }
          });
    } catch (DownloadException e) {
      Path kept = file.resolveSibling(ORIGIN);
      throw e.advising(
          "by hand, save it as "
              + file
              + " ("
              + pin.checksum.size()
              + " bytes, sha256 "
              + pin.checksum.sha256().orElseThrow()
              + "); "
              + (Files.exists(kept) ? anew(kept) + "; " : "")
              + PROXY);
    }
  }

  private static String advice() {
    return "by hand, save config.json and "
        + WEIGHTS
        + " in a directory and give that as the model; "
        + PROXY;
  }
}
