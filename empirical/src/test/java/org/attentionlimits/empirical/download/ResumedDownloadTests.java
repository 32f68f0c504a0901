package org.attentionlimits.empirical.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
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
