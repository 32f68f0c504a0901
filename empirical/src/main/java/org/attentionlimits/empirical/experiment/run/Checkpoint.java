package org.attentionlimits.empirical.experiment.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.io.BoundedFile;
import org.attentionlimits.empirical.io.Reason;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.empirical.tensor.Embeddings;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * Numbers that experiments measured on heads, kept in a directory so that an interrupted run can be
 * resumed: a file for each experiment and head, moved into its place when it is whole. Its name is
 * a digest of the product's version, the experiment, its parameters, and the head's logits and
 * embeddings, so that numbers are found again only where they would come out the same.
 *
 * <p>A file holds the count of its numbers, the numbers, big-endian, and the SHA-256 of its name
 * and of both; one that is damaged counts as none.
 */
public final class Checkpoint {

  private static final String SUFFIX = ".numbers";
  private static final int DIGEST = 32;

  /** Far beyond the numbers of one head. */
  private static final int MOST_BYTES = 1 << 30;

  private final Optional<Path> directory;
  private final String version;
  private final Map<Embeddings, byte[]> digestsOfTokens = new ConcurrentHashMap<>();
  private final Set<Path> used = ConcurrentHashMap.newKeySet();

  private Checkpoint(Optional<Path> directory, String version) {
    this.directory = directory;
    this.version = version;
  }

  /** One that keeps nothing. */
  public static Checkpoint none() {
    return new Checkpoint(Optional.empty(), "");
  }

  /**
   * One in a directory, which is made if there is none.
   *
   * @param version of what measures; numbers of another are not found
   * @throws IOException if it cannot be made
   */
  public static Checkpoint in(Path directory, String version) throws IOException {
    try {
      Replacement.makeDirectories(directory);
      Replacement.clear(directory);
    } catch (IOException e) {
      throw new IOException(directory + ": cannot be made: " + Reason.of(e), e);
    }
    return new Checkpoint(Optional.of(directory), version);
  }

  /** What an experiment measured on a head of some {@link #content}, if it is kept. */
  <M> Optional<M> find(Experiment<M> experiment, String content) {
    return directory
        .flatMap(path -> read(path.resolve(name(experiment, content))))
        .flatMap(numbers -> measurement(experiment, numbers));
  }

  /** The measurement of some numbers; empty if they are more or fewer than it has. */
  private static <M> Optional<M> measurement(Experiment<M> experiment, double... numbers) {
    DoubleBuffer buffer = DoubleBuffer.wrap(numbers);
    try {
      M measurement = experiment.read(buffer);
      return buffer.hasRemaining() ? Optional.empty() : Optional.of(measurement);
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private Optional<double[]> read(Path file) {
    try {
      BoundedFile.requireRegular(file);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Optional<double[]> values = values(file, BoundedFile.read(file, MOST_BYTES));
      values.ifPresent(found -> used.add(file));
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of a file; empty if it is damaged. */
  private static Optional<double[]> values(Path file, byte... bytes) {
    int count = (bytes.length - Long.BYTES - DIGEST) / Double.BYTES;
    if (count < 0) {
      return Optional.empty();
    }
    double[] values = new double[count];
    ByteBuffer.wrap(bytes).position(Long.BYTES).asDoubleBuffer().get(values);
    return Arrays.equals(bytes, bytes(file, values)) ? Optional.of(values) : Optional.empty();
  }

  /** What a file of some numbers holds. */
  private static byte[] bytes(Path file, double... values) {
    int size = Long.BYTES + values.length * Double.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(size + DIGEST).putLong(values.length);
    bytes.asDoubleBuffer().put(values);
    MessageDigest digest = sha256();
    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(bytes.array(), 0, size);
    return bytes.position(size).put(digest.digest()).array();
  }

  /** Keeps what an experiment measured on a head of some {@link #content}. */
  <M> void keep(Experiment<M> experiment, String content, M measurement) {
    directory.ifPresent(
        path -> write(path.resolve(name(experiment, content)), experiment.numbers(measurement)));
  }

  private void write(Path file, double... values) {
    try {
      Replacement.writeOneOfMany(file, bytes(file, values));
      used.add(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes what was found or kept here, and the directory if nothing else is in it.
   *
   * @throws IOException if it cannot be removed
   */
  public void clear() throws IOException {
    for (Path file : used) {
      Files.deleteIfExists(file);
    }
    used.clear();
    if (directory.isPresent()) {
      deleteIfEmpty(directory.get());
    }
  }

  private static void deleteIfEmpty(Path directory) throws IOException {
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      // numbers of another run
    }
  }

  /**
   * What tells a head from others: its place, temperature, logits and embeddings; empty if unused.
   */
  String content(HeadAttention head) {
    if (directory.isEmpty()) {
      return "";
    }
    MessageDigest digest = sha256();
    digest.update((head + " at " + head.temperature()).getBytes(StandardCharsets.UTF_8));
    update(digest, head.logits());
    if (head.hasVectors()) {
      for (double[] value : head.visibleEmbeddings(head.length() - 1)) {
        ByteBuffer bytes = ByteBuffer.allocate(value.length * Double.BYTES);
        bytes.asDoubleBuffer().put(value);
        digest.update(bytes.array());
      }
    }
    head.tokens()
        .map(tokens -> digestsOfTokens.computeIfAbsent(tokens, Checkpoint::digest))
        .ifPresent(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] digest(Embeddings tokens) {
    MessageDigest digest = sha256();
    digest.update(("tokens of " + tokens.dimension()).getBytes(StandardCharsets.UTF_8));
    update(digest, tokens.values());
    return digest.digest();
  }

  private String name(Experiment<?> experiment, String content) {
    MessageDigest digest = sha256();
    String settings =
        String.join("\n", version, experiment.paper().id(), experiment.parameters() + content);
    digest.update(settings.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()) + SUFFIX;
  }

  private static void update(MessageDigest digest, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    digest.update(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
