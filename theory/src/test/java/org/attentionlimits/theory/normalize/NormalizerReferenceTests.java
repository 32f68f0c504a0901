package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Against mpmath's values to 40 digits, of reference/sparse-normalizers.py, whose thresholds come
 * from bisection.
 */
class NormalizerReferenceTests {

  /** Relative to the number, or to one: at most 1.7e-16 seen. */
  private static final double ERROR = 4e-16;

  /** What forty printed digits leave open, of the number. */
  private static final BigDecimal PRINTED = new BigDecimal("1e-39");

  private static Vec outputs(String name, double temperature, double scale, Vec logits) {
    return switch (name) {
      case "sparsemax" -> new Sparsemax(temperature).weights(logits);
      case "entmax15" -> new Entmax15(temperature).weights(logits);
      case "scalable" -> new ScalableSoftmax(temperature, scale).weights(logits);
      case "self-adjusted" -> new SelfAdjustedSoftmax(temperature).outputs(logits);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/sparse-normalizers.csv", numLinesToSkip = 2)
  void outputsAreThoseOfTheReference(
      String name, double temperature, double scale, String logits, String expected) {
    double[] row = Stream.of(logits.split(" ")).mapToDouble(Double::parseDouble).toArray();
    BigDecimal[] truth =
        Stream.of(expected.split(" ")).map(BigDecimal::new).toArray(BigDecimal[]::new);
    Vec fast = outputs(name, temperature, scale, Arithmetic.BINARY64.inputs(row));
    Vec precise = outputs(name, temperature, scale, Arithmetic.exact(60).inputs(row));

    assertThat(fast.size()).isEqualTo(truth.length);
    for (int i = 0; i < truth.length; i++) {
      assertEncloses(fast.get(i), truth[i]);
      assertEncloses(precise.get(i), truth[i]);
      assertThat(error(fast.get(i), truth[i])).isLessThanOrEqualTo(ERROR);
      assertThat(error(precise.get(i), truth[i])).isLessThanOrEqualTo(ERROR / 4);
      boolean isZero = truth[i].signum() == 0 && name.contains("max");
      assertThat(!isZero || (precise.get(i).value() == 0 && precise.get(i).radius() == 0)).isTrue();
    }
  }

  private static void assertEncloses(Real number, BigDecimal truth) {
    BigDecimal slack = truth.abs().multiply(PRINTED);
    assertThat(number.lower()).isLessThanOrEqualTo(truth.add(slack));
    assertThat(number.upper()).isGreaterThanOrEqualTo(truth.subtract(slack));
  }

  private static double error(Real number, BigDecimal truth) {
    BigDecimal size = truth.abs().max(BigDecimal.ONE);
    BigDecimal difference = new BigDecimal(number.value()).subtract(truth).abs();
    return difference.divide(size, MathContext.DECIMAL64).doubleValue();
  }
}
