package org.attentionlimits.theory.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;

/**
 * Collects what a {@link Claim} needs; {@link #evaluatedBy} ends it.
 *
 * @param <I> the type of instance the claim speaks about
 */
public final class ClaimBuilder<I extends Instance<I>> {

  private final InstanceType<I> type;
  private String id = "";
  private Provenance provenance = Provenance.USER;
  private Standing standing = Standing.USER;
  private List<String> of = List.of();
  private Optional<String> against = Optional.empty();
  private String place = "";
  private String latex = "";
  private String words = "";
  private String domain;
  private String special = "";
  private Optional<String> proof = Optional.empty();
  private Optional<String> refutation = Optional.empty();
  private Optional<String> needs = Optional.empty();
  private Optional<String> supremum = Optional.empty();
  private Optional<String> rule = Optional.empty();
  private List<Hypothesis<I>> hypotheses = List.of();
  private boolean changesWithShift;

  ClaimBuilder(InstanceType<I> type) {
    this.type = type;
    this.domain = "any" + type.name().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /** The file-safe name. */
  public ClaimBuilder<I> named(String name) {
    this.id = name;
    return this;
  }

  /** Where the formula comes from and where it stands there. */
  public ClaimBuilder<I> from(Provenance source, String where) {
    this.provenance = source;
    this.place = where;
    return this;
  }

  /**
   * What the claim stands for in the count.
   *
   * @param role its standing
   * @param claims ids of the claims that it stands under
   */
  public ClaimBuilder<I> as(Standing role, String... claims) {
    this.standing = role;
    this.of = List.of(claims);
    return this;
  }

  /**
   * Another reading of a statement.
   *
   * @param stated id of the reading that the paper's words support
   * @param words of the paper that speak against this one
   */
  public ClaimBuilder<I> asVariantOf(String stated, String words) {
    this.against = Optional.of(words);
    return as(Standing.VARIANT, stated);
  }

  /**
   * Another reading of what the paper says of heads that it measured: an experiment has that
   * statement, and no claim of the catalogue.
   *
   * @param words of the paper that speak against this reading
   */
  public ClaimBuilder<I> asVariantOfMeasurement(String words) {
    this.against = Optional.of(words);
    return as(Standing.VARIANT);
  }

  /** The formula in LaTeX and in plain words. */
  public ClaimBuilder<I> saying(String formula, String plainly) {
    this.latex = formula;
    this.words = plainly;
    return this;
  }

  /** Where the documentation proves it. */
  public ClaimBuilder<I> provenIn(String where) {
    this.proof = Optional.of(where);
    return this;
  }

  /**
   * Where the documentation proves that the claim is false. A claim about a limit needs that: its
   * search looks at finitely many values.
   */
  public ClaimBuilder<I> refutedIn(String where) {
    this.refutation = Optional.of(where);
    return this;
  }

  /**
   * What the claim takes beyond its instance, in words: it changes the row, so that what it finds
   * is not about the rows of a model as they are.
   */
  public ClaimBuilder<I> needing(String beyond) {
    this.needs = Optional.of(beyond);
    return this;
  }

  /**
   * Its sides take more of a row's logits than their differences, so that the row's weights, which
   * a shift of the logits leaves as they are, do not determine them.
   */
  public ClaimBuilder<I> changingWithShift() {
    this.changesWithShift = true;
    return this;
  }

  /** The least upper bound of left/right where it is known, with the reason, in words. */
  public ClaimBuilder<I> withSupremum(String ratio) {
    this.supremum = Optional.of(ratio);
    return this;
  }

  /**
   * How a claim about a limit is read off from finitely many values, in words after "it is", as
   * {@code "read off at T and T/8: …"}. Its ratio is the rule's and is not shown as how far the
   * claim fails.
   */
  public ClaimBuilder<I> judgedBy(String howRead) {
    this.rule = Optional.of(howRead);
    return this;
  }

  /**
   * The instances the claim speaks about, all of the type unless said.
   *
   * @param plainly them in words, as {@code "at least two tokens"}
   * @param test whether an instance is one
   */
  public ClaimBuilder<I> where(String plainly, Predicate<I> test) {
    return where(plainly, List.of(new Hypothesis<>(plainly, test)));
  }

  /**
   * The instances that meet several conditions, of which the first that an instance fails is told.
   *
   * @param plainly the instances in words
   * @param conditions all of which must be met, tested in order
   */
  public ClaimBuilder<I> where(String plainly, List<Hypothesis<I>> conditions) {
    this.domain = plainly;
    this.hypotheses = List.copyOf(conditions);
    return this;
  }

  /** What the claim says at the ends of its domain: a single token, ties, underflow. */
  public ClaimBuilder<I> specially(String atTheEnds) {
    this.special = atTheEnds;
    return this;
  }

  /**
   * The claim.
   *
   * @throws IllegalArgumentException if it has no file-safe name, or is said to be proven and to be
   *     proven false
   */
  public Claim<I> evaluatedBy(Claim.Formula<I> formula) {
    return new Claim<>(
        new Statement(
            id,
            provenance,
            standing,
            of,
            against,
            place,
            latex,
            words,
            domain,
            special,
            proof,
            refutation,
            needs,
            supremum,
            rule),
        type,
        hypotheses,
        formula,
        changesWithShift);
  }
}
