package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatiosTests {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.9999, 0.999",
    "0.9999999, 0.999",
    "0.9999999999999999, 1.000",
    "1, 1.000",
    "1.0000000000000002, 1.000",
    "1.0003, 1 + 3.0e-04",
    "1.00000000001, 1 + 1.0e-11",
    "1.9996, 2.000",
    "2, 2.000",
    "0.000994, 9.9e-04",
    "123456, 1.2e+05",
    "1.7976931348623157E308, > 1e308",
    "1.0E308, 1.0e+308",
    "Infinity, ∞",
    "NaN, unknown"
  })
  void neverRoundsAcrossOne(double ratio, String text) {
    assertThat(Ratios.text(ratio)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 16384, 0 %",
    "1, 1000000, < 0.01 %",
    "2150, 16384, 13.12 %",
    "999999, 1000000, > 99.99 %",
    "7, 7, 100 %",
    "0, 0, 0 %"
  })
  void neverRoundsToNoneOrAll(long part, long whole, String text) {
    assertThat(Ratios.percent(part, whole)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.25, 0.25", "-1.23456, -1.235", "1e-300, 1.000e-300", "20000, 2.000e+04"})
  void sidesHaveFourDigits(double value, String text) {
    assertThat(Ratios.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1e-12, 1e-12", "1.01e-12, 1.1e-12", "1e-6, 0.000001", "0.0123, 0.013", "0.05, 0.05"})
  void chancesAreNeverRoundedDown(double chance, String text) {
    assertThat(Ratios.chance(chance)).isEqualTo(text);
    assertThat(Ratios.assurance(chance))
        .isEqualTo("by a sample: at most " + text + " chance that the sample misled");
  }

  @Test
  void onlyProofsAreCertified() {
    assertThat(Ratios.assurance(0)).isEqualTo("certified");
  }

  @Test
  void numbersBesideOthersAreToldFromThem() {
    assertThat(Ratios.number(2.0 / 3, 1.0 / 3)).isEqualTo("0.6667");
    assertThat(Ratios.number(1, 1 - 3e-11)).isEqualTo("1");
    assertThat(Ratios.number(1 - 3e-11, 1)).isEqualTo("0.99999999997");
    assertThat(Ratios.number(1234.56, 1234.58)).isEqualTo("1234.56");
    assertThat(Ratios.number(1, Math.nextUp(1.0))).isEqualTo("1");
    assertThat(Ratios.number(Math.nextUp(1.0), 1)).isEqualTo("1.0000000000000002");
    assertThat(Ratios.number(5, 5)).isEqualTo("5");
    assertThat(Ratios.number(Double.NaN, 5)).isEqualTo("NaN");
  }
}
