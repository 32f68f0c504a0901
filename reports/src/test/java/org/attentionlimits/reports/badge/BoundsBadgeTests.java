package org.attentionlimits.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundsBadgeTests {

  @TempDir private Path directory;

  /** A stated bound that is false does not count, and an equality that holds anyway does not. */
  @Test
  void theBadgeOfAModelCountsTheProvenBoundsThatHold() throws IOException {
    assertThat(badgeOfMini(0, 5)).isEqualTo(bounds("1 of 1", "#2e7d32"));
    assertThat(badgeOfMini(1, 0)).isEqualTo(bounds("0 of 1", "#b3261e"));
    assertThat(BoundsBadge.of("mini", List.of())).isEqualTo(bounds("none applies", "#5f6368"));
    assertThat(BoundsBadge.isBound(Standing.IDENTITY, Optional.of("proof"))).isFalse();
    assertThat(new ObjectMapper().readTree(badgeOfMini(0, 5).json()).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("schemaVersion", "label", "message", "color");
  }

  private static Badge bounds(String message, String color) {
    return new Badge(1, "bounds hold on mini", message, color);
  }

  /** With as many rows that violate a proven bound, and a refuted one without a proof. */
  private static Badge badgeOfMini(long proven, long printed) {
    Ledger ledger =
        Ledgers.of(
            List.of(
                Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED),
                Ledgers.proven(Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED))),
            List.of(
                Ledgers.model(
                    "mini",
                    Ledgers.rows(Ledgers.PRINTED, 40, printed),
                    Ledgers.rows(Ledgers.SHARP, 40, proven))));
    return BoundsBadge.of(RecordedCollection.ofAll(ledger).get(0), ledger);
  }

  /** Names that differ in what no file's name has, or in case alone. */
  @Test
  void everyModelHasItsBadgeAndThoseOfAnEarlierRunAreRemoved() throws IOException {
    writeBadges("real GPT-2", "real:GPT-2", "real_gpt-2");
    assertThat(modelBadges())
        .containsExactlyInAnyOrder(
            "model-real-GPT-2.json",
            "model-real-GPT-2.svg",
            "model-real_GPT-2.json",
            "model-real_GPT-2.svg",
            "model-real_gpt-2_.json",
            "model-real_gpt-2_.svg");
    Path own = Files.writeString(directory.resolve("badges/model-own.json"), "{}");

    writeBadges("mini");

    assertThat(modelBadges())
        .containsExactlyInAnyOrder("model-mini.json", "model-mini.svg", "model-own.json");
    assertThat(own).hasContent("{}");
  }

  private void writeBadges(String... models) throws IOException {
    Ledger ledger =
        Ledgers.of(List.of(), Stream.of(models).map(name -> Ledgers.model(name)).toList());
    try (FileSet files = FileSet.in(directory, "seal")) {
      Badges.removeEarlier(directory, files);
      Badges.write(ledger, files);
      files.write("seal", "");
      files.finish();
    }
  }

  private List<String> modelBadges() throws IOException {
    try (Stream<Path> all = Files.list(directory.resolve("badges"))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("model-"))
          .toList();
    }
  }
}
