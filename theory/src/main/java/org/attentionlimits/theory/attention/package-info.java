/**
 * What claims speak about: one query's attention row, alone, with embeddings, with a law of random
 * embeddings, or as a query with its keys. Dimensions: n visible tokens, d the dimension of
 * embeddings or keys, N selected tokens.
 *
 * <p>An {@link org.attentionlimits.theory.attention.InstanceType} describes each type once. Shape,
 * numbers, text and files follow from the description. Nothing here is random or knows a claim.
 */
package org.attentionlimits.theory.attention;
