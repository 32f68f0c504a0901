package org.attentionlimits.empirical.experiment;

/**
 * What an experiment measured on a head.
 *
 * @param layer index of the layer, from 0
 * @param head index of the head in its layer, from 0
 * @param value the measurement
 * @param <M> the type of measurement
 */
public record Measured<M>(int layer, int head, M value) {}
