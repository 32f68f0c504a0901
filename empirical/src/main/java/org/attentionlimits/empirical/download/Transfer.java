package org.attentionlimits.empirical.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.download.PartFile.WriteException;

/**
 * Downloads one file over HTTP, with retries and resumption. It holds the size and checksum that a
 * server announces against the expected ones; its caller checks the content.
 */
final class Transfer {

  private static final int BUFFER = 1 << 16;

  /**
   * How files are downloaded.
   *
   * @param tries number of failed requests in succession, without new bytes, that ends it
   * @param pause after a failed request; doubled with each further one that brings nothing new
   * @param patience longest wait for more of a file's content
   */
  record Terms(
      Requests requests,
      int tries,
      Duration pause,
      Duration patience,
      Limits limits,
      Progress progress) {}

  /**
   * Limits of one file's download, over all its requests.
   *
   * @param tries number of requests
   * @param grace time from the start in which no rate is asked for
   * @param bytesPerSecond least number of bytes since the start, for each second after the grace
   * @param untoldBytes largest number of bytes of a file whose size is not known
   */
  record Limits(int tries, Duration grace, long bytesPerSecond, long untoldBytes) {

    /** Whether the bytes since the start are fewer than the rate asks for. */
    boolean areBroken(long bytes, long nanos) {
      double seconds = (nanos - grace.toNanos()) / 1e9;
      return seconds > 0 && bytes < seconds * bytesPerSecond;
    }
  }

  private final Terms terms;
  private final URI uri;
  private final String name;
  private final boolean anyStart;
  private Checksum expected;
  private Optional<String> entityTag = Optional.empty();
  private Optional<String> commit = Optional.empty();
  private long begun;
  private long received;
  private long furthest;

  Transfer(Terms terms, URI uri, String name, Checksum expected) {
    this.terms = terms;
    this.uri = uri;
    this.name = name;
    this.expected = expected;
    this.anyStart = expected.sha256().isPresent();
  }

  /** Size and checksum that the caller gave, completed by those that the server announced. */
  Checksum expected() {
    return expected;
  }

  Optional<String> commit() {
    return commit;
  }

  /**
   * Downloads the rest of the file. A part from an earlier call is kept if the caller gave a
   * SHA-256.
   *
   * @throws DownloadException if the server refuses the file, announces another size or checksum,
   *     exceeds a limit, or cannot be reached
   * @throws WriteException if it cannot be written
   */
  void run(PartFile file) throws IOException {
    if (!anyStart) {
      file.cut(0);
    }
    begun = System.nanoTime();
    furthest = file.size();
    int failures = 0;
    for (int asked = 1; true; asked++) {
      long before = furthest;
      try {
        if (!isComplete(file)) {
          step(file);
        }
        return;
      } catch (DownloadException | WriteException e) {
        forget(file);
        throw e;
      } catch (IOException e) {
        failures = furthest > before ? 1 : failures + 1;
        if (failures >= terms.tries() || asked >= terms.limits().tries()) {
          forget(file);
          throw DownloadException.unreachable(uri, e);
        }
        rest(failures);
      }
    }
  }

  /** Empties the file unless a later call can resume it, which takes a known SHA-256. */
  private void forget(PartFile file) throws IOException {
    if (!anyStart) {
      file.cut(0);
    }
  }

  private boolean isComplete(PartFile file) throws IOException {
    if (expected.size() >= 0 && file.size() > expected.size()) {
      file.cut(0);
    }
    return file.size() > 0 && file.size() == expected.size();
  }

  /** One request; returns when the server has sent the rest of the file. */
  private void step(PartFile file) throws IOException {
    if (file.size() > 0 && !anyStart && entityTag.isEmpty()) {
      file.cut(0);
    }
    Answer answer = terms.requests().get(uri, file.size(), entityTag);
    try (InputStream in = answer.response().body()) {
      accept(answer, file);
      receive(in, file, answer.size());
    }
  }

  /** Checks the answer, and cuts the file to where the answer's body begins. */
  private void accept(Answer answer, PartFile file) throws IOException {
    int status = answer.status();
    if (status == 416) {
      file.cut(0);
      throw new IOException("server says 416: it cannot resume");
    }
    if (isTemporary(status)) {
      throw new IOException("server says " + status);
    }
    if (status != 200 && status != 206) {
      throw DownloadException.of(uri, "server says " + status);
    }
    long size = file.size();
    if (answer.start().isEmpty() || answer.start().getAsLong() > size) {
      file.cut(0);
      throw new IOException("server did not resume at byte " + size);
    }
    learn(answer);
    file.cut(answer.start().getAsLong());
  }

  private void learn(Answer answer) throws DownloadException {
    commit = answer.commit();
    entityTag = answer.entityTag();
    Checksum told = answer.told().or(new Checksum(answer.size(), Optional.empty()));
    boolean sameSize = told.size() < 0 || answer.size() < 0 || told.size() == answer.size();
    Optional<String> problem = expected.problem(told.or(expected));
    if (problem.isPresent() || !sameSize) {
      throw DownloadException.of(
          uri,
          "the server's file is not the one expected: "
              + problem.orElse("size must be " + told.size() + " bytes: " + answer.size()));
    }
    expected = expected.or(told);
  }

  private void receive(InputStream in, PartFile file, long answered) throws IOException {
    long size = answered >= 0 ? answered : expected.size();
    try (Watchdog watchdog = new Watchdog(in, terms.patience())) {
      try {
        copy(in, file, size, watchdog);
      } catch (DownloadException | WriteException e) {
        throw e;
      } catch (IOException e) {
        watchdog.requireCalm();
        throw new IOException(brokeOff(file, size), e);
      }
      watchdog.requireCalm();
    }
    if (answered >= 0 && file.position() < answered) {
      throw new EOFException(brokeOff(file, answered));
    }
  }

  private static String brokeOff(PartFile file, long size) throws IOException {
    return "broke off after " + file.position() + (size < 0 ? "" : " of " + size) + " bytes";
  }

  private void copy(InputStream in, PartFile file, long size, Watchdog watchdog)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long most = size >= 0 ? size : terms.limits().untoldBytes();
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (file.position() + read > most) {
        throw DownloadException.of(uri, "server sent more than " + most + " bytes");
      }
      file.write(ByteBuffer.wrap(buffer, 0, read));
      received += read;
      furthest = Math.max(furthest, file.position());
      watchdog.reset();
      requireFastEnough();
      terms.progress().at("Downloading " + name, file.position(), size);
    }
  }

  private void requireFastEnough() throws DownloadException {
    long nanos = System.nanoTime() - begun;
    if (terms.limits().areBroken(received, nanos)) {
      throw DownloadException.of(
          uri,
          String.format(
              Locale.ROOT,
              "too slow, %d bytes in %.1f s, must be at least %d a second",
              received,
              nanos / 1e9,
              terms.limits().bytesPerSecond()));
    }
  }

  private void rest(int failures) throws IOException {
    try {
      Thread.sleep(terms.pause().toMillis() << (failures - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Whether another try may help. */
  private static boolean isTemporary(int status) {
    return status == 408 || status == 429 || status >= 500;
  }
}
