package org.attentionlimits.empirical.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine that behaves as it is told, request by request. */
public final class FileServer implements AutoCloseable {

  /** What to do with one request. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** So long the connection stays before it breaks off, for the client to read what was sent. */
  private static final int PAUSE_MILLIS = 50;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Behaviour> behaviours = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private final byte[] content;
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** A server of one file, at any path. */
  public FileServer(byte[] content) {
    this.content = content.clone();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * The next request not yet spoken for is answered so; those after the last, as they should be.
   */
  public FileServer then(Behaviour behaviour) {
    behaviours.add(behaviour);
    return this;
  }

  /** A header of all answers that send the file. */
  public FileServer header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Method, path and range of every request so far. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      next(exchange).answer(exchange);
    }
  }

  private synchronized Behaviour next(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI().getPath()
            + (range == null ? "" : " " + range));
    return behaviours.isEmpty() ? this::serve : behaviours.remove();
  }

  /** Sends what was asked for. */
  public void serve(HttpExchange exchange) throws IOException {
    sendUntil(content.length).answer(exchange);
  }

  /** Promises all that was asked for, and closes the connection after this byte of the file. */
  public Behaviour sendUntil(int end) {
    return exchange -> {
      int start = start(exchange);
      headers.forEach(exchange.getResponseHeaders()::set);
      if (start > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
      }
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
      exchange.getResponseBody().write(content, start, Math.max(0, end - start));
      exchange.getResponseBody().flush();
      if (end < content.length) {
        sleep(PAUSE_MILLIS);
      }
    };
  }

  private static int start(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
  }

  /** Sends these bytes whatever was asked for. */
  public static Behaviour send(int status, byte[] bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Sends bytes of the file and then nothing, for a while. */
  public Behaviour stallAfter(int bytes, long millis) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(Arrays.copyOf(content, bytes));
      exchange.getResponseBody().flush();
      sleep(millis);
    };
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers with a status, and headers by name and value. */
  public static Behaviour status(int status, String... namesAndValues) {
    return exchange -> {
      for (int i = 0; i < namesAndValues.length; i += 2) {
        exchange.getResponseHeaders().set(namesAndValues[i], namesAndValues[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
