package org.attentionlimits.theory.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;

/**
 * The paper whose statements are counted, read from the resource {@code paper.tsv}. Another version
 * of the paper is another such file.
 *
 * @param title of the paper
 * @param authors their names
 * @param source as {@code arXiv:2508.17821}
 * @param version the text that was read
 * @param statements that are counted, in the paper's order
 * @param unseen what of the paper was not seen
 */
public record Paper(
    String title,
    String authors,
    String source,
    String version,
    List<PaperStatement> statements,
    List<String> unseen) {

  private static final Paper PAPER = parse(text());

  /** Copies the lists. */
  public Paper {
    statements = List.copyOf(statements);
    unseen = List.copyOf(unseen);
  }

  /** The paper that the catalogue is about. */
  public static Paper theOne() {
    return PAPER;
  }

  /** The statement whose stated claim has an id. */
  public Optional<PaperStatement> statement(String id) {
    return statements.stream().filter(statement -> statement.id().equals(id)).findFirst();
  }

  private static String text() {
    try (InputStream in = Paper.class.getResourceAsStream("paper.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a paper.
   *
   * @throws IllegalArgumentException if a line is malformed, naming it
   */
  public static Paper parse(String text) {
    Map<String, String> about = new HashMap<>();
    List<PaperStatement> statements = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("statement") && cells.length == 5) {
        Display display = Display.valueOf(cells[2].toUpperCase(Locale.ROOT));
        statements.add(new PaperStatement(cells[1], display, cells[3], cells[4]));
      } else if (cells[0].equals("unseen") && cells.length == 2) {
        unseen.add(cells[1]);
      } else if (cells.length != 2 || about.put(cells[0], cells[1]) != null) {
        throw new IllegalArgumentException("not a line of a paper: " + line);
      }
    }
    return new Paper(
        about.get("title"),
        about.get("authors"),
        about.get("source"),
        about.get("version"),
        statements,
        unseen);
  }
}
