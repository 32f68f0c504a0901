package org.attentionlimits.theory.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Decimals;

/**
 * A mathematical statement as an executable predicate: for every admissible instance, left ≤ right.
 *
 * <p>The formula is written once, against an {@link Arithmetic}; the same text is evaluated fast in
 * double precision with a running error bound, and to fifty digits and more to certify. A claim of
 * one's own:
 *
 * <pre>{@code
 * Claim<LogitRow> claim = Claim.about(LogitRow.TYPE)
 *     .named("largest-weight-at-least-mean")
 *     .saying("1/n \\le \\max_i \\alpha_i", "the largest weight is at least 1/n")
 *     .evaluatedBy((row, arithmetic) -> Evaluation.atMost(
 *         arithmetic.of(1).dividedBy(row.tokens()), row.weights(arithmetic).max()));
 * }</pre>
 *
 * @param <I> the type of instance it speaks about
 */
public final class Claim<I extends Instance<I>> {

  /** Digits carried when double precision cannot tell, and to certify. */
  public static final int CERTIFYING_DIGITS = 60;

  /** The arithmetic of so many digits, on the exact value of an instance's numbers. */
  public static final Arithmetic PRECISE = Arithmetic.exact(CERTIFYING_DIGITS);

  /** The arithmetic of so many digits, on the decimals that an instance prints. */
  public static final Arithmetic PRINTED = Arithmetic.printed(CERTIFYING_DIGITS);

  /**
   * The formula of a claim.
   *
   * @param <I> the type of instance
   */
  @FunctionalInterface
  public interface Formula<I> {
    /** Both sides at an instance, computed in the given arithmetic. */
    Evaluation evaluate(I instance, Arithmetic arithmetic);
  }

  private final Statement statement;
  private final InstanceType<I> type;
  private final List<Hypothesis<I>> hypotheses;
  private final Formula<I> formula;
  private final boolean changesWithShift;

  Claim(
      Statement statement,
      InstanceType<I> type,
      List<Hypothesis<I>> hypotheses,
      Formula<I> formula,
      boolean changesWithShift) {
    this.statement = statement;
    this.type = type;
    this.hypotheses = hypotheses;
    this.formula = formula;
    this.changesWithShift = changesWithShift;
  }

  /** Begins the statement of a claim about instances of a type. */
  public static <I extends Instance<I>> ClaimBuilder<I> about(InstanceType<I> type) {
    return new ClaimBuilder<>(type);
  }

  /** What the claim says. */
  public Statement statement() {
    return statement;
  }

  /** The claim's file-safe name. */
  public String id() {
    return statement.id();
  }

  /** The type of instance it speaks about. */
  public InstanceType<I> type() {
    return type;
  }

  /** Whether its sides take more of a row's logits than their differences. */
  public boolean changesWithShift() {
    return changesWithShift;
  }

  /** Whether the claim says anything about an instance. */
  public boolean admits(I instance) {
    return unmet(instance).isEmpty();
  }

  /** The first of its hypotheses that an instance fails, in words; empty if it speaks about it. */
  public Optional<String> unmet(I instance) {
    return hypotheses.stream()
        .filter(hypothesis -> !hypothesis.isMetBy(instance))
        .map(Hypothesis::words)
        .findFirst();
  }

  /** The claim about an instance of some type, if it speaks about that type and admits it. */
  public Optional<I> admitted(Instance<?> instance) {
    return Optional.of(instance).filter(type::isInstance).map(type::cast).filter(this::admits);
  }

  /**
   * Both sides in the given arithmetic.
   *
   * @throws IllegalArgumentException if the instance is not admissible, or the formula is not
   *     defined there
   */
  public Evaluation evaluate(I instance, Arithmetic arithmetic) {
    if (!admits(instance)) {
      throw new IllegalArgumentException(id() + " does not speak about " + instance);
    }
    return evaluateAdmitted(instance, arithmetic);
  }

  /**
   * Both sides at an instance of which {@link #admits} is known: it is not asked again.
   *
   * @throws IllegalArgumentException if the formula is not defined there
   */
  public Evaluation evaluateAdmitted(I instance, Arithmetic arithmetic) {
    try {
      return formula.evaluate(instance, arithmetic);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new IllegalArgumentException(id() + " at " + instance + ": " + e.getMessage(), e);
    }
  }

  /**
   * Both sides in double precision, or, where its error bound cannot tell which is larger, to
   * {@value #CERTIFYING_DIGITS} digits on the exact value of the instance's numbers. Where a side
   * rests on a sample, more digits would tell no more.
   */
  public Evaluation evaluate(I instance) {
    return evaluateUnlessKnown(instance, PRECISE);
  }

  private Evaluation evaluateUnlessKnown(I instance, Arithmetic precise) {
    Evaluation fast = evaluate(instance, Arithmetic.BINARY64);
    boolean known = fast.outcome() != Outcome.UNDECIDED || fast.doubt() > 0;
    return known ? fast : evaluate(instance, precise);
  }

  /**
   * Both sides at the decimals that an instance prints: in double precision where every decimal is
   * a double itself, as 0.5 is and 0.1 is not, and the error bound can tell; else to {@value
   * #CERTIFYING_DIGITS} digits.
   */
  public Evaluation evaluateAsPrinted(I instance) {
    boolean isExact =
        Arrays.stream(instance.numbers())
            .allMatch(x -> Decimals.shortest(x).compareTo(new BigDecimal(x)) == 0);
    return isExact ? evaluateUnlessKnown(instance, PRINTED) : evaluate(instance, PRINTED);
  }

  /**
   * Both sides to {@value #CERTIFYING_DIGITS} digits on the exact value of the instance's numbers.
   */
  public Evaluation evaluatePrecisely(I instance) {
    return evaluate(instance, PRECISE);
  }

  @Override
  public String toString() {
    return id();
  }
}
