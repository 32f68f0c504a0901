/**
 * What claims speak about: one query's attention row, alone, with embeddings, with a law of random
 * embeddings, or as a query with its keys. Dimensions: n visible tokens, d the dimension of
 * embeddings or keys, N selected tokens.
 */
package org.attentionlimits.theory.attention;
