package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

  private record Numbers(double one, List<Double> many) {}

  /** JDK 17 prints the first four as other decimals. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.0E23",
        "8.41E21",
        "5.684341886080802E-14",
        "9.9E-324",
        "0.1",
        "3.0",
        "-0.0",
        "1.0E7"
      })
  void numbersAreWrittenAlikeByEveryJdk(String text) {
    double value = Double.parseDouble(text);
    String json = Json.print(new Numbers(value, List.of(value)));

    assertThat(json).contains("\"one\" : " + text + ",").contains("\"many\" : [ " + text + " ]");
    assertThat(Json.read(json, Numbers.class)).isEqualTo(new Numbers(value, List.of(value)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
  void whatIsNoNumberIsWrittenAsItsName(double value) {
    String json = Json.print(new Numbers(value, List.of()));

    assertThat(json).contains("\"one\" : \"" + value + "\"");
    assertThat(Json.read(json, Numbers.class)).isEqualTo(new Numbers(value, List.of()));
  }
}
