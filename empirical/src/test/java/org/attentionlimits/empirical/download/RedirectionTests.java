package org.attentionlimits.empirical.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirections are followed as far as they are safe. */
class RedirectionTests extends DownloadsFromServer {

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
}
