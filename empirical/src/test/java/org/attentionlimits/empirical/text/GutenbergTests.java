package org.attentionlimits.empirical.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.empirical.download.Downloader;
import org.attentionlimits.empirical.download.FileServer;
import org.attentionlimits.empirical.download.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books as Project Gutenberg sends them. */
class GutenbergTests {

  private static final String FILE =
      """
      \uFEFFThe Project Gutenberg eBook of War and Peace

      Title: War and Peace
      *** START OF THE PROJECT GUTENBERG EBOOK WAR AND PEACE ***


      WAR AND PEACE

      *** a line of stars
      “Well, Prince

      *** END OF THE PROJECT GUTENBERG EBOOK WAR AND PEACE ***
      licence
      """
          .replace("\n", "\r\n");

  private static final String BOOK = "WAR AND PEACE\n\n*** a line of stars\n“Well, Prince\n";

  @TempDir private Path cache;

  private static Text book(String file) throws IOException {
    return Gutenberg.book("x.txt", new Text("x.txt", file.getBytes(UTF_8)));
  }

  @Test
  void headerAndLicenceAreLeftOut() throws IOException {
    assertThat(book(FILE).string()).isEqualTo(BOOK);
    assertThat(book(FILE.replace("*** ", "***").replace("OF THE", "OF THIS")).string())
        .contains("Well, Prince");
  }

  @ParameterizedTest
  @CsvSource({
    "'Release date: April 1, 2001 [eBook #2600]', true",
    "'Release Date: April 2001 [EBook #2600]', true",
    "'Release date: April 1, 2001 [eBook #2601]', false",
    "'Release date: April 1, 2001', false",
    "'', false"
  })
  void warAndPeaceIsKnownByItsNumberInTheHeader(String line, boolean expected) throws IOException {
    String header = "Title: War and Peace\r\n" + (line == null ? "" : line) + "\r\n";

    assertThat(book(FILE.replace("Title: War and Peace\r\n", header)).isWarAndPeace())
        .isEqualTo(expected);
  }

  @Test
  void aNumberInTheBookIsNotItsOwn() throws IOException {
    String within = FILE.replace("“Well", "[eBook #2600] “Well");

    assertThat(book(within).isWarAndPeace()).isFalse();
    assertThat(new Text("war-and-peace.txt", within.getBytes(UTF_8)).isWarAndPeace()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 70, 150, 200})
  void partsOfABookAreRefused(int length) {
    assertThatThrownBy(() -> book(FILE.substring(0, length)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "x.txt: must have Project Gutenberg's marks of start and end; delete it to have it"
                + " downloaded again");
  }

  @Test
  void aBookIsNotEmpty() {
    assertThatThrownBy(
            () -> book(FILE.replaceAll("(?s)WAR AND PEACE \\*\\*\\*\r\n.*“Well, Prince", "")))
        .hasMessage("x.txt: must have a book between its marks");
  }

  @Test
  void fetchedOnceAndKept() throws IOException {
    Text first;
    try (FileServer server = new FileServer(FILE.getBytes(UTF_8))) {
      Downloader downloader = new Downloader(Progress.NONE);
      first = Texts.warAndPeace(server.uri("/book"), cache, downloader);
      assertThat(Texts.warAndPeace(server.uri("/book"), cache, downloader).sha256())
          .isEqualTo(first.sha256());
      assertThat(server.requests()).containsExactly("GET /book");
    }
    assertThat(first.string()).isEqualTo(BOOK);
    assertThat(first.description()).isEqualTo("war-and-peace.txt (sha256 " + first.sha256() + ")");
  }

  @Test
  void failuresTellWhatToDo() {
    try (FileServer server = new FileServer(new byte[0])) {
      server.then(FileServer.status(403));
      assertThatThrownBy(
              () -> Texts.warAndPeace(server.uri("/b"), cache, new Downloader(Progress.NONE)))
          .hasMessage(
              server.uri("/b")
                  + ": server says 403; by hand, save it as "
                  + cache.resolve("texts").resolve("war-and-peace.txt"));
    }
    assertThat(cache.resolve("texts")).isEmptyDirectory();
  }

  @Test
  void anErrorPageIsNoBook() throws IOException {
    Files.createDirectory(cache.resolve("texts"));
    Files.writeString(cache.resolve("texts/war-and-peace.txt"), "<html>Not found</html>");

    assertThatThrownBy(() -> Texts.warAndPeace(cache, Progress.NONE))
        .hasMessageContaining("war-and-peace.txt: must have Project Gutenberg's marks");
  }
}
