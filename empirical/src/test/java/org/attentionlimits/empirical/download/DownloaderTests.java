package org.attentionlimits.empirical.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files that come, and what is done with them here. */
class DownloaderTests extends DownloadsFromServer {

  @Test
  void wholeFile() throws IOException {
    List<Long> done = new ArrayList<>();
    new Downloader((task, at, total) -> done.add(at)).fetch(server.uri("/file"), target, expected);

    assertThat(target).hasBinaryContent(content);
    assertThat(done).contains((long) SIZE);
    assertThat(server.requests()).containsExactly("GET /file");
  }

  @Test
  void anEmptyFile() throws IOException {
    try (FileServer empty = new FileServer(new byte[0])) {
      downloader.fetch(empty.uri("/x"), target, Checksum.UNKNOWN);
    }
    assertThat(target).isEmptyFile();
  }

  @Test
  void aFileOfWhichNothingIsKnown() throws IOException {
    assertFetched(Checksum.UNKNOWN);
  }

  @Test
  void aProbeTakesNothing() throws IOException {
    server.then(
        FileServer.status(
            302, "Location", "/far", "X-Linked-Size", "5", "X-Linked-Etag", "a".repeat(64)));

    assertThat(downloader.probe(server.uri("/file")).checksum())
        .isEqualTo(Checksum.of(5, "a".repeat(64)));
    assertThat(server.requests()).containsExactly("HEAD /file");
    server.then(FileServer.status(404));
    assertThatThrownBy(() -> downloader.probe(server.uri("/file")))
        .hasMessage(server.uri("/file") + ": server says 404");
    assertNothingLeft();
  }

  @Test
  void twoDownloadsOfOneFileDoNotMix() throws IOException {
    Path part = directory.resolve("file.part");
    try (FileChannel other =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> fetch(expected))
          .hasMessage(part + ": another process is downloading it");
      assertThat(part).exists();
    }
    assertFetched(expected);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldAtOnceAndNotAsTheServersFault() throws IOException {
    Path part = directory.resolve("file.part");
    Files.createSymbolicLink(part, Path.of("/dev/full"));

    assertThatThrownBy(() -> fetch(expected))
        .isNotInstanceOf(DownloadException.class)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(part + ": cannot be written: ");
    assertThat(server.requests()).containsExactly("GET /file");
    assertNothingLeft();
  }

  @Test
  void theFileThatIsThereStaysWhereTheNewOneIsBad() throws IOException {
    Files.writeString(target, "old");
    assertThatThrownBy(() -> fetch(Checksum.of(SIZE, "0".repeat(64))))
        .isInstanceOf(DownloadException.class);

    assertThat(target).hasContent("old");
  }
}
