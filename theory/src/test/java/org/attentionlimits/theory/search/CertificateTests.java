package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTests {

  private static final LogitRow ROW = new LogitRow(1, 0);

  private static Optional<Certificate> of(Function<Arithmetic, Evaluation> sides) {
    return Certificate.of(Tried.with((row, arithmetic) -> sides.apply(arithmetic)).claim(), ROW);
  }

  @Test
  void boundsAreRoundedAwayFromTheViolationToFiftyDigits() {
    Certificate certificate =
        of(a -> Evaluation.atMost(a.of(2).dividedBy(3), a.of(1).dividedBy(3))).orElseThrow();

    assertThat(certificate)
        .isEqualTo(
            new Certificate(
                60,
                false,
                new BigDecimal("0." + "6".repeat(50)),
                new BigDecimal("0." + "3".repeat(49) + "4"),
                0));
  }

  @Test
  void exactBoundsLoseTheirZeros() {
    Certificate certificate = of(a -> Evaluation.atMost(a.of(0.5), a.of(0.25))).orElseThrow();

    assertThat(certificate)
        .isEqualTo(new Certificate(60, false, new BigDecimal("0.5"), new BigDecimal("0.25"), 0));
    assertThat(certificate.text())
        .isEqualTo("certified to 60 digits: left at least 0.5, right at most 0.25");
  }

  @Test
  void sidesThatCanBeWrittenAreComparedThoughTheirLogarithmsWere() {
    Certificate certificate = of(a -> Evaluation.atMostLog(a.of(1), a.of(0))).orElseThrow();

    assertThat(certificate.logarithmic()).isFalse();
    assertThat(certificate.leftAtLeast())
        .isBetween(new BigDecimal("2.71828182845904"), new BigDecimal("2.71828182845905"));
    assertThat(certificate.rightAtMost()).isEqualByComparingTo("1");
  }

  @Test
  void sidesTooLargeToBeWrittenAreBoundedByTheirLogarithms() {
    Certificate certificate = of(a -> Evaluation.atMostLog(a.of(2e10), a.of(1e10))).orElseThrow();

    assertThat(certificate)
        .isEqualTo(new Certificate(60, true, new BigDecimal("2E+10"), new BigDecimal("1E+10"), 0));
    assertThat(certificate.text())
        .isEqualTo("certified to 60 digits: left at least exp(2E+10), right at most exp(1E+10)");
  }

  @Test
  void boundsCloserThanFiftyDigitsAreShownInFull() {
    Certificate certificate =
        of(a -> Evaluation.atMost(a.of(1).plus(a.of(2e-55)), a.of(1).plus(a.of(1e-55))))
            .orElseThrow();

    assertThat(certificate.leftAtLeast())
        .isEqualByComparingTo(new BigDecimal("1").add(new BigDecimal("2e-55")));
    assertThat(certificate.rightAtMost())
        .isEqualByComparingTo(new BigDecimal("1").add(new BigDecimal("1e-55")));
  }

  @Test
  void aSampleIsNoProof() {
    Certificate certificate =
        of(a -> Evaluation.atMost(a.of(3), a.of(2)).withDoubt(0.125)).orElseThrow();

    assertThat(certificate.doubt()).isEqualTo(0.125);
    assertThat(certificate.text())
        .isEqualTo("to 60 digits, by a sample: left at least 3, right at most 2");
  }

  @Test
  void aSampleOfSidesTooLargeToBeWrittenKeepsItsDoubt() {
    assertThat(of(a -> Evaluation.atMostLog(a.of(2e10), a.of(1e10)).withDoubt(0.125)))
        .map(Certificate::doubt)
        .contains(0.125);
  }

  @Test
  void thereIsNoneWithoutACertainViolation() {
    assertThat(of(a -> Evaluation.atMost(a.of(1), a.of(1)))).isEmpty();
    assertThat(of(a -> Evaluation.atMost(Tried.between(a, 0.5, 2), a.of(1)))).isEmpty();
  }

  @Test
  void theNumbersAreTheDecimalsAsTheyPrint() {
    Tried tenth = Tried.with((row, a) -> Evaluation.atMost(a.input(0.1), a.of(1).dividedBy(10)));

    assertThat(tenth.claim().evaluatePrecisely(ROW).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(Certificate.of(tenth.claim(), ROW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1.0, 1.00", "-2, 1"})
  void boundsThatShowNoViolationAreRejected(BigDecimal left, BigDecimal right) {
    assertThatThrownBy(() -> new Certificate(60, false, left, right, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("left must be above right: " + left + " and " + right);
  }
}
