package org.attentionlimits.theory.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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
   * Reads a paper: tab-separated lines, each of which begins with what it tells. {@code rests}
   * names a statement and the one that it speaks of, which counts for as long as the latter was not
   * seen; {@code ours} names a statement and what of its claim is our choice, {@code otherwise} a
   * statement and another reading in which it holds.
   *
   * @throws IllegalArgumentException if a line is malformed, naming it
   */
  public static Paper parse(String text) {
    Lines lines = new Lines();
    text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(lines::add);
    return lines.paper();
  }

  /** The lines that were read. */
  private static final class Lines {

    private final Map<String, String> about = new HashMap<>();
    private final List<PaperStatement> statements = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private final Map<String, String> rests = new HashMap<>();
    private final Map<String, String> ours = new HashMap<>();
    private final Map<String, String> otherwise = new HashMap<>();

    void add(String line) {
      String[] cells = line.split("\t", -1);
      boolean isRead =
          switch (cells[0]) {
            case "statement" -> cells.length == 5 && addStatement(cells);
            case "unseen" -> cells.length == 2 && unseen.add(cells[1]);
            case "rests" -> cells.length == 3 && rests.put(cells[1], cells[2]) == null;
            case "ours" -> cells.length == 3 && ours.put(cells[1], cells[2]) == null;
            case "otherwise" -> cells.length == 3 && otherwise.put(cells[1], cells[2]) == null;
            default -> cells.length == 2 && about.put(cells[0], cells[1]) == null;
          };
      if (!isRead) {
        throw new IllegalArgumentException("not a line of a paper: " + line);
      }
    }

    private boolean addStatement(String... cells) {
      Display display = Display.valueOf(cells[2].toUpperCase(Locale.ROOT));
      return statements.add(new PaperStatement(cells[1], display, cells[3], cells[4]));
    }

    Paper paper() {
      requireStatements(rests.keySet());
      requireStatements(rests.values());
      requireStatements(ours.keySet());
      requireStatements(otherwise.keySet());
      return new Paper(
          about.get("title"),
          about.get("authors"),
          about.get("source"),
          about.get("version"),
          statements.stream().map(this::whole).toList(),
          unseen);
    }

    private PaperStatement whole(PaperStatement statement) {
      String id = statement.id();
      return new PaperStatement(
          id,
          statement.display(),
          statement.place(),
          statement.words(),
          Optional.ofNullable(rests.get(id)).filter(this::isUnseen),
          Optional.ofNullable(ours.get(id)),
          Optional.ofNullable(otherwise.get(id)));
    }

    private boolean isUnseen(String id) {
      return statements.stream().anyMatch(s -> s.id().equals(id) && s.display() == Display.UNSEEN);
    }

    private void requireStatements(Collection<String> ids) {
      for (String id : ids) {
        if (statements.stream().noneMatch(s -> s.id().equals(id))) {
          throw new IllegalArgumentException("not a statement of the paper: " + id);
        }
      }
    }
  }
}
