package org.attentionlimits.empirical.download;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered in the end, with what was told on the way there: a hub names commit, size
 * and checksum of a large file in the redirection to where it lies.
 *
 * @param response the last one
 * @param told size and checksum, as far as they were told
 * @param commit of the repository, if it was told
 */
record Answer(HttpResponse<InputStream> response, Checksum told, Optional<String> commit) {

  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

  private static final Pattern SHA256 = Pattern.compile("\"?([0-9a-f]{64})\"?");

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  /** Size and checksum of a large file that a hub tells in its headers. */
  static Checksum told(HttpResponse<?> response) {
    long size = response.headers().firstValue("x-linked-size").map(Answer::parse).orElse(-1L);
    Optional<String> sha256 =
        response
            .headers()
            .firstValue("x-linked-etag")
            .map(SHA256::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1));
    return new Checksum(size, sha256);
  }

  private static long parse(String size) {
    try {
      return Math.max(-1, Long.parseLong(size));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The commit of the repository that a hub tells in its headers. */
  static Optional<String> commit(HttpResponse<?> response) {
    return response.headers().firstValue("x-repo-commit").filter(COMMIT.asMatchPredicate());
  }

  int status() {
    return response.statusCode();
  }

  URI uri() {
    return response.uri();
  }

  /** The entity tag, if it is a strong one. */
  Optional<String> entityTag() {
    return response.headers().firstValue("etag").filter(tag -> tag.startsWith("\""));
  }

  /** Where the content begins in the file. */
  OptionalLong start() {
    if (status() == 200) {
      return OptionalLong.of(0);
    }
    Optional<Matcher> range = range();
    return range.isEmpty() ? OptionalLong.empty() : OptionalLong.of(parse(range.get().group(1)));
  }

  /** Bytes of the whole file; −1 if not told. */
  long size() {
    return status() == 200
        ? response.headers().firstValueAsLong("content-length").orElse(-1)
        : range().map(matcher -> parse(matcher.group(2))).orElse(-1L);
  }

  private Optional<Matcher> range() {
    return response
        .headers()
        .firstValue("content-range")
        .map(RANGE::matcher)
        .filter(Matcher::matches);
  }
}
