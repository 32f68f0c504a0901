package org.attentionlimits.empirical.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.catalogue.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperatureDependenceTests {

  /** Both arms of Corollary 3, of which one scales with 1/T as the norm does; other types never. */
  @ParameterizedTest
  @CsvSource({
    "corollary-3-sqrt2, true",
    "corollary-3, true",
    "corollary-3-temperature, false",
    "corollary-3-sharp, false",
    "lemma-2, false",
    "corollary-2-ii, false"
  })
  void aClaimDependsOnTheTemperatureIfItsRatioDoes(String id, boolean depends) {
    assertThat(TemperatureDependence.of(Catalogue.named(id).orElseThrow())).isEqualTo(depends);
  }
}
