package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.theory.real.Decimals;

/**
 * Results of experiments as files: {@code experiments.json}, and for each table {@code
 * EXPERIMENT/TABLE.csv}, comma-separated with a header, RFC 4180 but for the line ends, which are
 * line feeds; a number that there is not is an empty field.
 */
public final class ExperimentFiles {

  /** Name of the file of all results. */
  public static final String RESULTS = "experiments.json";

  private static final String FIGURE = ".svg";
  private static final String TABLE = ".csv";

  /** How the names of figures and tables end. */
  public static final List<String> ENDINGS = List.of(FIGURE, TABLE);

  private static final Pattern FILE_SAFE = Pattern.compile("[a-z0-9_-]+");

  private static final double LARGEST_INTEGER = 1e15;

  private ExperimentFiles() {}

  /**
   * Adds tables and results to files of which the results are the seal.
   *
   * @param results of the run, whose tables are written
   * @throws IOException if one cannot be written, naming it
   */
  public static void write(Experiments experiments, List<ExperimentResult> results, FileSet files)
      throws IOException {
    for (ExperimentResult result : results) {
      for (DataTable table : result.tables()) {
        files.write(tableFile(result.paper().id(), table.name()), csv(table));
      }
    }
    files.write(RESULTS, Json.print(experiments));
  }

  /** Name of the file of an experiment's figure. */
  public static String figureFile(String experiment) {
    return experiment + "/" + experiment + FIGURE;
  }

  private static String tableFile(String experiment, String table) {
    return experiment + "/" + table + TABLE;
  }

  /**
   * Has the tables and figures removed that the results in a directory name, unless they are
   * written anew; results that are none, or none that are there, name nothing.
   *
   * @param files of the directory
   * @throws IOException if the results cannot be read
   */
  public static void removeNamed(Path directory, FileSet files) throws IOException {
    Path results = directory.resolve(RESULTS);
    if (!Files.isRegularFile(results)) {
      return;
    }
    for (JsonNode experiment : tree(results).path("experiments")) {
      String id = experiment.path("id").asText();
      if (!FILE_SAFE.matcher(id).matches()) {
        continue;
      }
      files.remove(figureFile(id));
      for (JsonNode table : experiment.path("tables")) {
        String name = table.path("name").asText();
        if (FILE_SAFE.matcher(name).matches()) {
          files.remove(tableFile(id, name));
        }
      }
    }
  }

  private static JsonNode tree(Path results) throws IOException {
    try {
      return new ObjectMapper().readTree(WholeFile.read(results));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
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
