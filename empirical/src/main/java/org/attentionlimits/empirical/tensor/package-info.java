/**
 * Tensor files in the safetensors format, and attention as arrays: what one head computed ({@link
 * org.attentionlimits.empirical.tensor.HeadAttention}), its rows ({@link
 * org.attentionlimits.empirical.tensor.HeadRows}), and where heads come from ({@link
 * org.attentionlimits.empirical.tensor.AttentionSource}).
 *
 * <p>Dimensions: L tokens, d the head's width. Of a matrix [L, L] the row is the query's token, the
 * column the key's. Elements are float32 as the model computed them; an instance of the theory made
 * of them takes them exactly, as doubles.
 */
package org.attentionlimits.empirical.tensor;
