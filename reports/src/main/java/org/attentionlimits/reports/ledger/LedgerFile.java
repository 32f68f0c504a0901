package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The ledger as {@code ledger.json}, with {@code ledger.schema.json} beside it. */
public final class LedgerFile {

  /** Name of the ledger's file. */
  public static final String LEDGER = "ledger.json";

  /** Name of the file of its schema. */
  public static final String SCHEMA = "ledger.schema.json";

  private LedgerFile() {}

  /** Writes the ledger and its schema into a directory. */
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
      return Json.read(WholeFile.read(file), Ledger.class);
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
