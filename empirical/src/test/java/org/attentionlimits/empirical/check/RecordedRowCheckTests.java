package org.attentionlimits.empirical.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.Test;

/** Claims on recordings: which rows they see, and what is told of those that they do not. */
class RecordedRowCheckTests {

  private static final List<Claim<?>> CLAIMS =
      List.of(claim("corollary-3-sharp"), claim("theorem-1-fixed"), claim("corollary-1-max"));

  private static Claim<?> claim(String id) {
    return Catalogue.named(id).orElseThrow();
  }

  private static List<RowTally> tallies(String name) throws IOException, URISyntaxException {
    Path file =
        Path.of(RecordedAttention.class.getResource("cases.tsv").toURI())
            .resolveSibling(name + ".safetensors");
    try (RecordedAttention source = RecordedAttention.open(file)) {
      return new RowCheck(CLAIMS, List.of(1)).run(source, (done, heads) -> {});
    }
  }

  private static void assertTallies(String name, long... rows) throws Exception {
    List<RowTally> tallies = tallies(name);
    assertThat(tallies).extracting(RowTally::rows).containsExactly(rows[0], rows[1], rows[2]);
    assertThat(tallies).extracting(RowTally::violated).containsOnly(0L);
  }

  private static void assertNotGiven(String name, String... reasons) throws Exception {
    assertThat(tallies(name))
        .extracting(tally -> tally.notGiven().orElse("given"))
        .containsExactly(reasons);
  }

  @Test
  void everyRowIsCheckedWhereAllIsKnown() throws Exception {
    assertTallies("temperature-per-head", 16, 16, 16);
    assertTallies("cross-attention-with-vectors", 12, 12, 12);
    assertTallies("two-groups", 16, 16, 16);
    assertNotGiven("two-groups", "given", "given", "given");
  }

  @Test
  void rowsThatSeeNothingAreNotChecked() throws Exception {
    assertTallies("batch-of-ids-and-mask", 8, 0, 0);
    assertNotGiven("batch-of-ids-and-mask", "given", "value vectors", "query and key vectors");
  }

  @Test
  void aSinkIsATokenWithoutAnEmbedding() throws Exception {
    assertTallies("scaled-with-sink", 20, 0, 0);
    assertThat(tallies("scaled-with-sink").get(0).weights()).isEqualTo(4 * (2 + 3 + 4 + 5 + 6));
    assertNotGiven(
        "scaled-with-sink", "given", "an embedding of the sink", "logits that are q·k alone");
  }

  @Test
  void weightsAloneServeClaimsAboutWeightsAndEmbeddings() throws Exception {
    assertTallies("value-alone", 16, 16, 0);
    assertNotGiven("value-alone", "given", "given", "query and key vectors");
  }
}
