package org.attentionlimits.reports.rows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.badge.BoundsBadge;

/** The recordings that a user names, by their files or their directories. */
public final class RecordingFiles {

  private static final String ENDING = ".safetensors";

  private RecordingFiles() {}

  /**
   * The files that are named, and of each directory the files {@code *.safetensors} by their names.
   *
   * @throws IOException if a directory has no such file or cannot be read
   * @throws IllegalArgumentException if two recordings have the same name, with or without that
   *     ending, in letters of either case, and with an underscore for what no file's name may have:
   *     what is written of one would replace the other's
   */
  public static List<Path> of(List<Path> named) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        all.addAll(in(path));
      } else {
        all.add(path);
      }
    }
    requireDistinctNames(all);
    return all;
  }

  private static List<Path> in(Path directory) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*" + ENDING)) {
      entries.forEach(found::add);
    }
    if (found.isEmpty()) {
      throw new IOException(directory + ": there is no recording, no file *" + ENDING);
    }
    return found.stream().sorted().toList();
  }

  private static void requireDistinctNames(List<Path> files) {
    Map<String, Path> byName = new HashMap<>();
    for (Path file : files) {
      Path other = byName.put(fileName(name(file)).toLowerCase(Locale.ROOT), file);
      if (other != null) {
        throw new IllegalArgumentException(
            "recordings must have different names: " + other + ", " + file);
      }
    }
  }

  /** The name of a recording: that of its file, safe to print. */
  public static String name(Path file) {
    return Line.of(String.valueOf(file.getFileName()));
  }

  /**
   * The name without the ending of recordings, as a part of the name of a file; an underscore
   * stands for each character that controls, or that means something in paths or addresses.
   */
  static String fileName(String name) {
    String shortName =
        name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return BoundsBadge.safe(shortName);
  }
}
