package org.attentionlimits.reports.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Parallel;

/**
 * One search of the whole catalogue, shared by all tests that need what a search finds. Where the
 * build names a file of its own run, its processes share the search too: the first one writes it.
 */
public final class Searched {

  private static Optional<List<ClaimEntry>> claims = Optional.empty();

  private Searched() {}

  /** The entries of all claims. */
  public static synchronized List<ClaimEntry> claims() {
    if (claims.isEmpty()) {
      String file = System.getProperty("attention.searched");
      claims = Optional.of(file == null ? search() : shared(Path.of(file)));
    }
    return claims.get();
  }

  private static List<ClaimEntry> search() {
    Adversary adversary = new Adversary(1, 200);
    return Parallel.map(Catalogue.claims(), claim -> Entries.of(adversary.attack(claim)));
  }

  private static List<ClaimEntry> shared(Path file) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      if (!Files.exists(file)) {
        Ledger ledger = Ledgers.of(SearchSettings.of(1, 200), search(), List.of());
        Files.writeString(file, Json.print(ledger));
      }
      return Json.read(Files.readString(file), Ledger.class).claims();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
