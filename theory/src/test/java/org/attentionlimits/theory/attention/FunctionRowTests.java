package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class FunctionRowTests {

  private static final LogitRow LOGITS = new LogitRow(2, 0, 4, -2);
  private static final FunctionRow ROW = new FunctionRow(PositiveFunction.QUADRATIC, LOGITS);

  @Test
  void itPrintsAsItsData() {
    assertThat(ROW).hasToString("F(x) = 1 + x^2, x = ℓ/T, logits = (0, 4, -2), T = 2");
    assertThat(ROW.shape()).containsExactly(3, PositiveFunction.QUADRATIC.complexity());
    assertThat(ROW.numbers()).containsExactly(0, 4, -2, 2);
    assertThat(ROW.row()).isEqualTo(LOGITS);
    assertThat(ROW.function()).isEqualTo(PositiveFunction.QUADRATIC);
  }

  @Test
  void fieldsAreNamedInOrder() {
    assertThat(ROW.fields().keySet()).containsExactly("function", "logits", "temperature");
    assertThat(ROW.fields()).containsEntry("function", "QUADRATIC");
    assertThat(ROW.fields()).containsEntry("temperature", 2.0);
  }

  @Test
  void functionAndSlopeAreThoseOfTheScaledLogits() {
    Arithmetic b = Arithmetic.BINARY64;

    assertThat(ROW.scaled(b).values()).containsExactly(0, 2, -1);
    assertThat(ROW.values(b).values()).containsExactly(1, 5, 2);
    assertThat(ROW.slopes(b).values()).containsExactly(0, 4, -2);
    assertThat(ROW.weights(b).values()).containsExactly(0.125, 0.625, 0.25);
  }

  @Test
  void ofTheExponentialTheWeightsAreThoseOfSoftmax() {
    double[] softmax = LOGITS.weights(Arithmetic.BINARY64).values();
    double[] weights =
        new FunctionRow(PositiveFunction.EXPONENTIAL, LOGITS).weights(Arithmetic.BINARY64).values();

    for (int i = 0; i < softmax.length; i++) {
      assertThat(weights[i]).isCloseTo(softmax[i], within(1e-15));
    }
  }

  @Test
  void otherNumbersKeepTheFunction() {
    assertThat(ROW.withNumbers(1, 2, 3, 4))
        .isEqualTo(new FunctionRow(PositiveFunction.QUADRATIC, new LogitRow(4, 1, 2, 3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROW.withNumbers(1, 2))
        .withMessage("numbers must be as many as before, 4: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROW.withNumbers(1, 2, 3, 0))
        .withMessage("temperature must be positive and finite: 0.0");
  }

  @Test
  void smallerRowsLackATokenOrHaveAPlainerFunction() {
    LogitRow two = new LogitRow(1, 5, 7);

    assertThat(new FunctionRow(PositiveFunction.SOFTPLUS, two).smaller())
        .containsExactlyInAnyOrder(
            new FunctionRow(PositiveFunction.SOFTPLUS, new LogitRow(1, 7)),
            new FunctionRow(PositiveFunction.SOFTPLUS, new LogitRow(1, 5)),
            new FunctionRow(PositiveFunction.EXPONENTIAL, two),
            new FunctionRow(PositiveFunction.LOGISTIC, two));
    assertThat(new FunctionRow(PositiveFunction.EXPONENTIAL, new LogitRow(1, 5)).smaller())
        .isEmpty();
  }

  @Test
  void largerRowsHaveATokenTwiceOrALessPlainFunction() {
    LogitRow two = new LogitRow(1, 5, 7);

    assertThat(new FunctionRow(PositiveFunction.SOFTPLUS, two).larger())
        .containsExactlyInAnyOrder(
            new FunctionRow(PositiveFunction.SOFTPLUS, new LogitRow(1, 5, 7, 5)),
            new FunctionRow(PositiveFunction.SOFTPLUS, new LogitRow(1, 5, 7, 7)),
            new FunctionRow(PositiveFunction.QUADRATIC, two));
  }

  @Test
  void aShiftedRowIsAnother() {
    assertThat(ROW.equivalent()).isEmpty();
  }

  @Test
  void rowsDifferByTheirData() {
    assertThat(ROW)
        .isEqualTo(new FunctionRow(PositiveFunction.QUADRATIC, new LogitRow(2, 0, 4, -2)))
        .hasSameHashCodeAs(new FunctionRow(PositiveFunction.QUADRATIC, new LogitRow(2, 0, 4, -2)))
        .isNotEqualTo(new FunctionRow(PositiveFunction.SOFTPLUS, LOGITS))
        .isNotEqualTo(new FunctionRow(PositiveFunction.QUADRATIC, new LogitRow(2, 0, 4)))
        .isNotEqualTo(LOGITS);
  }
}
