package org.attentionlimits.theory.power;

import java.util.OptionalDouble;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;

/**
 * A false claim, made from one of the catalogue.
 *
 * @param claim the false one; its name is that of the true one and a word for the slip
 * @param from name of the claim it was made from
 * @param mistake the slip in words
 * @param wrongBy share of the right side that is missing where the true claim is attained; empty if
 *     the slip is no factor
 * @param <I> the type of instance
 */
public record Mutant<I extends Instance<I>>(
    Claim<I> claim, String from, String mistake, OptionalDouble wrongBy) {}
