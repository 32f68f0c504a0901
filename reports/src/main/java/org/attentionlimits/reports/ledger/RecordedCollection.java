package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;

/**
 * Recordings of one collection, counted together.
 *
 * @param name as {@code real GPT-2}
 * @param recordings one or more
 */
public record RecordedCollection(String name, List<ModelEntry> recordings) {

  /** Copies the list. */
  public RecordedCollection {
    recordings = List.copyOf(recordings);
  }

  /** The collections of a ledger, in the order of their first recordings. */
  public static List<RecordedCollection> of(Ledger ledger) {
    Map<String, List<ModelEntry>> byName = new LinkedHashMap<>();
    for (ModelEntry model : ledger.models()) {
      model
          .collection()
          .ifPresent(name -> byName.computeIfAbsent(name, any -> new ArrayList<>()).add(model));
    }
    return byName.entrySet().stream()
        .map(entry -> new RecordedCollection(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Each model and each recording of no collection for itself, then the collections. */
  public static List<RecordedCollection> ofAll(Ledger ledger) {
    return Stream.concat(
            ledger.models().stream()
                .filter(model -> model.collection().isEmpty())
                .map(model -> new RecordedCollection(model.name(), List.of(model))),
            of(ledger).stream())
        .toList();
  }

  /** Each claim on the rows of all recordings, in the order of the first one. */
  public List<RowsEntry> claims() {
    Map<String, RowsEntry> byId = new LinkedHashMap<>();
    recordings.stream()
        .flatMap(recording -> recording.claims().stream())
        .forEach(rows -> byId.merge(rows.id(), rows, RowsEntry::plus));
    return List.copyOf(byId.values());
  }

  /** A claim on the rows of all recordings; empty if there are no rows that it speaks about. */
  public Optional<RowsEntry> claim(String id) {
    return recordings.stream()
        .flatMap(recording -> recording.claims().stream())
        .filter(rows -> rows.id().equals(id))
        .reduce(RowsEntry::plus)
        .filter(rows -> rows.rows() > 0);
  }
}
