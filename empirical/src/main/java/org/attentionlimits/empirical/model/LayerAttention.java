package org.attentionlimits.empirical.model;

import ai.djl.ndarray.NDArray;

/**
 * What one layer's attention computed, on the device. Dimensions: B sequences, H heads, L tokens, D
 * the model's width, d the head's width; of a matrix [L, L] the row is the query's token and the
 * column the key's. The arrays are closed when the layer is left: copy what is to be kept.
 *
 * @param layer index of the layer, from 0
 * @param input the layer's input, before its normalisation, [B, L, D]
 * @param query [B, H, L, d]
 * @param key [B, H, L, d]
 * @param value [B, H, L, d]
 * @param logits q·k of all pairs, unscaled and unmasked, [B, H, L, L]
 * @param weights causal softmax of logits/√d, [B, H, L, L]; zero above the diagonal
 */
public record LayerAttention(
    int layer,
    NDArray input,
    NDArray query,
    NDArray key,
    NDArray value,
    NDArray logits,
    NDArray weights) {}
