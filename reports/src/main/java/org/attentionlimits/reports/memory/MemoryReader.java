package org.attentionlimits.reports.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the lines of a {@link MemoryFile}. What is read is bounded before anything is made of it:
 * by the bytes of the file, and by the length, the shape and the numbers of a line; and so are the
 * instances of a claim, and the numbers of all lines. A line beyond a bound is left out, as one
 * that cannot be read.
 */
final class MemoryReader {

  /** Instances kept of a claim. */
  static final int MOST_OF_A_CLAIM = 16;

  /** Of an instance in a line: longer rows are made anew. */
  static final int MOST_NUMBERS = 1000;

  /** More than the lines of all claims that are kept take. */
  static final int MOST_BYTES = 1 << 26;

  /** A number takes 25 characters or fewer. */
  private static final int MOST_CHARACTERS = 40 * MOST_NUMBERS;

  /** Besides numbers, a line costs an entry in a map. */
  private static final int MOST_LINES = 20_000;

  private static final int MOST_NUMBERS_OF_ALL = 2_000_000;

  /** The largest dimension that the search tries. */
  private static final int LARGEST_SIZE = 1 << 20;

  private static final String TAB = "\t";
  private static final String COMMA = ",";

  private final Map<String, List<MemoryFile.Entry>> entries = new TreeMap<>();
  private int lines;
  private int numbers;

  private MemoryReader() {}

  /**
   * The instances in a file by claim, the best first; none if there is no file.
   *
   * @throws IllegalArgumentException if there is a file that is no regular one, cannot be read, or
   *     is larger than a memory can be, in one line that names it
   */
  static Map<String, List<MemoryFile.Entry>> read(Path file) {
    MemoryReader reader = new MemoryReader();
    if (Files.exists(file)) {
      // Bytes that are no UTF-8 spoil their line alone.
      new String(bytes(file), StandardCharsets.UTF_8).lines().forEach(reader::readLine);
    }
    return reader.entries;
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("memory must be a file, not a directory: " + file);
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("memory must be a regular file: " + file);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new IllegalArgumentException("memory cannot be read: " + file, e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "memory must have at most " + MOST_BYTES + " bytes: " + file);
    }
    return bytes;
  }

  private void readLine(String line) {
    if (line.length() > MOST_CHARACTERS || lines == MOST_LINES) {
      return;
    }
    String[] parts = line.split(TAB, -1);
    if (parts.length != 3) {
      return;
    }
    try {
      List<Integer> shape = Arrays.stream(parts[1].split(COMMA)).map(Integer::valueOf).toList();
      List<Double> values = Arrays.stream(parts[2].split(COMMA)).map(Double::valueOf).toList();
      if (isWithinBounds(shape, values)) {
        add(parts[0], new MemoryFile.Entry(shape, values));
      }
    } catch (NumberFormatException noNumbers) {
      // A broken line: see above.
    }
  }

  private boolean isWithinBounds(List<Integer> shape, List<Double> values) {
    return values.size() <= Math.min(MOST_NUMBERS, MOST_NUMBERS_OF_ALL - numbers)
        && shape.stream().allMatch(size -> Math.abs((long) size) <= LARGEST_SIZE);
  }

  private void add(String claim, MemoryFile.Entry entry) {
    List<MemoryFile.Entry> known = entries.computeIfAbsent(claim, id -> new ArrayList<>());
    if (known.size() < MOST_OF_A_CLAIM) {
      known.add(entry);
      lines++;
      numbers += entry.numbers().size();
    }
  }
}
