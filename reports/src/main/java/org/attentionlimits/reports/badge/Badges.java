package org.attentionlimits.reports.badge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.BoundedFile;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.RecordedCollection;

/** Writes the badges of a ledger. */
public final class Badges {

  /** Name of their directory. */
  public static final String DIRECTORY = "badges";

  /** How the names of the files of models begin. */
  public static final String OF_MODELS = BoundsBadge.FILE;

  /** How the names of the files end. */
  public static final List<String> ENDINGS = List.of(".json", ".svg");

  private static final String JSON = ".json";
  private static final String SVG = ".svg";

  /** No badge has as many. */
  private static final int MOST_BYTES = 1 << 14;

  private Badges() {}

  /**
   * Writes {@code badges/<id>.json} and {@code badges/<id>.svg} for every claim and for the paper's
   * statements together ({@value Badge#OVERALL}), and {@code badges/model-<name>} for every model.
   */
  public static void write(Ledger ledger, FileSet files) throws IOException {
    write(Badge.OVERALL, Badge.of(ledger), files);
    for (ClaimEntry claim : ledger.claims()) {
      write(claim.id(), Badge.of(claim, ledger), files);
    }
    Set<String> names = new HashSet<>();
    for (RecordedCollection rows : RecordedCollection.ofAll(ledger)) {
      String name = BoundsBadge.fileName(rows.name());
      while (!names.add(name.toLowerCase(Locale.ROOT))) {
        name += "_";
      }
      write(name, BoundsBadge.of(rows, ledger), files);
    }
  }

  /** The files of the badges of some claims and of the paper's statements, with slashes. */
  public static List<String> files(List<String> claims) {
    return Stream.concat(Stream.of(Badge.OVERALL), claims.stream())
        .flatMap(name -> files(name).stream())
        .toList();
  }

  /** The files of a badge, with slashes. */
  public static List<String> files(String name) {
    return List.of(file(name, JSON), file(name, SVG));
  }

  private static String file(String name, String ending) {
    return DIRECTORY + "/" + name + ending;
  }

  /**
   * Has the badges removed that an earlier run wrote of claims and models, unless they are written
   * anew: files that tell, as badges do, the claim or the model by which they are named. All others
   * stay.
   *
   * @throws IOException if one cannot be read
   */
  public static void removeEarlier(Path directory, FileSet files) throws IOException {
    Path badges = directory.resolve(DIRECTORY);
    if (!Files.isDirectory(badges)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(badges, "*{.json,.svg}")) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && isBadge(entry, name)) {
          files.remove(DIRECTORY + "/" + name);
        }
      }
    }
  }

  private static boolean isBadge(Path file, String name) throws IOException {
    String claim = name.substring(0, name.lastIndexOf('.'));
    String begin = new String(BoundedFile.beginning(file, MOST_BYTES), StandardCharsets.UTF_8);
    return name.endsWith(JSON) ? Badge.isOf(claim, begin) : BadgePicture.isOf(claim, begin);
  }

  /** Writes a badge, {@code badges/<name>.json} and {@code badges/<name>.svg}. */
  public static void write(String name, Badge badge, FileSet files) throws IOException {
    files.write(file(name, JSON), badge.json());
    files.write(file(name, SVG), BadgePicture.of(badge));
  }
}
