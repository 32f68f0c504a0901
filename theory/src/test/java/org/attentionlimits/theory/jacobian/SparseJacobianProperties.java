package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.normalize.Sparsemax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Coverage;

/** Sparsemax is linear between its kinks: difference quotients are the derivative. */
@Domain(AttentionDomain.class)
class SparseJacobianProperties {

  private static final Arithmetic EXACT = Arithmetic.exact(60);
  private static final int MOST_TOKENS = 16;

  /** Steps to a temperature. */
  private static final long STEPS = 1L << 30;

  /** Of the quotients: 60 digits, less those of the step and of logits far apart. */
  private static final BigDecimal ERROR = new BigDecimal("1e-25");

  /** The row with one logit raised by a step; without a token, the row. */
  private static Vec moved(LogitRow row, int token) {
    Vec logits = EXACT.inputs(row.logits());
    Real step = EXACT.input(row.temperature()).dividedBy(STEPS);
    return EXACT.vector(
        IntStream.range(0, logits.size())
            .mapToObj(i -> i == token ? logits.get(i).plus(step) : logits.get(i))
            .toArray(Real[]::new));
  }

  @Property(tries = 500)
  void theMatrixIsThatOfDifferenceQuotients(@ForAll LogitRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS && spread(row) < 1e20);
    Sparsemax sparsemax = new Sparsemax(row.temperature());
    Vec support = sparsemax.support(moved(row, -1));
    boolean smooth =
        IntStream.range(-1, row.tokens())
            .mapToObj(j -> sparsemax.support(moved(row, j)))
            .allMatch(moved -> isSame(moved, support));
    Coverage.check("smooth", smooth, 96);
    Coverage.check("smooth, several selected", smooth && support.sum().value() > 1, 57);
    if (smooth) {
      check(row, sparsemax, new SparsemaxJacobian(support, row.temperature()).entries());
    }
  }

  private static double spread(LogitRow row) {
    double[] logits = row.logits();
    double largest = Arrays.stream(logits).max().orElseThrow();
    return (largest - Arrays.stream(logits).min().orElseThrow()) / row.temperature();
  }

  private static boolean isSame(Vec moved, Vec support) {
    return IntStream.range(0, support.size())
        .allMatch(
            i ->
                support.get(i).radius() == 0
                    && moved.get(i).radius() == 0
                    && support.get(i).value() == moved.get(i).value());
  }

  private static void check(LogitRow row, Sparsemax sparsemax, Real[][] matrix) {
    Vec before = sparsemax.weights(moved(row, -1));
    for (int j = 0; j < row.tokens(); j++) {
      Vec change = sparsemax.weights(moved(row, j)).minus(before);
      for (int i = 0; i < row.tokens(); i++) {
        Real difference = change.get(i).times(STEPS).minus(matrix[i][j]).abs();
        assertThat(difference.upper()).as("%s, %s, %s", row, i, j).isLessThan(ERROR);
      }
    }
  }

  @Property(tries = 500)
  void theNormIsThatOfAProjection(@ForAll LogitRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    Vec support = new Sparsemax(row.temperature()).support(EXACT.inputs(row.logits()));
    Assume.that(isSame(support, support));
    Real norm = new SparsemaxJacobian(support, 1).spectralNorm();
    double expected = support.sum().value() > 1 ? 1 : 0;

    assertThat(Math.abs(norm.value() - expected)).isLessThan(1e-13);
    assertThat(norm.radius()).isLessThan(1e-12);
  }
}
