/**
 * Random samples whose confidence intervals enter a verdict.
 *
 * <p>A sample belongs to the printed instance: the generator is seeded by a hash of the instance's
 * numbers and shape alone, so that anyone who evaluates the same instance, in whatever arithmetic,
 * draws the same sample. Every interval misses with a chance of at most {@link
 * org.attentionlimits.theory.chance.Sampling#DOUBT}.
 */
package org.attentionlimits.theory.chance;
