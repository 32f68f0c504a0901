package org.attentionlimits.empirical.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * Numbers that experiments measured on heads, kept in a directory so that an interrupted run can be
 * resumed: a file for each experiment and head, moved into its place when it is whole. Its name is
 * a digest of the experiment, its parameters, and the head's logits and values, so that numbers are
 * found again only where they would come out the same.
 */
public final class Checkpoint {

  private static final String SUFFIX = ".numbers";

  private final Optional<Path> directory;

  private Checkpoint(Optional<Path> directory) {
    this.directory = directory;
  }

  /** One that keeps nothing. */
  public static Checkpoint none() {
    return new Checkpoint(Optional.empty());
  }

  /**
   * One in a directory, which is made if there is none.
   *
   * @throws IOException if it cannot be made
   */
  public static Checkpoint in(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new IOException(directory + ": cannot be made: " + e.getMessage(), e);
    }
    return new Checkpoint(Optional.of(directory));
  }

  /** The numbers of an experiment on a head of some {@link #content}, if they are kept. */
  Optional<double[]> find(Experiment experiment, String content) {
    return directory.flatMap(path -> read(path.resolve(name(experiment, content))));
  }

  private static Optional<double[]> read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      double[] values = new double[bytes.remaining() / Double.BYTES];
      bytes.asDoubleBuffer().get(values);
      return Optional.of(values);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException(file + ": cannot be read: " + e, e));
    }
  }

  /** Keeps the numbers of an experiment on a head of some {@link #content}. */
  void keep(Experiment experiment, String content, double... values) {
    directory.ifPresent(path -> write(path.resolve(name(experiment, content)), values));
  }

  private static void write(Path file, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(partial, bytes.array());
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException(file + ": cannot be written: " + e, e));
    }
  }

  /**
   * Removes all that is kept, and the directory if nothing else is in it.
   *
   * @throws IOException if it cannot be removed
   */
  public void clear() throws IOException {
    if (directory.isEmpty()) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(directory.get())) {
      files = all.toList();
    }
    for (Path file : files) {
      if (file.toString().contains(SUFFIX)) {
        Files.delete(file);
      }
    }
    try (Stream<Path> rest = Files.list(directory.get())) {
      if (rest.findAny().isEmpty()) {
        Files.delete(directory.get());
      }
    }
  }

  /** What tells a head from others: its place, temperature, logits and values; empty if unused. */
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
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String name(Experiment experiment, String content) {
    MessageDigest digest = sha256();
    String settings = experiment.paper().id() + experiment.parameters() + content;
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
