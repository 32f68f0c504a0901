package org.attentionlimits.empirical.model;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.DownloadException;
import org.attentionlimits.empirical.download.FileServer;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights from a hub on this machine: trusted once, checked ever after. */
class HubTests {

  private static final byte[] CONTENT = "as good as weights".getBytes(US_ASCII);
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String MEDIUM = "openai-community--gpt2-medium";

  @TempDir private Path cache;
  private final FileServer server = new FileServer(CONTENT);
  private String sha256;

  @BeforeEach
  void tell() throws IOException {
    Path copy = Files.write(cache.resolve("copy"), CONTENT);
    sha256 = Checksum.ofFile(copy, Progress.NONE).sha256().orElseThrow();
    Files.delete(copy);
    server.header("X-Linked-Etag", "\"" + sha256 + "\"");
    server.header("X-Linked-Size", String.valueOf(CONTENT.length));
    server.header("X-Repo-Commit", COMMIT);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Hub hub() {
    return new Hub(server.uri("/"), cache, Progress.NONE);
  }

  private Hub.Weights medium() throws IOException {
    return hub().weights(KnownModel.GPT2_MEDIUM, Optional.empty());
  }

  private Path medium(String file) {
    return cache.resolve("models").resolve(MEDIUM).resolve("main").resolve(file);
  }

  @Test
  void theHubsWordIsKeptAndTheCommitAskedFor() throws IOException {
    Hub.Weights weights = medium();

    assertThat(weights.file()).isEqualTo(medium(Hub.WEIGHTS)).hasBinaryContent(CONTENT);
    assertThat(weights.origin())
        .isEqualTo("openai-community/gpt2-medium at " + COMMIT + ", sha256 " + sha256);
    assertThat(server.requests())
        .containsExactly(
            "HEAD /openai-community/gpt2-medium/resolve/main/model.safetensors",
            "GET /openai-community/gpt2-medium/resolve/" + COMMIT + "/model.safetensors");
    assertThat(medium(Hub.ORIGIN)).content().contains(sha256, COMMIT);
  }

  @Test
  void theCacheNeedsNoServer() throws IOException {
    medium();
    server.close();

    assertThat(medium().file()).hasBinaryContent(CONTENT);
  }

  @Test
  void tamperedFilesAreNotUsed() throws IOException {
    medium();
    byte[] tampered = CONTENT.clone();
    tampered[3] ^= 1;
    Files.write(medium(Hub.WEIGHTS), tampered);

    assertThatThrownBy(this::medium)
        .isInstanceOf(TensorFileException.class)
        .hasMessageStartingWith(medium(Hub.WEIGHTS) + ": SHA-256 must be " + sha256)
        .hasMessageEndingWith("; delete it to have it downloaded again");
    Files.delete(medium(Hub.WEIGHTS));
    assertThat(medium().file()).hasBinaryContent(CONTENT);
  }

  @Test
  void truncatedFilesAreNotUsed() throws IOException {
    medium();
    Files.write(medium(Hub.WEIGHTS), new byte[3]);

    assertThatThrownBy(this::medium).hasMessageContaining("size must be 18 bytes: 3");
  }

  @Test
  void aHubThatChangesItsMindIsRefused() throws IOException {
    medium();
    Files.delete(medium(Hub.WEIGHTS));
    server.header("X-Linked-Etag", "\"" + "a".repeat(64) + "\"");

    assertThatThrownBy(this::medium)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("the server's file is not the one expected");
    assertThat(medium(Hub.WEIGHTS)).doesNotExist();
    assertThatThrownBy(this::medium)
        .hasMessageContaining("delete " + medium(Hub.ORIGIN) + " to take the hub's word anew");
  }

  @Test
  void aBadAnswerDoesNotSpoilLaterTries() throws IOException {
    server.header("X-Linked-Etag", "\"" + "a".repeat(64) + "\"");
    assertThatThrownBy(this::medium)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("SHA-256 must be " + "a".repeat(64));
    assertThat(medium(Hub.ORIGIN)).doesNotExist();

    server.header("X-Linked-Etag", "\"" + sha256 + "\"");
    assertThat(medium().file()).hasBinaryContent(CONTENT);
    assertThat(medium(Hub.ORIGIN)).content().contains(sha256);
  }

  @Test
  void anOriginOfAnotherKindOfRevisionIsToldWithAdvice() throws IOException {
    Files.createDirectories(medium(Hub.ORIGIN).getParent());
    Files.writeString(
        medium(Hub.ORIGIN), "{\"revision\":\"a b\",\"size\":18,\"sha256\":\"" + sha256 + "\"}");

    assertThatThrownBy(this::medium)
        .hasMessage(
            medium(Hub.ORIGIN)
                + ": revision must be a branch, tag or commit: a b; delete "
                + medium(Hub.ORIGIN)
                + " to take the hub's word anew");
  }

  @Test
  void filesOfUnknownOriginAreNotUsed() throws IOException {
    Files.createDirectories(medium(Hub.WEIGHTS).getParent());
    Files.write(medium(Hub.WEIGHTS), CONTENT);

    assertThatThrownBy(this::medium)
        .hasMessage(
            medium(Hub.WEIGHTS)
                + ": there is no origin.json beside it that tells what it must be; delete it to have it downloaded again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"size\":-7,\"sha256\":\"x\"}", "{\"sha256\":\"abc\"}"})
  void malformedOriginsAreRefused(String json) throws IOException {
    Files.createDirectories(medium(Hub.ORIGIN).getParent());
    Files.writeString(medium(Hub.ORIGIN), json);

    assertThatThrownBy(this::medium)
        .isInstanceOf(TensorFileException.class)
        .hasMessageStartingWith(medium(Hub.ORIGIN) + ": ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aHubThatTellsNoChecksumIsNotTrusted() {
    try (FileServer silent = new FileServer(CONTENT)) {
      Hub hub = new Hub(silent.uri("/"), cache, Progress.NONE);

      assertThatThrownBy(() -> hub.weights(KnownModel.GPT2_XL, Optional.of("v1")))
          .hasMessageContaining("/gpt2-xl/resolve/v1/model.safetensors: the hub tells no SHA-256")
          .hasMessageContaining("by hand, save config.json and model.safetensors");
    }
  }

  @Test
  void anotherFileThanThePinnedOneIsRefused() {
    assertThatThrownBy(() -> hub().weights(KnownModel.GPT2, Optional.empty()))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("size must be 548105171 bytes: 18")
        .hasMessageContaining("by hand, save it as " + cache)
        .hasMessageContaining("248dfc3911869ec493c76e65bf2fcf7f615828b0254c12b473182f0f81d3a707");
  }

  @Test
  void offlineIsToldWithAdvice() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Hub hub = new Hub(URI.create("http://127.0.0.1:" + port + "/"), cache, Progress.NONE);

    assertThatThrownBy(() -> hub.weights(KnownModel.DISTILGPT2, Optional.empty()))
        .hasMessageContaining("distilbert/distilgpt2/resolve/main/model.safetensors: cannot be")
        .hasMessageContaining("-Dhttps.proxyHost=HOST");
    assertThat(cache.resolve("models")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a/b", "a b", ".hidden", "a?b", "x\ny"})
  void malformedRevisionsAreRefused(String revision) {
    assertThatThrownBy(() -> hub().weights(KnownModel.GPT2, Optional.of(revision)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "revision must be a branch, tag or commit of openai-community/gpt2: " + revision);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whatIsNoSafetensorsFileIsNoModel() {
    Models models = new Models(hub(), Device.cpu());

    assertThatThrownBy(() -> models.open("gpt2-large"))
        .isInstanceOf(TensorFileException.class)
        .hasMessageContaining("model.safetensors: safetensors header");
  }
}
