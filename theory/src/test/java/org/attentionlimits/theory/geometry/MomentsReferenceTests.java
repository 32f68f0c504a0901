package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.Tolerance;
import org.junit.jupiter.api.Test;

/**
 * ξ, m₂ and the variance of the squared distance of every selected token, against reference values
 * of 45 digits that were computed from sums over all pairs and in the sphere's own units.
 */
class MomentsReferenceTests {

  private static final String FILE = "separability.csv";
  private static final List<Reference> ROWS = Reference.rows(FILE);
  private static final Arithmetic PRECISE = Arithmetic.exact(60);

  private interface Check {
    void of(Reference row, Real actual, BigDecimal expected);
  }

  @Test
  void theFileSaysWhatMadeIt() {
    assertThat(Reference.origin(FILE)).startsWith("# generate.py, mpmath 1.3.0, 60 digits");
    assertThat(ROWS).hasSize(9);
  }

  @Test
  void boundsOfSeparatedEmbeddingsAreWithinTheirUlps() {
    Accuracy accuracy = accuracy("xi", 1, Moments::separatedBound);
    accuracy.assertWithin(Tolerance.ulps(3).observed(2.24), Tolerance.ulps(14).observed(11));
  }

  @Test
  void meanSquaresAreWithinTheirUlps() {
    Accuracy accuracy = accuracy("secondMoment", 2, Moments::meanSquare);
    accuracy.assertWithin(Tolerance.ulps(8).observed(6), Tolerance.ulps(20).observed(16.3));
  }

  @Test
  void variancesAreWithinTheirUlps() {
    Accuracy accuracy = accuracy("variance", 4, Moments::varianceOfSquare);
    accuracy.assertWithin(Tolerance.ulps(8).observed(6.45), Tolerance.ulps(48).observed(37));
  }

  private static Accuracy accuracy(String name, int power, Function<Moments, Real> moment) {
    Accuracy accuracy = new Accuracy(name);
    forEach(
        name,
        power,
        moment,
        Arithmetic.BINARY64,
        (row, actual, expected) -> accuracy.check(row, actual, expected, unit(name, expected)));
    accuracy.assertUnbounded(0);
    return accuracy;
  }

  /** Squares of weights below 1e-162 underflow, and ξ is the root of a sum of them. */
  private static double unit(String name, BigDecimal expected) {
    double least = name.equals("xi") ? Math.sqrt(Double.MIN_VALUE) : 0;
    return Math.max(least, Accuracy.ulp(expected));
  }

  @Test
  void sixtyDigitsAreRightToForty() {
    forEach("xi", 1, Moments::separatedBound, PRECISE, Accuracy::checkDigits);
    forEach("secondMoment", 2, Moments::meanSquare, PRECISE, Accuracy::checkDigits);
    forEach("variance", 4, Moments::varianceOfSquare, PRECISE, Accuracy::checkDigits);
  }

  /** The moment is in units of a power of M. */
  private static void forEach(
      String name, int power, Function<Moments, Real> moment, Arithmetic arithmetic, Check check) {
    for (Reference row : ROWS) {
      SphericalRow instance = instance(row);
      BigDecimal[] expected = row.decimals(name);
      List<Moments> moments = Moments.of(instance, arithmetic);
      assertThat(moments).hasSameSizeAs(expected);
      for (int i = 0; i < expected.length; i++) {
        Real actual = moment.apply(moments.get(i));
        for (int k = 0; k < power; k++) {
          actual = actual.times(actual.arithmetic().input(instance.radius()));
        }
        check.of(row, actual, expected[i]);
      }
    }
  }

  private static SphericalRow instance(Reference row) {
    return new SphericalRow(
        new LogitRow(row.number("temperature"), row.numbers("logits")),
        row.count("selected"),
        row.count("dimension"),
        row.number("radius"),
        row.number("separation"),
        row.number("ball"));
  }
}
