package org.attentionlimits.theory.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.ShrunkByJqwik;

/** False statements, and the instance that refutes each most simply. */
@Domain(AttentionDomain.class)
class ShrinkingProperties {

  @Provide
  Arbitrary<double[]> logits() {
    return AttentionArbitraries.logits();
  }

  @Provide
  Arbitrary<double[]> maskedLogits() {
    return AttentionArbitraries.maskedLogits();
  }

  @Provide
  Arbitrary<Double> temperatures() {
    return AttentionArbitraries.temperatures();
  }

  @Property
  @ShrunkByJqwik(to = "logits = (0), T = 1")
  void thereIsNoRow(@ForAll LogitRow row) {
    assertThat(row.tokens()).isZero();
  }

  @Property
  @ShrunkByJqwik(to = "logits = (0, 0), T = 1")
  void everyRowHasOneToken(@ForAll LogitRow row) {
    assertThat(row.tokens()).isEqualTo(1);
  }

  @Property
  @ShrunkByJqwik(to = {"logits = (0, 1), T = 1", "logits = (1, 0), T = 1"})
  void allLogitsAreTied(@ForAll LogitRow row) {
    double first = row.logits()[0];
    assertThat(Arrays.stream(row.logits()).allMatch(x -> x == first)).isTrue();
  }

  @Property
  @ShrunkByJqwik(to = "logits = (0), T = 2")
  void temperaturesAreAtMostOne(@ForAll LogitRow row) {
    assertThat(row.temperature()).isLessThanOrEqualTo(1);
  }

  @Property
  @ShrunkByJqwik(to = "logits = (101), T = 1")
  void logitsAreAtMostAHundred(@ForAll LogitRow row) {
    assertThat(Arrays.stream(row.logits()).max().orElseThrow()).isLessThanOrEqualTo(100);
  }

  @Property
  @ShrunkByJqwik(to = "logits = (0, 0, 0), T = 1")
  void aTokenHasMoreThanAThirdOfTheWeight(@ForAll LogitRow row) {
    assertThat(row.weights(Arithmetic.BINARY64).max().value()).isGreaterThan(0.34);
  }

  @Property
  @ShrunkByJqwik(to = "q = (1), k = ((1)), T = 1")
  void queriesAreOrthogonalToKeys(@ForAll QueryKeys row) {
    assertThat(row.logits(Arithmetic.BINARY64).max().value()).isLessThanOrEqualTo(0);
  }

  @Property
  @ShrunkByJqwik(to = "logits = (0, 0), T = 1, x = ((0), (0)), N = 1")
  void everyTokenIsSelected(@ForAll EmbeddedRow row) {
    assertThat(row.selected()).isEqualTo(row.tokens());
  }

  @Property
  @ShrunkByJqwik(
      to = {
        "logits = (0, 0), T = 1, x = ((0), (0)), I = [0]",
        "logits = (0, 0), T = 1, x = ((0), (0)), I = [1]"
      })
  void everySetIsOfAllTokens(@ForAll SelectedRow row) {
    assertThat(row.selected()).hasSize(row.tokens());
  }

  @Property
  @ShrunkByJqwik(to = "logits = (0, 0), T = 1, x = ((0), (0)), I = [0, 1]")
  void everySetIsOfOneToken(@ForAll SelectedRow row) {
    assertThat(row.selected()).hasSize(1);
  }

  @Property
  @ShrunkByJqwik(to = "F(x) = 1/(1 + e^-x), x = ℓ/T, logits = (0), T = 1")
  void everyFunctionIsTheExponential(@ForAll FunctionRow row) {
    assertThat(row.function()).isEqualTo(PositiveFunction.EXPONENTIAL);
  }

  @Property
  @ShrunkByJqwik(to = "F(x) = 1 + x^2, x = ℓ/T, logits = (0), T = 1")
  void everyFunctionIsMonotone(@ForAll FunctionRow row) {
    assertThat(row.function()).isNotEqualTo(PositiveFunction.QUADRATIC);
  }

  @Property
  @ShrunkByJqwik(
      to = {"logits = (0), T = 1, v ∝ (1), ε = 1", "logits = (0), T = 1, v ∝ (-1), ε = 1"})
  void thereIsNoStep(@ForAll PerturbedRow row) {
    assertThat(row.step()).isNotPositive();
  }

  @Property
  @ShrunkByJqwik(
      to = {"logits = (0), T = 1, v ∝ (1), ε = 2", "logits = (0), T = 1, v ∝ (-1), ε = 2"})
  void stepsAreAtMostOne(@ForAll PerturbedRow row) {
    assertThat(row.step()).isLessThanOrEqualTo(1);
  }

  @Property
  @ShrunkByJqwik(to = "ε = 2, δ = (), T = 1")
  void gapsAreAtMostOne(@ForAll NearTie rows) {
    assertThat(rows.gap()).isLessThanOrEqualTo(1);
  }

  @Property
  @ShrunkByJqwik(to = "ε = 1, δ = (0), T = 1")
  void nearTiesAreOfTwoTokens(@ForAll NearTie rows) {
    assertThat(rows.tokens()).isEqualTo(2);
  }

  @Property
  @ShrunkByJqwik(to = "p = 0, H = 2")
  void groupsAreOfOneHead(@ForAll HeadGroup group) {
    assertThat(group.heads()).isEqualTo(1);
  }

  @Property
  @ShrunkByJqwik(to = "(1)")
  void logitsAreNotPositive(@ForAll("logits") double[] logits) {
    assertThat(Arrays.stream(logits).max().orElseThrow()).isLessThanOrEqualTo(0);
  }

  @Property
  @ShrunkByJqwik(to = "(-Infinity, 0)")
  void noTokenIsMasked(@ForAll("maskedLogits") double[] logits) {
    assertThat(Arrays.stream(logits).allMatch(Double::isFinite)).isTrue();
  }

  @Property
  @ShrunkByJqwik(to = "2.0")
  void noTemperatureIsAboveOne(@ForAll("temperatures") double temperature) {
    assertThat(temperature).isLessThanOrEqualTo(1);
  }
}
