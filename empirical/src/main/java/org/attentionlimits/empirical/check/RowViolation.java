package org.attentionlimits.empirical.check;

import org.attentionlimits.theory.attention.Instance;

/**
 * A row of real attention that violates a claim.
 *
 * @param place where it is
 * @param instance the row, its numbers those of the source
 * @param ratio left/right there
 */
public record RowViolation(RowPlace place, Instance<?> instance, double ratio) {}
