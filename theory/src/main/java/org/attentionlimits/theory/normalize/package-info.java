/**
 * Maps from logits to attention weights. Written against {@link
 * org.attentionlimits.theory.real.Vec}, so that weights come with a bound of their error, in double
 * precision or to any number of digits.
 */
package org.attentionlimits.theory.normalize;
