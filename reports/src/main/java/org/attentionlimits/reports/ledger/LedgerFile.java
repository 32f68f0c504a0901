package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ledger as {@code ledger.json}, with {@code ledger.schema.json} beside it. */
public final class LedgerFile {

  /** Name of the ledger's file. */
  public static final String LEDGER = "ledger.json";

  /** Name of the file of its schema. */
  public static final String SCHEMA = "ledger.schema.json";

  private LedgerFile() {}

  /** Removes the ledger of an earlier run, if there is one. */
  public static void remove(Path directory) throws IOException {
    Path file = directory.resolve(LEDGER);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be removed: " + e.getMessage(), e);
    }
  }

  /** Writes the schema and then the ledger into a directory. */
  public static void write(Ledger ledger, Path directory) throws IOException {
    WholeFile.write(directory.resolve(SCHEMA), schema());
    WholeFile.write(directory.resolve(LEDGER), Json.print(ledger));
  }

  /**
   * Reads a ledger.
   *
   * @throws IOException if it cannot be read or is no ledger of this version, in one line
   */
  public static Ledger read(Path file) throws IOException {
    try {
      String text = WholeFile.read(file);
      Json.requireVersion(text, Ledger.SCHEMA_VERSION, "mvn verify");
      return Json.read(text, Ledger.class);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": not a ledger: " + e.getMessage(), e);
    }
  }

  /** The JSON Schema of the ledger. */
  public static String schema() throws IOException {
    try (InputStream in = LedgerFile.class.getResourceAsStream(SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
