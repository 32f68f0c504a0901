package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.normalize.SelfAdjustedSoftmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

@Domain(AttentionDomain.class)
class SelfAdjustedJacobianProperties {

  private static final Arithmetic EXACT = Arithmetic.exact(60);
  private static final int MOST_TOKENS = 12;

  /** Scaled logits up to this have derivatives far below the inverse of the step. */
  private static final double EVERYDAY = 30;

  /** In temperatures; central quotients are wrong by the order of its square. */
  private static final double STEP = 0x1p-60;

  private static boolean isEveryday(LogitRow row) {
    return row.tokens() <= MOST_TOKENS
        && Arrays.stream(row.logits()).allMatch(x -> Math.abs(x) <= EVERYDAY * row.temperature());
  }

  private static SelfAdjustedJacobian at(LogitRow row, Arithmetic arithmetic) {
    Vec scaled = new SelfAdjustedSoftmax(row.temperature()).scaled(arithmetic.inputs(row.logits()));
    return new SelfAdjustedJacobian(scaled, row.weights(arithmetic), row.temperature());
  }

  @Property(tries = 300)
  void theMatrixIsTheDerivativeOfTheOutputs(@ForAll LogitRow row) {
    Assume.that(isEveryday(row));
    Vec[] columns = at(row, EXACT).columns();
    for (int j = 0; j < columns.length; j++) {
      Vec quotients =
          outputs(row, j, STEP).minus(outputs(row, j, -STEP)).dividedBy(EXACT.input(2 * STEP));
      for (int i = 0; i < columns.length; i++) {
        Real difference = quotients.get(i).minus(columns[j].get(i)).abs();
        assertThat(difference.upper()).as("%s", row).isLessThan(new BigDecimal("1e-30"));
      }
    }
  }

  private static Vec outputs(LogitRow row, int token, double step) {
    Real moved =
        EXACT
            .input(row.temperature())
            .times(EXACT.input(step))
            .plus(EXACT.input(row.logits()[token]));
    return new SelfAdjustedSoftmax(row.temperature())
        .outputs(
            EXACT.vector(
                IntStream.range(0, row.tokens())
                    .mapToObj(i -> i == token ? moved : EXACT.input(row.logits()[i]))
                    .toArray(Real[]::new)));
  }

  @Property(tries = 300)
  void theRowsAddUpToTheWeights(@ForAll LogitRow row) {
    Assume.that(isEveryday(row));
    Vec sums = Stream.of(at(row, EXACT).columns()).reduce(Vec::plus).orElseThrow();

    assertThat(sums.distance(row.weights(EXACT)).value()).isLessThan(1e-50);
  }

  @Property(tries = 300)
  void theNormIsTheLargestSingularValueOfTheFullMatrix(@ForAll LogitRow row) {
    Assume.that(isEveryday(row));
    double[][] transposed =
        Stream.of(at(row, EXACT).columns()).map(Vec::values).toArray(double[][]::new);
    for (double[] line : transposed) {
      Arrays.setAll(line, j -> Math.abs(line[j]) > 1e-100 ? line[j] : 0);
    }
    double expected =
        new SingularValueDecomposition(new Array2DRowRealMatrix(transposed)).getNorm();
    double actual = at(row, EXACT).spectralNorm().times(EXACT.input(row.temperature())).value();

    assertThat(Math.abs(actual - expected)).as("%s", row).isLessThanOrEqualTo(1e-13 * expected);
  }

  @Property(tries = 300)
  void theEnclosuresOfTheNormOverlap(@ForAll LogitRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    Real fast = at(row, Arithmetic.BINARY64).spectralNorm();
    Real precise = at(row, EXACT).spectralNorm();
    if (fast.isBounded() && precise.isBounded()) {
      assertThat(fast.lower()).as("%s", row).isLessThanOrEqualTo(precise.upper());
      assertThat(fast.upper()).as("%s", row).isGreaterThanOrEqualTo(precise.lower());
    }
  }
}
