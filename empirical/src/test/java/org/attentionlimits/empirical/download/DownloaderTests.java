package org.attentionlimits.empirical.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that drops, truncates, redirects, resumes, stalls and lies. */
class DownloaderTests {

  private static final int SIZE = 300_000;

  private final byte[] content = new byte[SIZE];
  private final Downloader downloader =
      new Downloader(Progress.NONE, 3, Duration.ofMillis(1), Duration.ofMillis(400));

  @TempDir private Path directory;
  private FileServer server;
  private Path target;
  private Checksum expected;

  @BeforeEach
  void serve() throws IOException {
    new SplittableRandom(1).nextBytes(content);
    server = new FileServer(content);
    target = directory.resolve("file");
    Path copy = Files.write(directory.resolve("copy"), content);
    expected = Checksum.ofFile(copy, Progress.NONE);
    Files.delete(copy);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Downloader.Downloaded fetch(Checksum checksum) throws IOException {
    return downloader.fetch(server.uri("/file"), target, checksum);
  }

  private void assertFetched(Checksum checksum) throws IOException {
    assertThat(fetch(checksum).checksum()).isEqualTo(expected);
    assertThat(target).hasBinaryContent(content);
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  private void assertRefused(ThrowingCallable call, String problem) {
    assertThatThrownBy(call)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
    assertThat(target).doesNotExist();
  }

  private void assertRefused(Checksum checksum, String problem) {
    assertRefused(() -> fetch(checksum), server.uri("/file") + ": " + problem);
  }

  private void assertNothingLeft() {
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void wholeFile() throws IOException {
    List<Long> done = new ArrayList<>();
    new Downloader((task, at, total) -> done.add(at)).fetch(server.uri("/file"), target, expected);

    assertThat(target).hasBinaryContent(content);
    assertThat(done).contains((long) SIZE);
    assertThat(server.requests()).containsExactly("GET /file");
  }

  @Test
  void anEmptyFile() throws IOException {
    try (FileServer empty = new FileServer(new byte[0])) {
      downloader.fetch(empty.uri("/x"), target, Checksum.UNKNOWN);
    }
    assertThat(target).isEmptyFile();
  }

  @Test
  void aFileOfWhichNothingIsKnown() throws IOException {
    assertFetched(Checksum.UNKNOWN);
  }

  @Test
  void droppedConnectionsAreResumed() throws IOException {
    server.then(server.sendUntil(100_000)).then(server.sendUntil(200_000));

    assertFetched(expected);
    assertThat(server.requests())
        .containsExactly("GET /file", "GET /file bytes=100000-", "GET /file bytes=200000-");
  }

  @Test
  void manyDropsAreResumedAsLongAsSomethingComes() throws IOException {
    for (int i = 1; i < 20; i++) {
      server.then(server.sendUntil(i * 10_000));
    }
    assertFetched(expected);
  }

  @Test
  void resumedWithEntityTagWhereNoChecksumIsKnown() throws IOException {
    server.header("ETag", "\"one\"").then(server.sendUntil(1000));

    assertFetched(Checksum.UNKNOWN);
    assertThat(server.requests()).containsExactly("GET /file", "GET /file bytes=1000-");
  }

  @Test
  void startedAnewWhereNothingTellsThatItIsTheSame() throws IOException {
    server.then(server.sendUntil(1000));

    assertFetched(Checksum.UNKNOWN);
    assertThat(server.requests()).containsExactly("GET /file", "GET /file");
  }

  @Test
  void resumedInALaterCall() throws IOException {
    for (int i = 0; i < 3; i++) {
      server.then(server.sendUntil(5000));
    }
    assertRefused(expected, "broke off after 5000 of 300000 bytes");

    assertFetched(expected);
    assertThat(server.requests()).last().isEqualTo("GET /file bytes=5000-");
  }

  @Test
  void aWholePartNeedsNoServer() throws IOException {
    Files.write(directory.resolve("file.part"), content);

    assertFetched(expected);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTamperedPartIsThrownAway() throws IOException {
    byte[] tampered = Arrays.copyOf(content, 1000);
    tampered[7] ^= 1;
    Files.write(directory.resolve("file.part"), tampered);

    assertRefused(expected, "SHA-256 must be " + expected.sha256().orElseThrow());
    assertNothingLeft();
    assertFetched(expected);
  }

  @Test
  void aPartThatIsTooLongIsThrownAway() throws IOException {
    Files.write(directory.resolve("file.part"), new byte[SIZE + 1]);

    assertFetched(expected);
  }

  @Test
  void aServerThatDoesNotResumeSendsAllAgain() throws IOException {
    server.then(server.sendUntil(1000)).then(FileServer.send(200, content));

    assertFetched(expected);
  }

  @Test
  void aServerThatRefusesToResumeIsAskedAgain() throws IOException {
    server.then(server.sendUntil(1000)).then(FileServer.status(416));

    assertFetched(expected);
    assertThat(server.requests()).last().isEqualTo("GET /file");
  }

  @Test
  void aServerThatResumesElsewhereIsAskedAgain() throws IOException {
    server
        .then(server.sendUntil(1000))
        .then(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Range", "bytes 2000-2999/" + SIZE);
              exchange.sendResponseHeaders(206, 1000);
              exchange.getResponseBody().write(content, 2000, 1000);
            });

    assertFetched(expected);
  }

  @Test
  void anAnswerWithoutRangeIsAskedAgain() throws IOException {
    server.then(server.sendUntil(1000)).then(FileServer.send(206, Arrays.copyOf(content, 10)));

    assertFetched(expected);
  }

  @Test
  void aStallIsResumed() throws IOException {
    server.then(server.stallAfter(1000, 3000));

    assertFetched(expected);
    assertThat(server.requests()).containsExactly("GET /file", "GET /file bytes=1000-");
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    for (int i = 0; i < 3; i++) {
      server.then(exchange -> stall());
    }
    assertRefused(expected, "no answer in time");
    assertNothingLeft();
  }

  private static void stall() {
    try {
      Thread.sleep(2000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void overloadIsWaitedFor() throws IOException {
    server.then(FileServer.status(503)).then(FileServer.status(429));

    assertFetched(expected);
  }

  @Test
  void lastingOverloadIsTold() {
    for (int i = 0; i < 3; i++) {
      server.then(FileServer.status(503));
    }
    assertRefused(expected, "server says 503");
    assertNothingLeft();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 407, 410, 204})
  void refusalsAreToldAtOnce(int status) {
    server.then(FileServer.status(status));

    assertRefused(expected, "server says " + status);
    assertThat(server.requests()).hasSize(1);
    assertNothingLeft();
  }

  @Test
  void aFileOfAnotherSizeIsRefusedAtOnce() {
    assertRefused(
        Checksum.of(SIZE + 1, "0".repeat(64)),
        "the server's file is not the one expected: size must be 300001 bytes: 300000");
    assertNothingLeft();
  }

  @Test
  void aFileOfAnotherChecksumIsThrownAway() {
    assertRefused(
        Checksum.of(SIZE, "0".repeat(64)),
        "SHA-256 must be "
            + "0".repeat(64)
            + ": "
            + expected.sha256().orElseThrow()
            + "; what came was thrown away");
    assertNothingLeft();
  }

  @Test
  void aTruncatedFileOfUnknownLengthIsThrownAway() {
    server.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(content, 0, 1000);
        });
    assertRefused(expected, "size must be 300000 bytes: 1000");
    assertNothingLeft();
  }

  @Test
  void anEndlessFileIsCutShort() {
    server.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(content);
          exchange.getResponseBody().write(content);
        });
    assertRefused(expected, "server sent more than 300000 bytes");
  }

  @Test
  void aLyingLinkIsRefused() {
    server.header("X-Linked-Size", "12");
    assertRefused(Checksum.UNKNOWN, "the server's file is not the one expected: size must be 12");
    assertNothingLeft();
  }

  @Test
  void whatTheServerTellsIsHeldAgainstTheFile() {
    server.header("X-Linked-Etag", "\"" + "a".repeat(64) + "\"");
    assertRefused(Checksum.UNKNOWN, "SHA-256 must be " + "a".repeat(64));
    assertNothingLeft();
  }

  @Test
  void whatTheServerTellsMustBeWhatIsExpected() {
    server.header("X-Linked-Etag", "\"" + "a".repeat(64) + "\"");
    assertRefused(expected, "the server's file is not the one expected: SHA-256 must be");
  }

  @Test
  void redirectionsAreFollowedAndRemembered() throws IOException {
    String commit = "0123456789abcdef0123456789abcdef01234567";
    server
        .then(FileServer.status(307, "Location", "/moved"))
        .then(
            FileServer.status(
                302,
                "Location",
                server.uri("/stored").toString(),
                "X-Repo-Commit",
                commit,
                "X-Linked-Size",
                String.valueOf(SIZE),
                "X-Linked-Etag",
                "\"" + expected.sha256().orElseThrow() + "\""));

    assertThat(fetch(Checksum.UNKNOWN))
        .isEqualTo(new Downloader.Downloaded(expected, Optional.of(commit)));
    assertThat(server.requests()).containsExactly("GET /file", "GET /moved", "GET /stored");
  }

  @Test
  void aProbeTakesNothing() throws IOException {
    server.then(
        FileServer.status(
            302, "Location", "/far", "X-Linked-Size", "5", "X-Linked-Etag", "a".repeat(64)));

    assertThat(downloader.probe(server.uri("/file")).checksum())
        .isEqualTo(Checksum.of(5, "a".repeat(64)));
    assertThat(server.requests()).containsExactly("HEAD /file");
    server.then(FileServer.status(404));
    assertThatThrownBy(() -> downloader.probe(server.uri("/file")))
        .hasMessage(server.uri("/file") + ": server says 404");
    assertNothingLeft();
  }

  @Test
  void circlesAreLeft() {
    for (int i = 0; i < 20; i++) {
      server.then(FileServer.status(302, "Location", "/file"));
    }
    assertRefused(expected, "more than 10 redirections");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org/x", "ftp://127.0.0.1/x", "file:///etc/hostname"})
  void redirectionsAwayFromHttpsAreNotFollowed(String location) {
    server.then(FileServer.status(302, "Location", location));

    assertRefused(expected, "redirection must be to https: " + location);
    assertNothingLeft();
  }

  @Test
  void redirectionsToNowhereAreTold() {
    server.then(FileServer.status(302));
    assertRefused(expected, "redirection to no address: ");
    server.then(FileServer.status(302, "Location", "http://[x"));
    assertRefused(expected, "redirection to no address: http://[x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org/x", "http://127.0.0.1.example.org/x", "ftp://h/x"})
  void onlyHttpsIsAskedForElsewhere(String uri) {
    assertRefused(
        () -> downloader.fetch(URI.create(uri), target, expected), uri + ": must be https");
    assertNothingLeft();
  }

  @Test
  void aClosedPortIsTold() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI uri = URI.create("http://127.0.0.1:" + port + "/x");
    assertThatThrownBy(() -> downloader.fetch(uri, target, expected))
        .isInstanceOfSatisfying(
            DownloadException.class, e -> assertThat(e.isUnreachable()).isTrue())
        .hasMessage(uri + ": cannot be reached");
    assertNothingLeft();
  }

  @Test
  void aServerThatSpeaksNoHttpIsTold() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> greet(socket));
      thread.setDaemon(true);
      thread.start();
      URI uri = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/x");
      assertRefused(() -> downloader.fetch(uri, target, expected), uri + ": ");
    }
    assertNothingLeft();
  }

  private static void greet(ServerSocket socket) {
    try {
      while (true) {
        try (var connection = socket.accept()) {
          connection.getOutputStream().write("220 hello\r\n\r\n".getBytes(US_ASCII));
        }
      }
    } catch (IOException e) {
      // the test has ended
    }
  }

  @Test
  void twoDownloadsOfOneFileDoNotMix() throws IOException {
    Path part = directory.resolve("file.part");
    try (FileChannel other =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> fetch(expected))
          .hasMessage(part + ": another process is downloading it");
      assertThat(part).exists();
    }
    assertFetched(expected);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldAtOnceAndNotAsTheServersFault() throws IOException {
    Path part = directory.resolve("file.part");
    Files.createSymbolicLink(part, Path.of("/dev/full"));

    assertThatThrownBy(() -> fetch(expected))
        .isNotInstanceOf(DownloadException.class)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(part + ": cannot be written: ");
    assertThat(server.requests()).containsExactly("GET /file");
    assertNothingLeft();
  }

  @Test
  void theFileThatIsThereStaysWhereTheNewOneIsBad() throws IOException {
    Files.writeString(target, "old");
    assertThatThrownBy(() -> fetch(Checksum.of(SIZE, "0".repeat(64))))
        .isInstanceOf(DownloadException.class);

    assertThat(target).hasContent("old");
  }
}
