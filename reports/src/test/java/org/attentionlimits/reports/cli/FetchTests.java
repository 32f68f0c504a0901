package org.attentionlimits.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights from a server of this machine. */
class FetchTests {

  private static final byte[] WEIGHTS = "weights".getBytes(UTF_8);

  private static final String PATH = "/distilbert/distilgpt2/resolve/main/model.safetensors";

  @TempDir private Path directory;

  private final AtomicInteger sent = new AtomicInteger();

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Path same = Files.write(directory.resolve("same"), WEIGHTS);
    String sha256 = Checksum.ofFile(same, Progress.NONE).sha256().orElseThrow();
    exchange.getResponseHeaders().set("x-linked-etag", "\"" + sha256 + "\"");
    exchange.getResponseHeaders().set("x-linked-size", String.valueOf(WEIGHTS.length));
    boolean isThere = exchange.getRequestURI().getPath().equals(PATH);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(isThere ? 200 : 404, isThere && !isHead ? WEIGHTS.length : -1);
    if (isThere && !isHead) {
      sent.incrementAndGet();
      exchange.getResponseBody().write(WEIGHTS);
    }
    exchange.close();
  }

  private Run fetch(String address, String model) {
    return Run.in(
        Map.of("HF_ENDPOINT", address),
        Catalogue.claims(),
        "fetch",
        model,
        "--cache",
        directory.resolve("cache").toString());
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Test
  void weightsAreDownloadedOnceAndChecked() throws IOException {
    Path file = directory.resolve("cache/models/distilbert--distilgpt2/main/model.safetensors");

    Run run = fetch(address(), "distilgpt2");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("distilbert/distilgpt2 at main, sha256 ")
        .endsWith("Weights: " + file + System.lineSeparator());
    assertThat(file).hasBinaryContent(WEIGHTS);
    assertThat(fetch(address(), "distilgpt2").out()).isEqualTo(run.out());
    assertThat(sent).hasValue(1);

    Files.writeString(file, "WEIGHTS");
    assertThat(fetch(address(), "distilgpt2").err())
        .contains("SHA-256 must be ", "delete it to have it downloaded again")
        .hasLineCount(1);
  }

  @Test
  void aServerWithoutTheModelIsToldInOneLine() {
    Run run = fetch(address(), "distilgpt2@none");

    assertThat(run.err())
        .startsWith("attention-limits fetch: " + address())
        .contains("server says 404; by hand, save config.json and model.safetensors")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(directory.resolve("cache")).doesNotExist();
  }

  @Test
  void aRevisionIsNoPath() {
    Run run = fetch(address(), "gpt2@../x");

    assertThat(run.err())
        .contains("revision must be a branch, tag or commit of openai-community/gpt2: ../x")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void withoutANetworkItIsToldInOneLine() {
    String address = address();
    server.stop(0);

    Run run = fetch(address, "distilgpt2");

    assertThat(run.err()).contains("cannot be reached; by hand, save ").hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
  }
}
