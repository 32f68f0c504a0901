/**
 * Random instances: for every type a {@link org.attentionlimits.theory.random.Space} with its
 * landmarks, its draws, and the recipes of its long rows.
 *
 * <p>There are two ways to draw. {@link org.attentionlimits.theory.random.AdversarialDraws} are
 * where the adversary begins to climb. {@link org.attentionlimits.theory.random.PlainDraws} are
 * what a property-based test generates. Nothing here knows a claim, a search or jqwik.
 */
package org.attentionlimits.theory.random;
