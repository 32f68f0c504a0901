package org.attentionlimits.theory.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The share of all mutants of the module that its tests killed, over PIT's reports on its packages.
 * Fails below a share, and if a package has no report.
 */
public final class MutationTotal {

  /**
   * Mutants of a package, or of all.
   *
   * @param name of the package
   * @param mutants made
   * @param killed of these
   */
  record Count(String name, int mutants, int killed) {

    private Count plus(Count other) {
      return new Count(name, mutants + other.mutants, killed + other.killed);
    }

    /** Killed mutants in percent; nothing is killed of none. */
    double percent() {
      return mutants == 0 ? 0 : 100.0 * killed / mutants;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%-12s%6d%6d%7.1f %%", name, mutants, killed, percent());
    }
  }

  private MutationTotal() {}

  /**
   * Prints the table.
   *
   * @param args the folder of the packages' sources, that of their reports, the least percentage
   * @throws IllegalStateException if fewer are killed, or a package has no report
   */
  public static void main(String[] args) throws IOException, XMLStreamException {
    double least = Double.parseDouble(args[2]);
    Count total = new Count("total", 0, 0);
    for (String name : packages(Path.of(args[0]))) {
      Count count = count(name, Path.of(args[1], name, "mutations.xml"));
      System.out.println(count);
      total = total.plus(count);
    }
    System.out.println(total);
    if (!(total.percent() >= least)) {
      throw new IllegalStateException("killed mutants must be at least " + least + " %: " + total);
    }
  }

  private static List<String> packages(Path sources) throws IOException {
    try (Stream<Path> folders = Files.list(sources)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** Of the report on a package. */
  static Count count(String name, Path report) throws IOException, XMLStreamException {
    if (!Files.exists(report)) {
      throw new IllegalStateException("package " + name + " has no report: " + report);
    }
    Count count = new Count(name, 0, 0);
    try (InputStream stream = Files.newInputStream(report)) {
      XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(stream);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("mutation")) {
          boolean killed = Boolean.parseBoolean(reader.getAttributeValue(null, "detected"));
          count = count.plus(new Count(name, 1, killed ? 1 : 0));
        }
      }
    }
    return count;
  }
}
