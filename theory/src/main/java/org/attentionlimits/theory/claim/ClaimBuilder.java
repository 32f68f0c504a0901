package org.attentionlimits.theory.claim;

import java.util.Optional;
import java.util.function.Predicate;
import org.attentionlimits.theory.attention.Instance;

/**
 * Collects what a {@link Claim} needs; {@link #evaluatedBy} ends it.
 *
 * @param <I> the type of instance the claim speaks about
 */
public final class ClaimBuilder<I extends Instance<I>> {

  private final Class<I> type;
  private String id = "";
  private Provenance provenance = Provenance.USER;
  private String place = "";
  private String latex = "";
  private String words = "";
  private Optional<String> proof = Optional.empty();
  private Predicate<I> domain = instance -> true;

  ClaimBuilder(Class<I> type) {
    this.type = type;
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

  /** The instances the claim speaks about; all of the type, unless said. */
  public ClaimBuilder<I> where(Predicate<I> admissible) {
    this.domain = admissible;
    return this;
  }

  /**
   * The claim.
   *
   * @throws IllegalArgumentException if it has no file-safe name
   */
  public Claim<I> evaluatedBy(Claim.Formula<I> formula) {
    return new Claim<>(
        new Statement(id, provenance, place, latex, words, proof), type, domain, formula);
  }
}
