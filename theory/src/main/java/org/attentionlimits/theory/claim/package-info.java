/**
 * Statements about attention as executable predicates, and the catalogue of those of the paper.
 *
 * <p>A {@link org.attentionlimits.theory.claim.Claim} says left ≤ right for every admissible
 * instance; its {@link org.attentionlimits.theory.claim.Evaluation} at one instance decides without
 * being deceived by rounding.
 */
package org.attentionlimits.theory.claim;
