package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.attentionlimits.theory.testing.Seeds;
import org.attentionlimits.theory.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdversaryTests {

  private static final Adversary ADVERSARY = new Adversary(1, 4000);

  @SuppressWarnings("unchecked")
  private static Claim<LogitRow> aboutRows(String id) {
    return (Claim<LogitRow>) Catalogue.named(id).orElseThrow();
  }

  @Test
  void refutesThePrintedTemperatureBoundByTwoTiedLogits() {
    Finding<LogitRow> finding = ADVERSARY.attack(aboutRows("corollary-3-temperature"));

    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    Counterexample<LogitRow> counterexample = finding.counterexample().orElseThrow();
    assertThat(counterexample.instance()).isEqualTo(new LogitRow(1, 0, 0));
    assertThat(counterexample.certificate().leftAtLeast()).isEqualByComparingTo("0.5");
    assertThat(counterexample.certificate().rightAtMost()).isEqualByComparingTo("0.25");
    assertThat(finding.largestRatio()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corollary-1-max",
        "corollary-1-sharp",
        "theorem-1-fixed",
        "corollary-3-sharp",
        "jacobian-exact"
      })
  void leavesTrueClaimsStandingWhateverTheSeed(String id) {
    Claim<?> claim = Catalogue.named(id).orElseThrow();
    Seeds.all()
        .mapToObj(seed -> new Adversary(seed, 1000).attack(List.of(claim)).get(0))
        .forEach(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.SURVIVED);
              assertThat(finding.counterexample()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"corollary-1-sharp", "theorem-1-fixed", "corollary-3-sharp"})
  void reachesTheBoundsThatAreAttained(String id) {
    Finding<?> finding = ADVERSARY.attack(List.of(Catalogue.named(id).orElseThrow())).get(0);
    assertThat(finding.largestRatio()).isBetween(0.999, 1 + 1e-15);
  }

  /** False claims: an attained bound tightened by a per cent, and plausible mistakes. */
  static Stream<Claim<LogitRow>> mutants() {
    return Stream.of(
        Claim.about(LogitRow.TYPE)
            .named("weight-below-one-by-a-per-cent")
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(row.weights(arithmetic).max(), arithmetic.of(0.99))),
        Claim.about(LogitRow.TYPE)
            .named("mean-above-largest-weight")
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(
                        row.weights(arithmetic).max(),
                        arithmetic.of(1.01).dividedBy(row.tokens()))),
        Claim.about(LogitRow.TYPE)
            .named("entropy-below-half-its-maximum")
            .where("two tokens or more", row -> row.tokens() > 1)
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(
                        row.weights(arithmetic).dot(row.logWeights(arithmetic)).negated(),
                        arithmetic.of(row.tokens()).log().times(arithmetic.of(0.99)))));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void refutesMutants(Claim<LogitRow> claim) {
    Finding<LogitRow> finding = ADVERSARY.attack(claim);

    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.counterexample().orElseThrow().instance().tokens()).isLessThanOrEqualTo(2);
  }

  @Test
  void findsTheSameWithTheSameSeed() {
    Claim<LogitRow> claim = aboutRows("corollary-3-sharp");
    Finding<LogitRow> first = new Adversary(7, 1000).attack(claim);
    Finding<LogitRow> second = new Adversary(7, 1000).attack(claim);
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 10, 999})
  void keepsItsBudget(long budget) {
    Finding<LogitRow> finding = new Adversary(3, budget).attack(aboutRows("corollary-3-sharp"));
    assertThat(finding.tries()).isEqualTo(budget);
  }

  @Test
  void givesFindingsInTheOrderOfTheClaims() {
    List<Claim<?>> claims = everyTenth(Catalogue.claims());
    assertThat(new Adversary(1, 10).attack(claims))
        .extracting(finding -> finding.claim().id())
        .containsExactlyElementsOf(claims.stream().map(Claim::id).toList());
  }

  private static List<Claim<?>> everyTenth(List<Claim<?>> claims) {
    return IntStream.iterate(0, i -> i < claims.size(), i -> i + 10)
        .<Claim<?>>mapToObj(claims::get)
        .toList();
  }

  @Test
  void rejectsAnEmptyBudget() {
    assertThatThrownBy(() -> new Adversary(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("budget must be positive: 0");
  }

  @Test
  void saysSoIfNoInstanceIsAdmissible() {
    Claim<QueryKeys> claim =
        Claim.about(QueryKeys.TYPE)
            .named("about-nothing")
            .where("nothing", instance -> false)
            .evaluatedBy((i, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));
    Finding<QueryKeys> finding = new Adversary(1, 50).attack(claim);
    assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(finding.tightest()).isEmpty();
    assertThat(finding.text()).endsWith("  " + finding.reason().orElseThrow());
    assertThat(finding.reason())
        .hasValueSatisfying(
            r -> assertThat(r).startsWith("no admissible instance was found among"));
  }

  @Test
  void certifiesNothingWhereTheSidesAreEqual() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("weights-sum-to-one")
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(row.weights(arithmetic).sum(), arithmetic.of(1)));
    assertThat(Certificate.of(claim, new LogitRow(1, 0.1, 0.2, 0.3))).isEmpty();
  }

  @Test
  void refusesACertificateThatShowsNoViolation() {
    assertThatThrownBy(() -> new Certificate(60, false, BigDecimal.ONE, BigDecimal.ONE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("left must be above right");
  }

  /** A claim about rows with fixed sides. */
  private static Claim<LogitRow> fixed(Function<Arithmetic, Evaluation> sides) {
    return Claim.about(LogitRow.TYPE)
        .named("fixed-sides")
        .evaluatedBy((row, arithmetic) -> sides.apply(arithmetic));
  }

  @Test
  void certifiesSidesTooLargeToBeWrittenByTheirLogarithms() {
    Claim<LogitRow> claim = fixed(a -> Evaluation.atMostLog(a.of(1e10), a.of(0)));
    Certificate certificate = Certificate.of(claim, new LogitRow(1, 0)).orElseThrow();
    assertThat(certificate.logarithmic()).isTrue();
    assertThat(certificate.leftAtLeast()).isEqualByComparingTo("1e10");
    assertThat(certificate.text()).contains("left at least exp(1E+10), right at most exp(0)");
    assertThat(ADVERSARY.attack(claim).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void keepsAViolationWhoseRatioIsNotKnown() {
    Claim<LogitRow> claim = fixed(a -> Evaluation.atMostLog(a.of(-3e9), a.of(-4e9)));
    assertThat(ADVERSARY.attack(claim).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void refutesAnEqualityWhicheverSideIsLarger() {
    assertThat(ADVERSARY.attack(fixed(a -> Evaluation.equal(a.of(1), a.of(2)))).verdict())
        .isEqualTo(Verdict.REFUTED);
    assertThat(ADVERSARY.attack(fixed(a -> Evaluation.equal(a.of(2), a.of(1)))).verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void certifiesAViolationTooSmallForTheDigitsShown() {
    double tiny = 1e-55;
    Claim<LogitRow> claim =
        fixed(
            a ->
                Evaluation.atMost(
                    a.of(1).plus(a.of(tiny)).plus(a.of(tiny)), a.of(1).plus(a.of(tiny))));
    Certificate certificate = Certificate.of(claim, new LogitRow(1, 0)).orElseThrow();
    assertThat(certificate.leftAtLeast()).isGreaterThan(certificate.rightAtMost());
  }

  @Test
  void countsOnlyWhatItEvaluates() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("about-pairs")
            .where("two tokens", row -> row.tokens() == 2)
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(row.weights(arithmetic).max(), arithmetic.of(1)));
    assertThat(new Adversary(1, 100).attack(claim).tries()).isEqualTo(100);
  }

  /** ln 0 is known to no arithmetic. */
  private static Real unknown(Arithmetic arithmetic) {
    return arithmetic.of(0).log();
  }

  @Test
  void leavesAClaimUndecidedWhoseSidesAreKnownNowhere() {
    Finding<LogitRow> finding =
        ADVERSARY.attack(fixed(a -> Evaluation.atMost(unknown(a).exp(), a.of(1))));
    assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(finding.suspect()).isPresent();
  }

  @Test
  void leavesAClaimStandingWhoseSidesAreKnownSomewhere() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("known-for-one-token")
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(
                        row.tokens() == 1 ? arithmetic.of(0) : unknown(arithmetic).exp(),
                        arithmetic.of(1)));
    assertThat(ADVERSARY.attack(claim).verdict()).isEqualTo(Verdict.SURVIVED);
  }

  /** The counts from one to three. */
  private static final class Counts implements Space<Tokens> {

    @Override
    public InstanceType<Tokens> type() {
      return Tokens.TYPE;
    }

    @Override
    public Stream<Tokens> landmarks() {
      return Stream.of(new Tokens(1));
    }

    @Override
    public Tokens draw(RandomGenerator random) {
      return new Tokens(1 + random.nextInt(3));
    }
  }

  @ParameterizedTest
  @CsvSource({"5, REFUTED", "1e9, SURVIVED"})
  void attacksInstancesThatHaveNoNumbers(double most, Verdict verdict) {
    Claim<Tokens> claim =
        Claim.about(Tokens.TYPE)
            .named("few-tokens")
            .evaluatedBy(
                (i, arithmetic) ->
                    Evaluation.atMost(arithmetic.of(i.tokens()), arithmetic.of(most)));
    Finding<Tokens> finding = new Adversary(1, 300).attack(claim, new Counts());
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.counterexample().map(Counterexample::instance))
        .isEqualTo(Optional.of(new Tokens(6)).filter(i -> verdict == Verdict.REFUTED));
  }
}
