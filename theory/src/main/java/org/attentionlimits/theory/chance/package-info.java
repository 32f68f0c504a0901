/**
 * Random samples whose confidence intervals enter a verdict.
 *
 * <p>A sample belongs to the printed instance: the generator is seeded by a hash of the instance's
 * numbers and shape, so that anyone who evaluates the same instance draws the same sample; one for
 * double precision, and an independent one for decimal enclosures of any number of digits, so that
 * an instance that was chosen for its sample is certified by another. Every interval misses with a
 * chance of at most {@link org.attentionlimits.theory.chance.Sampling#DOUBT}.
 */
package org.attentionlimits.theory.chance;
