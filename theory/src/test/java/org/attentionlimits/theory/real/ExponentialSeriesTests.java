package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The series against big-math's, with thirty digits more. */
class ExponentialSeriesTests {

  private static final int ARGUMENTS = 2000;

  private static BigDecimal argument(SplittableRandom random, int digits) {
    int scale = random.nextInt(digits + 3);
    return new BigDecimal(new BigInteger(digits * 4, new Random(random.nextLong())))
        .remainder(BigDecimal.TEN.pow(digits))
        .scaleByPowerOfTen(-digits - scale)
        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 2 : -2));
  }

  private static void assertWithinAUnit(BigDecimal x, MathContext context) {
    BigDecimal right =
        BigDecimalMath.exp(x, new MathContext(context.getPrecision() + 30, RoundingMode.HALF_EVEN));

    BigDecimal power = new ExponentialSeries(context).exp(x);

    BigDecimal unit = right.ulp().scaleByPowerOfTen(right.precision() - context.getPrecision());
    assertThat(power.subtract(right).abs()).as("e^%s", x).isLessThan(unit);
    assertThat(power.precision()).isLessThanOrEqualTo(context.getPrecision());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 70, 90, 500})
  void isWrongByLessThanAUnitOfTheLastDigit(int digits) {
    MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
    SplittableRandom random = new SplittableRandom(digits);
    for (int i = 0; i < ARGUMENTS / digits + 20; i++) {
      assertWithinAUnit(argument(random, digits), context);
    }
    Stream.of("0", "2", "-2", "1", "-1", "1e-40", "-1e-40", "1e-600", "-1e-600")
        .forEach(x -> assertWithinAUnit(new BigDecimal(x), context));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0000001", "-3"})
  void refusesOthers(String x) {
    ExponentialSeries series = new ExponentialSeries(MathContext.DECIMAL128);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series.exp(new BigDecimal(x)))
        .withMessage("argument must be from -2 to 2: " + x);
  }
}
