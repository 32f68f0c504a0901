package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands on a recording of weights alone, of the third layer, beside a tensor of another type.
 */
class RecordedWeightsTests {

  @TempDir private Path directory;

  private String recording;

  @BeforeEach
  void write() throws IOException {
    String header =
        """
        {"layer.2.head.1.weights":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},\
        "scale":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[16,24]}}""";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 24).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).putFloat(1).putFloat(0).putFloat(0.25f).putFloat(0.75f);
    Path file = Files.write(directory.resolve("weights.safetensors"), bytes.array());
    recording = file.toString();
  }

  @Test
  void theyAreInspected() {
    Run run = Run.of("inspect", recording);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("scale +F8_E4M3 +\\[8] +1 +8")
        .contains(
            "1 layer (2) of 1 head, 2 tokens; weights only",
            "not looked at: scale (F8_E4M3), without vectors, temperature 1.0; sums of rows differ"
                + " from one by at most 0.0");
  }

  @Test
  void experimentsAreRefusedWithTheReason() {
    Run run =
        Run.of(
            "experiments",
            "--recorded",
            recording,
            "--output",
            directory.resolve("out").toString());

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err())
        .isEqualTo(
            "attention-limits experiments: experiments need causal heads with logits;"
                + " weights.safetensors: logits are not given\n");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void theReportSaysWhatIsNotGiven() throws IOException {
    Path out = directory.resolve("out");
    List<Claim<?>> claims =
        Stream.of("corollary-3-sharp", "theorem-1-fixed")
            .<Claim<?>>map(id -> Catalogue.named(id).orElseThrow())
            .toList();
    Run run =
        Run.in(
            Map.of(),
            claims,
            "verify",
            "--no-model",
            "--budget=5",
            "--recorded",
            recording,
            "--output=" + out);
    assertThat(run.code()).as(run.err()).isZero();
    Ledger ledger = LedgerFile.read(out.resolve(LedgerFile.LEDGER));
    ModelEntry source = ledger.models().get(0);

    assertThat(source.layers()).isEqualTo(1);
    assertThat(source.rows()).isEqualTo(2);
    assertThat(source.weights()).isEqualTo(3);
    assertThat(source.claims())
        .filteredOn(claim -> claim.id().equals("corollary-3-sharp"))
        .singleElement()
        .satisfies(claim -> assertThat(claim.notApplicable()).isEmpty());
    assertThat(source.claims())
        .filteredOn(claim -> claim.id().equals("theorem-1-fixed"))
        .singleElement()
        .satisfies(
            claim ->
                assertThat(claim.notApplicable())
                    .contains("needs value vectors, which this source does not give"));
  }

  @Test
  void theyAreNotComparedWithAModel() {
    Run run = Run.of("compare", recording, recording);

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err())
        .isEqualTo(
            "attention-limits compare: "
                + recording
                + ": causal heads with logits are needed: logits are not given\n");
  }
}
