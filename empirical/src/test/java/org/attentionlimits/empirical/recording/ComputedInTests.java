package org.attentionlimits.empirical.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.attentionlimits.empirical.check.RowCheck;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.tensor.RawSafetensors;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two rows in half precision, of which the first may be on either side of 1/(4T). */
class ComputedInTests {

  private static final double[] WEIGHTS = {0.146484375, 0.853515625, 0.14697265625, 0.85302734375};

  private static byte[] file(String metadata) {
    String header =
        "{\"__metadata__\":{"
            + metadata
            + "},\"weights\":{\"dtype\":\"F16\",\"shape\":[1,1,2,2],\"data_offsets\":[0,8]}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (double weight : WEIGHTS) {
      bytes.putShort(half(weight));
    }
    return bytes.array();
  }

  /** A number from 2⁻³ to 1 that half precision holds. */
  private static short half(double value) {
    int exponent = Math.getExponent(value);
    int fraction = (int) ((value / Math.scalb(1.0, exponent) - 1) * 1024);
    return (short) (((exponent + 15) << 10) | fraction);
  }

  /**
   * One row whose weights BF16 holds. Its larger weight alone may be so small that T‖J‖₂ = 2 ·
   * 0.14698 · 0.84961 is below 1/4, but then the row would not sum to one.
   */
  @Test
  void theSumOfARowTellsMoreOfAWeightThanItsRounding() throws IOException {
    byte[] file =
        new RawSafetensors()
            .floats("weights", "[1,1,1,2]", 151 / 1024f, 218 / 256f)
            .metadata("{\"causal\":\"false\"}")
            .bytes();

    assertThat(tally(file).violated()).isEqualTo(1);
  }

  /**
   * Rows of 11 bits whose sum is more than half a unit a weight away from one, on either side: a
   * softmax in half precision gives such. By their larger weight, or divided by their sum, the
   * first is below the bound, and the second above it.
   */
  @ParameterizedTest
  @CsvSource({"0.85400390625, 0.146484375", "0.85302734375, 0.1463623046875"})
  void aRowThatNoRoundingMakesOfOneThatSumsToOneIsLeftOpen(float larger, float smaller)
      throws IOException {
    byte[] file =
        new RawSafetensors()
            .floats("weights", "[1,1,1,2]", larger, smaller)
            .metadata("{\"causal\":\"false\"}")
            .bytes();

    assertThat(tally(file).violated()).isZero();
    assertThat(tally(file).undecided()).isEqualTo(1);
  }

  private static RowTally tally(byte[] file) throws IOException {
    try (RecordedAttention recording =
        RecordedAttention.of(Safetensors.of("halves", file), "halves")) {
      return new RowCheck(
              List.of(Catalogue.named("corollary-3-temperature").orElseThrow()), List.of())
          .run(recording, (done, all) -> {})
          .get(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"causal\":\"false\"",
        "\"causal\":\"false\",\"computed_in\":\"float16\"",
        "\"causal\":\"false\",\"computed_in\":\"float32\"",
        "\"causal\":\"false\",\"computed_in\":\"float64\""
      })
  void weightsAreKnownNoBetterThanTheyAreStored(String metadata) throws IOException {
    RowTally tally = tally(file(metadata));

    assertThat(tally.violated()).isEqualTo(1);
    assertThat(tally.undecided()).isEqualTo(1);
  }
}
