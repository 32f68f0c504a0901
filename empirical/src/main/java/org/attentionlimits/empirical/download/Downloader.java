package org.attentionlimits.empirical.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.attentionlimits.empirical.io.Replacement;

/**
 * Downloads files. A file grows beside its target under the name {@code *.part}; what broke off is
 * resumed, in the same call and, where a checksum is known, in a later one. Only a file whose size
 * and checksum are as they should be, as far as they are known beforehand or told by the server, is
 * moved to its target.
 */
public final class Downloader {

  static final Transfer.Limits LIMITS =
      new Transfer.Limits(1000, Duration.ofMinutes(10), 4096, 1L << 30);

  private final Transfer.Terms terms;

  /**
   * A downloader of four tries, each after a longer pause, and a minute's patience; of a thousand
   * tries in all; and of files that come, after the first ten minutes, at 4 KiB a second or more.
   */
  public Downloader(Progress progress) {
    this(progress, 4, Duration.ofSeconds(1), Duration.ofMinutes(1), LIMITS);
  }

  /** A downloader of the usual limits. */
  Downloader(Progress progress, int tries, Duration pause, Duration patience) {
    this(progress, tries, pause, patience, LIMITS);
  }

  /**
   * A downloader.
   *
   * @param tries how often in succession nothing new may come
   * @param pause before the second try; doubled before each further one
   * @param patience longest wait for a connection, an answer, or more of its content
   * @param limits of one file in all
   */
  Downloader(
      Progress progress, int tries, Duration pause, Duration patience, Transfer.Limits limits) {
    this.terms =
        new Transfer.Terms(new Requests(patience), tries, pause, patience, limits, progress);
  }

  /**
   * A file of a server.
   *
   * @param checksum size and checksum, as far as they are known
   * @param commit of the repository that it comes from, if the server told it
   */
  public record Downloaded(Checksum checksum, Optional<String> commit) {}

  /**
   * What a server tells of a file without sending it.
   *
   * @throws DownloadException if there is no such file, or no answer
   */
  public Downloaded probe(URI uri) throws IOException {
    Answer answer;
    try {
      answer = terms.requests().probe(uri);
      answer.response().body().close();
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw DownloadException.unreachable(uri, e);
    }
    if (answer.status() >= 400) {
      throw DownloadException.of(uri, "server says " + answer.status());
    }
    return new Downloaded(answer.told(), answer.commit());
  }

  /**
   * Downloads a file; one that is there is replaced.
   *
   * @param uri HTTPS, or HTTP to this machine
   * @param expected what is known of the file
   * @throws DownloadException if it cannot be had, or is not as expected; then nothing is at the
   *     target that was not there before
   * @throws IOException if it cannot be written, naming it
   */
  public Downloaded fetch(URI uri, Path target, Checksum expected) throws IOException {
    return fetch(uri, target, expected, found -> {});
  }

  /** Told of what came before it is moved to its target. */
  @FunctionalInterface
  public interface Acceptance {
    /** Called with a file that is whole and as expected. */
    void accept(Downloaded found) throws IOException;
  }

  /**
   * {@link #fetch(URI, Path, Checksum)}.
   *
   * @param acceptance called before the file is moved to its target
   */
  public Downloaded fetch(URI uri, Path target, Checksum expected, Acceptance acceptance)
      throws IOException {
    Path followed = Replacement.requireFile(target);
    Replacement.makeDirectories(followed.getParent());
    Path partial = PartFile.of(followed);
    Transfer transfer = new Transfer(terms, uri, target.getFileName().toString(), expected);
    try (PartFile file = PartFile.open(partial)) {
      transfer.run(file);
      file.finish();
    }
    Checksum found = Checksum.ofFile(partial, terms.progress());
    Optional<String> problem = transfer.expected().problem(found);
    if (problem.isPresent()) {
      Files.delete(partial);
      throw DownloadException.of(uri, problem.get() + "; what came was thrown away");
    }
    Downloaded downloaded = new Downloaded(found, transfer.commit());
    acceptance.accept(downloaded);
    Replacement.move(partial, target);
    return downloaded;
  }
}
