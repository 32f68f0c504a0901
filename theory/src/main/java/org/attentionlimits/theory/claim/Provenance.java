package org.attentionlimits.theory.claim;

/** Where the formula of a claim comes from. */
public enum Provenance {
  /** Stands in the paper as given here. */
  PRINTED("as printed in the 2025 text"),
  /** Our reading of the paper's prose and proof outline, whose typeset formula we do not have. */
  RECONSTRUCTED("reconstructed from the paper's prose and proof"),
  /** A sentence of the paper made precise by us. */
  PROSE("a sentence of the paper made precise"),
  /** A corrected or sharper form, derived here, with a proof in the documentation. */
  OURS("derived here"),
  /** A theorem of another paper, whose arXiv id and number begin the claim's place. */
  LITERATURE("another paper's theorem"),
  /** Stated by a user of this library. */
  USER("stated by a user");

  private final String description;

  Provenance(String description) {
    this.description = description;
  }

  /** The provenance in words. */
  public String description() {
    return description;
  }
}
