package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.io.Reason;
import org.attentionlimits.reports.cli.option.OutputOption;

/**
 * The summary of a step in GitHub Actions: a file of Markdown, to which every program of the step
 * appends. What it tells is printed too, so that a failure to append changes no exit code.
 */
final class StepSummary {

  /** The environment variable that names the file. */
  static final String VARIABLE = "GITHUB_STEP_SUMMARY";

  /** GitHub shows none that is longer. */
  private static final int MOST_BYTES = 1 << 20;

  private StepSummary() {}

  /**
   * Appends a text if the environment names a file, which is made if there is none. Where that
   * fails, nothing is appended, and one line tells why: the file would be longer than 1 MiB, is no
   * regular file, is one that runs write into the directory, or cannot be written.
   */
  static void append(
      Map<String, String> environment, OutputOption output, String text, PrintWriter err) {
    String file = environment.getOrDefault(VARIABLE, "");
    if (file.isEmpty()) {
      return;
    }
    try {
      Path path = Path.of(file);
      if (output.isGiven()) {
        output.requireApart(VARIABLE, path);
      }
      append(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      err.println(
          Main.NAME + ": the step has no summary: " + Line.of(String.valueOf(e.getMessage())));
      err.flush();
    }
  }

  private static void append(Path path, byte[] text) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException(path + ": must be a file, is " + Reason.kind(path));
    }
    if (text.length + (Files.exists(path) ? Files.size(path) : 0) > MOST_BYTES) {
      throw new IOException(path + ": would be longer than 1 MiB");
    }
    try {
      Files.write(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Reason.unwritten(path, e);
    }
  }
}
