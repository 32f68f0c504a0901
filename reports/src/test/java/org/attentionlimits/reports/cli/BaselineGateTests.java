package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.testing.Ledgers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineGateTests {

  private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());
  private static final Ledger BEFORE = Ledgers.sample();
  private static final Ledger OTHER_ROWS =
      Ledgers.of(
          BEFORE.claims(), List.of(Ledgers.model("other", Ledgers.rows(Ledgers.PRINTED, 80, 9))));
  private static final Ledger NO_ROWS = Ledgers.of(BEFORE.claims(), List.of());

  @TempDir private Path directory;

  private Baseline accepted(Ledger ledger, boolean withoutModels) throws IOException {
    Path file = directory.resolve("baseline.json");
    BaselineGate.open(file, true, withoutModels, "again").settle(ledger, NOWHERE, NOWHERE);
    return Baseline.read(file);
  }

  @Test
  void acceptingReplacesTheModelsOfTheBaseline() throws IOException {
    accepted(BEFORE, false);

    assertThat(accepted(OTHER_ROWS, false)).isEqualTo(Baseline.of(OTHER_ROWS));
  }

  @Test
  void acceptingWithoutModelsLeavesThemAsTheyAre() throws IOException {
    accepted(BEFORE, false);

    assertThat(accepted(NO_ROWS, true)).isEqualTo(Baseline.of(BEFORE));
  }
}
