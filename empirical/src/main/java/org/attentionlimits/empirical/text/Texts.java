package org.attentionlimits.empirical.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.DownloadException;
import org.attentionlimits.empirical.download.Downloader;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.io.BoundedFile;

/** Where texts come from. */
public final class Texts {

  private static final String WINTER_ROAD = "the-winter-road.txt";

  private static final String WAR_AND_PEACE = "war-and-peace.txt";

  private static final URI GUTENBERG =
      URI.create("https://www.gutenberg.org/cache/epub/2600/pg2600.txt");

  private Texts() {}

  /** The embedded text, English prose of 10 835 ASCII characters. */
  public static Text winterRoad() throws IOException {
    try (InputStream in = Texts.class.getResourceAsStream(WINTER_ROAD)) {
      if (in == null) {
        throw new IOException("embedded text is missing: " + WINTER_ROAD);
      }
      return new Text(WINTER_ROAD, in.readAllBytes());
    }
  }

  /**
   * Tolstoy's <em>War and Peace</em> in the Maudes' translation, Project Gutenberg's book 2600
   * without its header and licence: from the cache or else downloaded.
   *
   * @param cache directory for downloads
   * @throws IOException if it is not in the cache and cannot be had, with advice, or is no whole
   *     book
   */
  public static Text warAndPeace(Path cache, Progress progress) throws IOException {
    return warAndPeace(GUTENBERG, cache, new Downloader(progress));
  }

  static Text warAndPeace(URI uri, Path cache, Downloader downloader) throws IOException {
    Path file = cache.resolve("texts").resolve(WAR_AND_PEACE);
    if (!Files.exists(file)) {
      try {
        downloader.fetch(uri, file, Checksum.UNKNOWN);
      } catch (DownloadException e) {
        throw e.advising("by hand, save it as " + file);
      }
    }
    return Gutenberg.book(file.toString(), read(file));
  }

  /**
   * A file's text, whatever its encoding; it is read when it is asked for.
   *
   * @throws IOException if it cannot be read or is empty, naming the path and the reason
   */
  public static Text read(Path path) throws IOException {
    byte[] first = BoundedFile.beginning(path, 1);
    if (first.length == 0) {
      throw new IOException(path + ": text is empty");
    }
    return Text.ofFile(path, Files.size(path));
  }
}
