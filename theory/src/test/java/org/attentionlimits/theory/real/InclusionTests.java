package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The checker and the oracle of the other tests are themselves right. */
class InclusionTests {

  private static final Ball THIRD =
      Ball.exact(BigDecimal.ONE).dividedBy(Ball.exact(BigDecimal.valueOf(3)));

  @Test
  void aRadiusTooSmallIsCaught() {
    Real honest = Arithmetic.BINARY64.of(1).dividedBy(3);
    Real dishonest = DoubleReal.of(honest.value(), 0.99 * (0x1p-54 / 3));

    assertThatCode(() -> Inclusion.check("1/3", honest, THIRD)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Inclusion.check("1/3", dishonest, THIRD))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("outside by");
  }

  @Test
  void almostEveryProductTakenForExactIsCaught() {
    Random random = new Random(7);
    int caught = 0;
    for (int i = 0; i < 1000; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      Ball truth = Ball.exact(new BigDecimal(x)).times(Ball.exact(new BigDecimal(y)));
      try {
        Inclusion.check("xy", DoubleReal.of(x * y, 0), truth);
      } catch (AssertionError expected) {
        caught++;
      }
    }
    assertThat(caught).isGreaterThan(990);
  }

  @Test
  void theOracleAgreesWithAnotherLibraryTo290Digits() {
    MathContext context = new MathContext(300);
    for (String text : new String[] {"0.1", "-0.7", "5", "1e-20", "-40.25", "1.0000001"}) {
      BigDecimal x = new BigDecimal(text);
      checkClose(Ball.exact(x).exp(), BigDecimalMath.exp(x, context));
      checkClose(Ball.exact(x.abs()).log(), BigDecimalMath.log(x.abs(), context));
    }
  }

  private static void checkClose(Ball actual, BigDecimal expected) {
    BigDecimal allowed = BigDecimal.ONE.max(expected.abs()).scaleByPowerOfTen(-290);
    assertThat(actual.value().subtract(expected).abs()).isLessThanOrEqualTo(allowed);
    assertThat(actual.error()).isLessThanOrEqualTo(allowed);
  }
}
