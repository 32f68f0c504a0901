package org.attentionlimits.empirical.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that drops, truncates, redirects, resumes, stalls and lies. */
abstract class DownloadsFromServer {

  static final int SIZE = 300_000;

  final byte[] content = new byte[SIZE];
  final Downloader downloader =
      new Downloader(Progress.NONE, 3, Duration.ofMillis(1), Duration.ofMillis(400));

  @TempDir Path directory;
  FileServer server;
  Path target;
  Checksum expected;

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

  Downloader.Downloaded fetch(Checksum checksum) throws IOException {
    return downloader.fetch(server.uri("/file"), target, checksum);
  }

  void assertFetched(Checksum checksum) throws IOException {
    assertThat(fetch(checksum).checksum()).isEqualTo(expected);
    assertThat(target).hasBinaryContent(content);
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  void assertRefused(ThrowingCallable call, String problem) {
    assertThatThrownBy(call)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
    assertThat(target).doesNotExist();
  }

  void assertRefused(Checksum checksum, String problem) {
    assertRefused(() -> fetch(checksum), server.uri("/file") + ": " + problem);
  }

  void assertNothingLeft() {
    assertThat(directory).isEmptyDirectory();
  }
}
