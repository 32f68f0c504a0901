package org.attentionlimits.empirical.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Downloads files. A file grows beside its target under the name {@code *.part}; what broke off is
 * resumed, in the same call and, where a checksum is known, in a later one. Only a file whose size
 * and checksum are as they should be, as far as they are known beforehand or told by the server, is
 * moved to its target.
 */
public final class Downloader {

  private static final int BUFFER = 1 << 16;

  private final Requests requests;
  private final int tries;
  private final Duration pause;
  private final Duration patience;
  private final Progress progress;

  /** A downloader of four tries, each after a longer pause, and a minute's patience. */
  public Downloader(Progress progress) {
    this(progress, 4, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  /**
   * A downloader.
   *
   * @param tries how often in succession nothing may come
   * @param pause before the second try; doubled before each further one
   * @param patience longest wait for a connection, an answer, or more of its content
   */
  Downloader(Progress progress, int tries, Duration pause, Duration patience) {
    this.requests = new Requests(patience);
    this.progress = progress;
    this.tries = tries;
    this.pause = pause;
    this.patience = patience;
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
      answer = requests.probe(uri);
      answer.response().body().close();
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw DownloadException.unreachable(uri, reason(e), e);
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
    Files.createDirectories(target.toAbsolutePath().getParent());
    Transfer transfer = new Transfer(uri, target, expected);
    Path partial = transfer.partial;
    try {
      receive(transfer);
    } catch (IOException | RuntimeException e) {
      if (transfer.alone && Files.size(partial) == 0) {
        Files.delete(partial);
      }
      throw e;
    }
    Checksum found = Checksum.ofFile(partial, progress);
    Optional<String> problem = transfer.expected.problem(found);
    if (problem.isPresent()) {
      Files.delete(partial);
      throw DownloadException.of(uri, problem.get() + "; what came was thrown away");
    }
    Files.move(
        partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new Downloaded(found, transfer.commit);
  }

  private static void receive(Transfer transfer) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            transfer.partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      requireAlone(file, transfer.partial);
      transfer.alone = true;
      transfer.run(file);
      file.force(true);
    }
  }

  /** The lock ends with the channel. */
  private static void requireAlone(FileChannel file, Path partial) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw DownloadException.of(partial, "another process is downloading it");
    }
  }

  /** A fault of this machine's disk, which no further try mends. */
  private static final class WriteException extends IOException {
    private static final long serialVersionUID = 1L;

    private WriteException(Path path, IOException cause) {
      super(path + ": cannot be written: " + cause.getMessage(), cause);
    }
  }

  /** One file on its way. */
  private final class Transfer {
    private final URI uri;
    private final Path partial;
    private final String name;
    private final boolean anyStart;
    private boolean alone;
    private Checksum expected;
    private Optional<String> entityTag = Optional.empty();
    private Optional<String> commit = Optional.empty();

    private Transfer(URI uri, Path target, Checksum expected) {
      this.uri = uri;
      this.partial = target.resolveSibling(target.getFileName() + ".part");
      this.name = target.getFileName().toString();
      this.expected = expected;
      this.anyStart = expected.sha256().isPresent();
    }

    private void run(FileChannel file) throws IOException {
      if (!anyStart) {
        file.truncate(0);
      }
      int failures = 0;
      while (true) {
        long before = file.size();
        try {
          if (isComplete(file)) {
            return;
          }
          step(file);
          return;
        } catch (DownloadException | WriteException e) {
          forget(file);
          throw e;
        } catch (IOException e) {
          failures = file.size() > before ? 1 : failures + 1;
          if (failures >= tries) {
            forget(file);
            throw DownloadException.unreachable(uri, reason(e), e);
          }
          rest(failures);
        }
      }
    }

    /** What cannot be resumed in a later call is of no use. */
    private void forget(FileChannel file) throws IOException {
      if (!anyStart) {
        file.truncate(0);
      }
    }

    private boolean isComplete(FileChannel file) throws IOException {
      if (expected.size() >= 0 && file.size() > expected.size()) {
        file.truncate(0);
      }
      return file.size() > 0 && file.size() == expected.size();
    }

    /** One request; returns when the server has sent the rest of the file. */
    private void step(FileChannel file) throws IOException {
      if (file.size() > 0 && !anyStart && entityTag.isEmpty()) {
        file.truncate(0);
      }
      Answer answer = requests.get(uri, file.size(), entityTag);
      try (InputStream in = answer.response().body()) {
        accept(answer, file);
        receive(in, file, answer.size());
      }
    }

    /** Checks the answer, and cuts the file to where its content begins. */
    private void accept(Answer answer, FileChannel file) throws IOException {
      int status = answer.status();
      if (status == 416) {
        file.truncate(0);
        throw new IOException("server says 416: it cannot resume");
      }
      if (isTemporary(status)) {
        throw new IOException("server says " + status);
      }
      if (status != 200 && status != 206) {
        throw DownloadException.of(uri, "server says " + status);
      }
      if (answer.start().isEmpty() || answer.start().getAsLong() > file.size()) {
        file.truncate(0);
        throw new IOException("server resumed at another place");
      }
      learn(answer);
      file.truncate(answer.start().getAsLong());
      file.position(answer.start().getAsLong());
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

    private void receive(InputStream in, FileChannel file, long answered) throws IOException {
      long size = answered >= 0 ? answered : expected.size();
      try (Watchdog watchdog = new Watchdog(in, patience)) {
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

    private static String brokeOff(FileChannel file, long size) throws IOException {
      return "broke off after " + file.position() + (size < 0 ? "" : " of " + size) + " bytes";
    }

    private void copy(InputStream in, FileChannel file, long size, Watchdog watchdog)
        throws IOException {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (size >= 0 && file.position() + read > size) {
          throw DownloadException.of(uri, "server sent more than " + size + " bytes");
        }
        write(ByteBuffer.wrap(buffer, 0, read), file);
        watchdog.reset();
        progress.at("Downloading " + name, file.position(), size);
      }
    }

    private void write(ByteBuffer bytes, FileChannel file) throws WriteException {
      try {
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      } catch (IOException e) {
        throw new WriteException(partial, e);
      }
    }

    private void rest(int failures) throws IOException {
      try {
        Thread.sleep(pause.toMillis() << (failures - 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  /** Whether another try may help. */
  private static boolean isTemporary(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName();
    return switch (kind) {
      case "ConnectException", "UnresolvedAddressException" -> "cannot be reached";
      case "HttpConnectTimeoutException", "HttpTimeoutException" -> "no answer in time";
      case "SSLHandshakeException" -> "no secure connection: " + e.getMessage();
      default -> e.getMessage() == null ? kind : e.getMessage();
    };
  }
}
