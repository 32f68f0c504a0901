package org.attentionlimits.empirical.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import org.attentionlimits.empirical.download.Transfer.Limits;
import org.junit.jupiter.api.Test;

/** What broke off goes on where it was, or from the start where it must. */
class ResumedDownloadTests extends DownloadsFromServer {

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
    server.then(server.sendUntil(5000)).then(FileServer.status(503)).then(FileServer.status(503));
    assertRefused(expected, "server says 503");

    assertFetched(expected);
    assertThat(server.requests()).last().isEqualTo("GET /file bytes=5000-");
  }

  @Test
  void howMuchCameIsTold() {
    Downloader once = new Downloader(Progress.NONE, 1, Duration.ZERO, Duration.ofSeconds(5));
    server.then(server.sendUntil(5000));

    assertRefused(
        () -> once.fetch(server.uri("/file"), target, expected),
        "broke off after 5000 of 300000 bytes");
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
  void aServerThatBreaksOffAndRefusesToResumeForEverIsLeft() {
    for (int i = 0; i < 50; i++) {
      server.then(server.sendUntil(1000)).then(FileServer.status(416));
    }
    assertRefused(expected, "broke off after 1000 of 300000 bytes");
    assertThat(server.requests()).hasSizeLessThan(8);
  }

  @Test
  void aServerThatBreaksOffAndResumesElsewhereForEverIsLeft() {
    for (int i = 0; i < 50; i++) {
      server.then(server.sendUntil(1000)).then(FileServer.send(206, Arrays.copyOf(content, 10)));
    }
    assertRefused(expected, "");
    assertThat(server.requests()).hasSizeLessThan(8);
  }

  @Test
  void aServerThatSendsEverLessIsLeft() {
    for (int i = 0; i < 50; i++) {
      int end = 1000 - i;
      server.then(server.sendUntil(end)).then(FileServer.status(416));
    }
    assertRefused(expected, "broke off after ");
    assertThat(server.requests()).hasSizeLessThan(8);
  }

  @Test
  void triesAreCountedInAllToo() {
    for (int i = 1; i <= 50; i++) {
      server.then(server.sendUntil(i));
    }
    Limits limits = new Limits(5, Duration.ofMinutes(1), 1, SIZE);
    assertRefused(() -> limited(limits).fetch(server.uri("/file"), target, expected), "broke off");
    assertThat(server.requests()).hasSize(5);
  }

  private static Downloader limited(Limits limits) {
    return new Downloader(Progress.NONE, 3, Duration.ofMillis(1), Duration.ofSeconds(5), limits);
  }

  @Test
  void aDripIsLeft() {
    server.then(
        exchange -> {
          exchange.sendResponseHeaders(200, SIZE);
          for (int i = 0; i < SIZE; i++) {
            exchange.getResponseBody().write(content, i, 1);
            exchange.getResponseBody().flush();
            FileServer.sleep(20);
          }
        });
    Limits limits = new Limits(1000, Duration.ofMillis(300), 100_000, SIZE);
    assertRefused(
        () -> limited(limits).fetch(server.uri("/file"), target, expected), ": too slow, ");
  }

  @Test
  void aFileOfUntoldSizeHasALimit() {
    server.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(content);
        });
    Limits limits = new Limits(1000, Duration.ofMinutes(1), 1, SIZE - 1);
    assertRefused(
        () -> limited(limits).fetch(server.uri("/file"), target, Checksum.UNKNOWN),
        "server sent more than 299999 bytes");
  }

  @Test
  void slownessIsMeasuredAfterTheGrace() {
    Limits limits = new Limits(1000, Duration.ofSeconds(10), 1000, SIZE);

    assertThat(limits.areBroken(0, Duration.ofSeconds(10).toNanos())).isFalse();
    assertThat(limits.areBroken(1999, Duration.ofSeconds(12).toNanos())).isTrue();
    assertThat(limits.areBroken(2000, Duration.ofSeconds(12).toNanos())).isFalse();
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
  void overloadIsWaitedFor() throws IOException {
    server.then(FileServer.status(503)).then(FileServer.status(429));

    assertFetched(expected);
  }
}
