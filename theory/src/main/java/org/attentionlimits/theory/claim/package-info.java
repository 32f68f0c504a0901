/**
 * Statements about attention as executable predicates.
 *
 * <p>A {@link org.attentionlimits.theory.claim.Claim} says left ≤ right for every admissible
 * instance. Its {@link org.attentionlimits.theory.claim.Evaluation} at one instance encloses both
 * sides, so that rounding never decides. The statements themselves are in {@code theory.catalogue}.
 */
package org.attentionlimits.theory.claim;
