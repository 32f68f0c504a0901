/**
 * The statements of the paper, and the corrected and sharper forms of them, as claims: one class a
 * place of the paper. {@link org.attentionlimits.theory.catalogue.Paper} is the list of the paper's
 * statements that are counted.
 *
 * <p>The machinery of claims is in {@link org.attentionlimits.theory.claim}. The search for
 * counterexamples does not depend on this package.
 */
package org.attentionlimits.theory.catalogue;
