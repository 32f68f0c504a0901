package org.attentionlimits.reports.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.attentionlimits.empirical.io.FileSet;

/** The ledger as {@code ledger.json}, with {@code ledger.schema.json} beside it. */
public final class LedgerFile {

  /** Name of the ledger's file. */
  public static final String LEDGER = "ledger.json";

  /** Name of the file of its schema. */
  public static final String SCHEMA = "ledger.schema.json";

  private LedgerFile() {}

  /** Writes a ledger and its schema into a directory. */
  public static void write(Ledger ledger, Path directory) throws IOException {
    try (FileSet files = FileSet.in(directory, LEDGER)) {
      write(ledger, files);
      files.finish();
    }
  }

  /** Adds a ledger and its schema to files of which the ledger is the seal. */
  public static void write(Ledger ledger, FileSet files) throws IOException {
    files.write(SCHEMA, schema());
    files.write(LEDGER, Json.print(ledger));
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
