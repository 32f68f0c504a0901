package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.claim.Statement;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mutants say beside their formula. */
class MutantStatementTests {

  @Test
  void everyOneSaysWhatTheTrueClaimSaysAndTheSlip() {
    assertThat(PowerSuite.claims()).allSatisfy(MutantStatementTests::assertSaysTheSlip);
  }

  private static void assertSaysTheSlip(Mutant<?> mutant) {
    Claim<?> from = Catalogue.named(mutant.from()).orElseThrow();

    assertThat(mutant.claim().id()).startsWith(from.id() + "-");
    assertThat(mutant.claim().type()).isEqualTo(from.type());
    assertThat(mutant.claim().statement().words())
        .isEqualTo(from.statement().words() + "; slip: " + mutant.mistake());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lemma-1-half",
        "lemma-2-greatest",
        "theorem-1-random-no-share",
        "jacobian-exact-largest",
        "lemma-1-less-1",
        "theorem-1-random-less-0-1",
        "jacobian-exact-less-1"
      })
  void aSlipKeepsTheDomain(String id) {
    Mutant<?> mutant = Mutants.named(id);
    Statement from = Catalogue.named(mutant.from()).orElseThrow().statement();

    assertThat(mutant.claim().statement().domain()).isEqualTo(from.domain());
  }

  @ParameterizedTest
  @CsvSource({
    "lemma-1-less-1, 0.01, 1 % less",
    "lemma-1-less-0-1, 0.001, 0.1 % less",
    "lemma-1-sharp-strict, 1e-12, 'strict, by a share of 1.0E-12'",
    "corollary-3-temperature-sure-0-1, 0.001,"
        + " 0.1 % below the best constant for a largest weight of 0.6 or more"
  })
  void aTightenedClaimSaysByHowMuchItIsWrong(String id, double share, String mistake) {
    assertThat(Mutants.named(id).wrongBy()).isEqualTo(OptionalDouble.of(share));
    assertThat(Mutants.named(id).mistake()).isEqualTo(mistake);
  }

  @Test
  void aTightenedClaimComparesLogarithmsWhereTheTrueOneDoes() {
    QueryKeys keys = new QueryKeys(1, new double[] {1000}, new double[][] {{1}, {-1}});
    Evaluation sides = evaluate(Mutants.named("corollary-1-max-less-1").claim(), keys);

    assertThat(sides.isLogarithmic()).isTrue();
    assertThat(sides.outcome()).isEqualTo(Outcome.HOLDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-two", "no-t", "n", "max-norm"})
  void aSingleTokenIsDecidedExactly(String slip) {
    QueryKeys single = new QueryKeys(2, new double[] {3}, new double[][] {{1}});
    Claim<?> claim = Mutants.named("corollary-1-sharp-" + slip).claim();

    assertThat(evaluate(claim, single).outcome())
        .isEqualTo(slip.equals("n") ? Outcome.VIOLATED : Outcome.HOLDS);
  }

  /** Of 3432 sets of tokens a sample is drawn, of 6 none. */
  @Test
  void whatRestsOnASampleIsAsDoubtfulAsTheTrueClaim() {
    for (String id : List.of("theorem-1-random-less-1", "theorem-1-random-one-fewer")) {
      Claim<EmbeddedRow> from = PowerSuite.named("theorem-1-random", EmbeddedRow.TYPE);
      assertThat(doubt(Mutants.named(id).claim(), 14)).isEqualTo(doubt(from, 14)).isPositive();
      assertThat(doubt(Mutants.named(id).claim(), 4)).isZero();
    }
  }

  private static double doubt(Claim<?> claim, int tokens) {
    double[][] x =
        IntStream.range(0, tokens).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
    EmbeddedRow row = new EmbeddedRow(new LogitRow(2, new double[tokens]), x, tokens / 2);
    return evaluate(claim, row).doubt();
  }

  private static <I extends Instance<I>> Evaluation evaluate(Claim<I> claim, Instance<?> row) {
    return claim.evaluate(claim.admitted(row).orElseThrow(), Arithmetic.BINARY64);
  }
}
