package org.attentionlimits.empirical.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not there, not as expected, or does not come, is told and leaves nothing. */
class RefusedDownloadTests extends DownloadsFromServer {

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

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:99999/x", "https://example.invalid:70000/x"})
  void anAddressThatIsNoneIsToldWithIt(String address) {
    assertRefused(
        () -> downloader.fetch(URI.create(address), target, expected),
        address + ": cannot be asked for, check the address and the proxy: port out of range");
    assertNothingLeft();
  }

  @Test
  void aDirectoryAtTheTargetIsTold() throws IOException {
    Files.createDirectory(target);

    assertThatThrownBy(() -> fetch(expected))
        .hasMessage(target + ": must be a file, is a directory");
    assertThat(server.requests()).isEmpty();
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
}
