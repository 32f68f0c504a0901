package org.attentionlimits.empirical.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.attentionlimits.empirical.check.RowCheck;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedRecordingsTests {

  private static final List<Claim<?>> CLAIMS =
      List.of(
          Catalogue.named("corollary-3-temperature").orElseThrow(),
          Catalogue.named("corollary-3-sharp").orElseThrow());

  @Test
  void eachTellsItsSourceAndLicence() throws IOException {
    List<RecordedAttention> all = PublishedRecordings.open();

    assertThat(all).hasSize(5);
    for (RecordedAttention recording : all) {
      assertThat(recording.description()).contains(" from ").contains("MIT");
      assertThat(recording.collection()).isPresent();
    }
  }

  /**
   * The rows of two or more tokens whose T‖J‖₂ is above 1/4, and its largest value, were counted by
   * eigenvalues of the stored weights; a row within half a unit of the bound may count there and is
   * undecided here. The largest value of weights of 8 bits is one of their enclosure.
   */
  @ParameterizedTest
  @CsvSource({
    "gpt2-prompt-0, 720, 295, 0, 0.49806, 1e-5",
    "gpt2-prompt-1, 720, 271, 0, 0.49961, 1e-5",
    "gpt2-prompt-2, 720, 296, 0, 0.49989, 1e-5",
    "gpt2-head-detector, 1152, 541, 0, 0.49560, 1e-5",
    "llama-layer-0, 992, 434, 5, 0.48970, 1e-4"
  })
  void theRowsAboveTheBoundAreThoseOfTheirEigenvalues(
      String name, long rows, long above, long unsure, double largest, double rounding)
      throws IOException {
    RecordedAttention recording =
        PublishedRecordings.open().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<RowTally> tallies = new RowCheck(CLAIMS, List.of()).run(recording, (done, heads) -> {});
    RowTally quarter = tallies.get(0);

    assertThat(quarter.rows()).isEqualTo(rows);
    assertThat(quarter.undecided()).isLessThanOrEqualTo(unsure);
    assertThat(above).isBetween(quarter.violated(), quarter.violated() + quarter.undecided());
    assertThat(quarter.largestRatio() / 4).isCloseTo(largest, within(rounding));
    assertThat(tallies.get(1).violated()).isZero();
  }

  @Test
  void whatWeightsDoNotTellIsNotJudged() throws IOException {
    Claim<?> shifting = Catalogue.named("controlled-above").orElseThrow();
    for (RecordedAttention recording : PublishedRecordings.open()) {
      RowTally tally =
          new RowCheck(List.of(shifting), List.of()).run(recording, (done, all) -> {}).get(0);

      assertThat(tally.rows() > 0).as(recording.name()).isEqualTo(recording.hasLogits());
      assertThat(tally.notGiven().isPresent()).isEqualTo(!recording.hasLogits());
    }
  }
}
