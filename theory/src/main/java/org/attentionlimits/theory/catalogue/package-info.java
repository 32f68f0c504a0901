/**
 * The statements of the paper, and the corrected and sharper forms of them, as claims: one class a
 * place of the paper. {@link org.attentionlimits.theory.catalogue.Paper} is the list of the paper's
 * statements that are counted.
 *
 * <p>The machinery of claims is in {@link org.attentionlimits.theory.claim}; the search for
 * counterexamples knows neither.
 */
package org.attentionlimits.theory.catalogue;
