package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.attentionlimits.theory.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims of the catalogue under attack. */
class AdversaryCatalogueTests {

  private static final Adversary ADVERSARY = new Adversary(1, 1000);

  @SuppressWarnings("unchecked")
  private static <I extends Instance<I>> Claim<I> named(String id, InstanceType<I> type) {
    Claim<?> claim = Catalogue.named(id).orElseThrow();
    assertThat(claim.type()).isEqualTo(type);
    return (Claim<I>) claim;
  }

  private static <I extends Instance<I>> Counterexample<I> refuted(
      String id, InstanceType<I> type) {
    Finding<I> finding = ADVERSARY.attack(named(id, type));
    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    Counterexample<I> counterexample = finding.counterexample().orElseThrow();
    assertThat(counterexample.instance().tokens()).isLessThanOrEqualTo(2);
    return counterexample;
  }

  /** The violation is seen at the instance read back from text, and with the same certificate. */
  private static <I extends Instance<I>> void assertReproduced(
      String id, Counterexample<I> counterexample, I readBack) {
    @SuppressWarnings("unchecked")
    Claim<I> claim = (Claim<I>) Catalogue.named(id).orElseThrow();
    assertThat(readBack).isEqualTo(counterexample.instance());
    assertThat(claim.evaluatePrecisely(readBack).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(Certificate.of(claim, readBack)).contains(counterexample.certificate());
    assertThat(counterexample.certificate().leftAtLeast())
        .isGreaterThan(counterexample.certificate().rightAtMost());
  }

  private static double read(Object number) {
    return Double.parseDouble(Decimals.print((double) number));
  }

  /** The numbers of {@code (0, 0.5)}. */
  private static double[] readVector(Object vector) {
    String text = Decimals.print((double[]) vector);
    return Stream.of(text.substring(1, text.length() - 1).split(", "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static double[][] readMatrix(Object rows) {
    return Arrays.stream((double[][]) rows)
        .map(AdversaryCatalogueTests::readVector)
        .toArray(double[][]::new);
  }

  private static LogitRow readRow(Map<String, Object> fields) {
    return new LogitRow(read(fields.get("temperature")), readVector(fields.get("logits")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"corollary-3", "corollary-3-temperature", "corollary-3-sqrt2"})
  void refutesTheArmsOfTheMinimumByAPrintedRow(String id) {
    Counterexample<LogitRow> counterexample = refuted(id, LogitRow.TYPE);
    assertReproduced(id, counterexample, readRow(counterexample.instance().fields()));
  }

  @ParameterizedTest
  @CsvSource({
    "low-temperature-single-row, 2",
    "prose-smaller-step, 2",
    "prose-vanishing-minimum, 2",
    "controlled, 2",
    "controlled-above, 2",
    "controlled-above-normalized, 2",
    "prose-linear-growth, 32"
  })
  void refutesWhatTheDiscussionSaysOfGradientsByFewTokens(String id, int tokens) {
    Finding<?> finding = new Adversary(1, 1000).attack(Catalogue.named(id).orElseThrow());
    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.counterexample().orElseThrow().instance().tokens()).isEqualTo(tokens);
  }

  @Test
  void refutesTheFactorOfATokensOwnKeyByAPrintedQuery() {
    Counterexample<QueryKeys> counterexample = refuted("corollary-1-own", QueryKeys.TYPE);
    Map<String, Object> fields = counterexample.instance().fields();
    QueryKeys readBack =
        new QueryKeys(
            read(fields.get("temperature")),
            readVector(fields.get("query")),
            readMatrix(fields.get("keys")));
    assertReproduced("corollary-1-own", counterexample, readBack);
  }

  @Test
  void refutesTheBoundOfTheTopTokensForAnySetByAPrintedSet() {
    Counterexample<SelectedRow> counterexample = refuted("theorem-1-fixed-set", SelectedRow.TYPE);
    Map<String, Object> fields = counterexample.instance().fields();
    SelectedRow readBack =
        new SelectedRow(
            readRow(fields), readMatrix(fields.get("embeddings")), (int[]) fields.get("selected"));
    assertReproduced("theorem-1-fixed-set", counterexample, readBack);
  }

  @Test
  void refutesTheShareOfTokensThatCanBeToldApartByZerosAndAOne() {
    Claim<EmbeddedRow> claim = named("prose-eighty-percent", EmbeddedRow.TYPE);
    Finding<EmbeddedRow> finding = new Adversary(1, 100).attack(claim);
    Counterexample<EmbeddedRow> counterexample = finding.counterexample().orElseThrow();
    double[] numbers = counterexample.instance().numbers();

    assertThat(counterexample.instance().shape()).containsExactly(17, 1, 16);
    assertThat(Arrays.stream(numbers).filter(x -> x != 0)).containsOnly(1.0);
    assertThat(counterexample.certificate().leftAtLeast()).isEqualByComparingTo("1");
    assertThat(counterexample.certificate().rightAtMost()).isEqualByComparingTo("0.85");
  }

  @ParameterizedTest
  @CsvSource({
    "theorem-2-lower-separated, 2",
    "theorem-2-upper, 1",
    "theorem-2-upper-separated, 1",
    "theorem-2-upper-positive, 3",
    "theorem-2-upper-positive-separated, 3"
  })
  void refutesBoundsOfSeparabilityByProbabilitiesThatAreComputed(String id, int tokens) {
    Seeds.all()
        .mapToObj(seed -> new Adversary(seed, 2000).attack(named(id, SphericalRow.TYPE)))
        .map(finding -> finding.counterexample().orElseThrow())
        .forEach(
            counterexample -> {
              SphericalRow row = counterexample.instance();
              assertThat(row.tokens()).isEqualTo(tokens);
              assertThat(row.separation()).isZero();
              assertThat(counterexample.certificate().doubt()).isZero();
              assertReproduced(id, counterexample, readSpherical(row.fields()));
            });
  }

  private static SphericalRow readSpherical(Map<String, Object> fields) {
    return new SphericalRow(
        readRow(fields),
        (int) fields.get("selected"),
        (int) fields.get("dimension"),
        read(fields.get("radius")),
        read(fields.get("separation")),
        read(fields.get("ball")));
  }

  private static LongStream seeds() {
    return Seeds.all();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void refutesTheFalseClaimsWhateverTheSeed(long seed) {
    for (String id : new String[] {"corollary-1-own", "theorem-1-fixed-set", "corollary-3-sqrt2"}) {
      Claim<?> claim = Catalogue.named(id).orElseThrow();
      Finding<?> finding = new Adversary(seed, 1000).attack(claim);
      assertThat(finding.verdict()).as(id).isEqualTo(Verdict.REFUTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"corollary-3", "controlled", "length-aware"})
  void noCounterexampleHasARatioAboveTheLargest(String id) {
    Claim<?> claim = Catalogue.named(id).orElseThrow();
    Finding<?> finding = new Adversary(20260101, 500).attack(List.<Claim<?>>of(claim)).get(0);

    assertThat(strongestRatio(finding)).isLessThanOrEqualTo(finding.largestRatio());
  }

  private static <I extends Instance<I>> double strongestRatio(Finding<I> finding) {
    I strongest = finding.strongest().orElseThrow().instance();
    return finding.claim().evaluate(strongest, Claim.PRECISE).ratio();
  }

  @ParameterizedTest
  @CsvSource({
    "lemma-1, 1000",
    "lemma-1-sharp, 1000",
    "theorem-1-fixed-any, 1000",
    "theorem-1-random, 500",
    "theorem-1-random-upper, 500",
    "corollary-2-ii, 1000",
    "theorem-2-lower, 1000",
    "theorem-2-lower-sharp, 1000",
    "theorem-2-upper-sharp, 1000",
    "lemma-2, 500",
    "lemma-2-sharp, 500",
    "corollary-3-entry, 1000",
    "finite-difference, 1000",
    "example-near-tie, 500",
    "example-near-tie-order, 500",
    "head-coverage, 500",
    "head-coverage-three, 500",
    "length-aware-gap, 1000",
    "sparse, 1000",
    "sparse-entmax, 1000",
    "sparse-norm, 500",
    "sparse-entropy, 500",
    "controlled-below, 500",
    "prose-low-temperature, 500",
    "jacobian-by-log-slope, 500",
    "head-coverage-dependent, 500"
  })
  void leavesTrueClaimsStandingWhateverTheSeed(String id, long budget) {
    Claim<?> claim = Catalogue.named(id).orElseThrow();
    Seeds.all()
        .mapToObj(seed -> new Adversary(seed, budget).attack(claim))
        .forEach(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.SURVIVED);
              assertThat(finding.counterexample()).isEmpty();
              assertThat(finding.tries()).isEqualTo(budget);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lemma-1-sharp",
        "theorem-1-fixed-any",
        "theorem-1-random",
        "theorem-1-random-upper",
        "theorem-2-lower-sharp",
        "theorem-2-upper-sharp",
        "corollary-3-entry",
        "finite-difference",
        "head-coverage",
        "length-aware-gap",
        "sparse-norm",
        "sparse-entropy",
        "prose-low-temperature",
        "jacobian-by-log-slope",
        "head-coverage-dependent",
        "controlled-below"
      })
  void reachesTheBoundsThatAreAttained(String id) {
    Finding<?> finding = ADVERSARY.attack(Catalogue.named(id).orElseThrow());
    assertThat(finding.largestRatio()).isBetween(0.999, 1 + 1e-15);
  }
}
