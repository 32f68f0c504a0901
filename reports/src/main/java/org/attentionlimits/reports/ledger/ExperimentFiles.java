package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.theory.real.Decimals;

/**
 * Results of experiments as files: {@code experiments.json}, and for each table {@code
 * EXPERIMENT/TABLE.csv}, comma-separated with a header, RFC 4180 but for the line ends, which are
 * line feeds; a number that there is not is an empty field.
 */
public final class ExperimentFiles {

  /** Name of the file of all results. */
  public static final String RESULTS = "experiments.json";

  private static final Pattern FILE_SAFE = Pattern.compile("[a-z0-9_-]+");

  private static final double LARGEST_INTEGER = 1e15;

  private ExperimentFiles() {}

  /**
   * Writes all files; the one of all results last.
   *
   * @param results of the run, whose tables are written
   * @throws IOException if one cannot be written, naming it
   */
  public static void write(Experiments experiments, List<ExperimentResult> results, Path directory)
      throws IOException {
    for (ExperimentResult result : results) {
      Path ofExperiment = directory.resolve(result.paper().id());
      for (DataTable table : result.tables()) {
        WholeFile.write(ofExperiment.resolve(table.name() + ".csv"), csv(table));
      }
    }
    WholeFile.write(directory.resolve(RESULTS), Json.print(experiments));
  }

  /**
   * Removes the tables and figures that the results in a directory name, and directories that are
   * empty then; results that are none, or none that are there, name nothing.
   *
   * @throws IOException if one cannot be removed
   */
  public static void removeNamed(Path directory) throws IOException {
    Path results = directory.resolve(RESULTS);
    if (!Files.isRegularFile(results)) {
      return;
    }
    for (JsonNode experiment : tree(results).path("experiments")) {
      String id = experiment.path("id").asText();
      if (!FILE_SAFE.matcher(id).matches()) {
        continue;
      }
      Path ofExperiment = directory.resolve(id);
      Files.deleteIfExists(ofExperiment.resolve(id + ".svg"));
      for (JsonNode table : experiment.path("tables")) {
        String name = table.path("name").asText();
        if (FILE_SAFE.matcher(name).matches()) {
          Files.deleteIfExists(ofExperiment.resolve(name + ".csv"));
        }
      }
      removeIfEmpty(ofExperiment);
    }
  }

  private static JsonNode tree(Path results) throws IOException {
    try {
      return new ObjectMapper().readTree(WholeFile.read(results));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static void removeIfEmpty(Path directory) throws IOException {
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      // holds files of another's
    }
  }

  /** A table as text. */
  static String csv(DataTable table) {
    StringBuilder text = new StringBuilder(String.join(",", table.columns())).append('\n');
    for (double[] row : table.rows()) {
      text.append(
              Arrays.stream(row).mapToObj(ExperimentFiles::cell).collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  /** The shortest decimal of a double, without a point if it is an integer. */
  private static String cell(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : Double.toString(value);
    }
    return value == Math.rint(value) && Math.abs(value) < LARGEST_INTEGER
        ? Long.toString((long) value)
        : Decimals.toString(value);
  }
}
