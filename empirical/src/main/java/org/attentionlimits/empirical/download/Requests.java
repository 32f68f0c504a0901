package org.attentionlimits.empirical.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends requests over HTTPS, or HTTP to this machine, and follows redirections itself, so that what
 * they tell is seen and none leads away from HTTPS.
 */
final class Requests {

  private static final int MOST_REDIRECTIONS = 10;

  private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final Duration patience;

  /**
   * A client with the proxy of the system properties.
   *
   * @param patience how long to wait for a connection and for an answer to begin
   */
  Requests(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(ProxySelector.getDefault())
            .connectTimeout(patience)
            .build();
  }

  /**
   * Asks what is known of a file, and stops at the first answer that tells size and checksum.
   *
   * @throws IOException if there is no answer
   */
  Answer probe(URI uri) throws IOException {
    return follow(uri, next -> request(next).method("HEAD", BodyPublishers.noBody()).build(), true);
  }

  /**
   * Asks for a file from some byte on.
   *
   * @param entityTag if given, the whole file is asked for where it has changed
   * @throws DownloadException on redirections that are not followed
   * @throws IOException if there is no answer
   */
  Answer get(URI uri, long start, Optional<String> entityTag) throws IOException {
    return follow(uri, next -> ranged(next, start, entityTag), false);
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(patience)
        .header("User-Agent", "attention-limits")
        .header("Accept-Encoding", "identity");
  }

  private HttpRequest ranged(URI uri, long start, Optional<String> entityTag) {
    HttpRequest.Builder request = request(uri);
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
      entityTag.ifPresent(tag -> request.header("If-Range", tag));
    }
    return request.build();
  }

  private Answer follow(URI from, Function<URI, HttpRequest> requests, boolean untilTold)
      throws IOException {
    URI uri = requireSecure(from, from);
    Checksum told = Checksum.UNKNOWN;
    Optional<String> commit = Optional.empty();
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpResponse<InputStream> response = send(requests.apply(uri));
      told = told.or(Answer.told(response));
      commit = commit.isPresent() ? commit : Answer.commit(response);
      boolean enough = untilTold && told.sha256().isPresent();
      if (enough || !REDIRECTIONS.contains(response.statusCode())) {
        return new Answer(response, told, commit);
      }
      response.body().close();
      uri = requireSecure(from, next(uri, response));
    }
    throw DownloadException.of(from, "more than " + MOST_REDIRECTIONS + " redirections");
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IllegalArgumentException e) {
      throw DownloadException.of(
          request.uri(), "cannot be asked for, check the address and the proxy: " + e.getMessage());
    }
  }

  private static URI next(URI uri, HttpResponse<?> response) throws IOException {
    String location = response.headers().firstValue("location").orElse("");
    try {
      if (!location.isEmpty()) {
        return uri.resolve(location);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw DownloadException.of(uri, "redirection to no address: " + location);
  }

  private static URI requireSecure(URI from, URI uri) throws IOException {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    boolean local = "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost());
    if (uri.getHost() == null || !(secure || local)) {
      throw DownloadException.of(
          from, from.equals(uri) ? "must be https" : "redirection must be to https: " + uri);
    }
    return uri;
  }

  private static boolean isLoopback(String host) {
    try {
      return host != null
          && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"))
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
